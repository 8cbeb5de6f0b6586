import type { Sheet } from '#server/office/workbook.ts'
import { cellName, shown } from './cells.ts'
import { fromOldCode, OLD_CODES, type OldCode } from './old-letters.ts'
import { spelling } from './syllables.ts'

/** What was found to be typed in an old encoding, and what it would become. */
export interface OldText {
  code: OldCode
  label: string
  cells: number
  samples: { sheet: string; cell: string; raw: string; converted: string }[]
  /** Whoever imports has looked at it and said so. */
  confirmed: boolean
}

/** What to do with old text: convert from a named encoding, leave it, or show what it might be. */
export type OldTextChoice = OldCode | 'none'

const ENOUGH_CELLS = 3
const SHOWN_SAMPLES = 12
/** Letters Unicode Vietnamese alone has: a cell with one of them was never typed in an old font. */
const UNICODE_ONLY = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u

/**
 * Turns cells typed in TCVN3 or VNI into Unicode, cell by cell: a list half retyped holds both. A
 * text that reads as Vietnamese either way follows its font, else the rest of the file.
 */
export function readOldText(
  sheets: readonly Sheet[],
  choice: OldTextChoice | undefined,
): { sheets: readonly Sheet[]; found: OldText | null } {
  if (choice === 'none') return { sheets, found: null }
  const code = choice ?? recognised(sheets)
  if (!code) return { sheets, found: null }
  const isMostlyOld = mostlyOld(sheets, code)
  const samples: OldText['samples'] = []
  let cells = 0
  const converted = sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((line, row) =>
      line.map((cell, column) => {
        if (typeof cell !== 'string') return cell
        const font = sheet.oldFonts?.get(`${row},${column}`)
        const judged = judge(code, cell)
        if (!(judged === 'old' || (judged === 'either' && (font || isMostlyOld)))) return cell
        const plain = fromOldCode(code, cell)
        const text = font && /^\.vn.*h$/i.test(font) ? plain.toUpperCase() : plain
        cells++
        if (samples.length < SHOWN_SAMPLES) {
          samples.push({
            sheet: sheet.name,
            cell: cellName(row, column),
            raw: shown(cell),
            converted: shown(text),
          })
        }
        return text
      }),
    ),
  }))
  if (cells === 0) return { sheets, found: null }
  const { label } = OLD_CODES[code]
  return {
    sheets: converted,
    found: { code, label, cells, samples, confirmed: choice !== undefined },
  }
}

/** How a text reads: only converted, only as it is, or as well both ways. */
function judge(code: OldCode, text: string): 'old' | 'unicode' | 'either' {
  if (!/[^\u0020-\u007e\n]/.test(text) || UNICODE_ONLY.test(text)) return 'unicode'
  const own = spelling(text.normalize('NFC'))
  const converted = spelling(fromOldCode(code, text))
  if (converted.wrong < own.wrong) return 'old'
  return converted.wrong > own.wrong || fromOldCode(code, text) === text ? 'unicode' : 'either'
}

function* texts(sheets: readonly Sheet[]): Generator<string> {
  for (const { rows } of sheets) {
    for (const line of rows) {
      for (const cell of line) if (typeof cell === 'string' && cell.length < 200) yield cell
    }
  }
}

/** The encoding that turns more cells into Vietnamese than the other, and enough of them. */
function recognised(sheets: readonly Sheet[]): OldCode | undefined {
  const [best, other] = (['tcvn3', 'vni'] as const)
    .map((code) => ({ code, ...counted(sheets, code) }))
    .toSorted((a, b) => b.old - a.old)
  if (!best || best.old < ENOUGH_CELLS || best.old < best.unicode / 20) return undefined
  return best.old > (other?.old ?? 0) ? best.code : undefined
}

function mostlyOld(sheets: readonly Sheet[], code: OldCode): boolean {
  const { old, unicode } = counted(sheets, code)
  return old > unicode * 4
}

function counted(sheets: readonly Sheet[], code: OldCode): { old: number; unicode: number } {
  let old = 0
  let unicode = 0
  for (const text of texts(sheets)) {
    const judged = judge(code, text)
    // A mark out of place is not yet a text of that encoding: the whole must read well after it.
    if (judged === 'old' && spelling(fromOldCode(code, text)).wrong === 0) old++
    else if (judged === 'unicode' && /[^\u0020-\u007e\n]/.test(text)) unicode++
  }
  return { old, unicode }
}
