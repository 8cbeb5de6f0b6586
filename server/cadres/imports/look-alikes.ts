import type { Sheet } from '#server/office/workbook.ts'
import { cellName, type Problem } from './cells.ts'

/** Letters of other alphabets that look like ours: keyboards, scanners and old converters leave them. */
const SAME_LOOK = new Map(
  [
    ['АВЕКМНОРСТХІЈЅаеорсухіјѕһ', 'ABEKMHOPCTXIJSaeopcyxijsh'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα', 'ABEZHIKMNOPTYXoa'],
    ['ÐƉðɖƖ', 'ĐĐđđl'],
  ].flatMap(([foreign = '', own = '']) =>
    [...foreign].map((letter, i) => [letter, [...own][i] ?? letter] as const),
  ),
)
const FOREIGN = /[\u0370-\u03ff\u0400-\u04ff\u0180-\u018fÐðɖƖ]/u
const WIDE = /[\uff01-\uff5e\u3000]/u
const APART = /\p{L}[\u0300-\u036f]/u

const KINDS = {
  foreign: 'có chữ của bảng chữ khác trông giống chữ Việt (Nga, Hy Lạp, Ð)',
  wide: 'có chữ cỡ đôi (kiểu gõ tiếng Trung, Nhật)',
  apart: 'có dấu gõ rời khỏi chữ (Unicode tổ hợp)',
} as const

/** Words in one alphabet; what was changed is told once a sheet and kind, with the first cell. */
export function withOwnLetters(sheets: readonly Sheet[]): {
  sheets: Sheet[]
  problems: Problem[]
} {
  const problems: Problem[] = []
  const cleaned = sheets.map((sheet) => {
    const found = new Map<keyof typeof KINDS, { cells: string[]; first: string; row: number }>()
    const rows = sheet.rows.map((line, row) =>
      line.map((cell, column) => {
        if (typeof cell !== 'string') return cell
        const { text, kinds } = ownLetters(cell)
        for (const kind of kinds) {
          const known = found.get(kind) ?? { cells: [], first: cell, row: row + 1 }
          known.cells.push(cellName(row, column))
          found.set(kind, known)
        }
        return text
      }),
    )
    for (const [kind, { cells, first, row }] of found) {
      problems.push(told(sheet.name, KINDS[kind], cells, first, row))
    }
    return { ...sheet, rows }
  })
  return { sheets: cleaned, problems }
}

/** One text in our letters. A word wholly in another alphabet is meant so and stays. */
export function ownLetters(text: string): { text: string; kinds: (keyof typeof KINDS)[] } {
  const kinds: (keyof typeof KINDS)[] = []
  let own = text
  if (WIDE.test(own)) {
    kinds.push('wide')
    own = own.replace(/[\uff01-\uff5e\u3000]/g, (letter) => letter.normalize('NFKC'))
  }
  if (APART.test(own)) {
    kinds.push('apart')
    own = own.normalize('NFC')
  }
  if (!FOREIGN.test(own)) return { text: own, kinds }
  const replaced = own.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const changed = [...word].map((letter) => SAME_LOOK.get(letter) ?? letter).join('')
    return /[\u0370-\u04ff]/.test(changed) ? word : changed.normalize('NFC')
  })
  if (replaced !== own) kinds.push('foreign')
  return { text: replaced, kinds }
}

const told = (
  sheet: string,
  what: string,
  cells: readonly string[],
  value: string,
  row: number,
): Problem => ({
  sheet,
  cell: cells[0] ?? 'A1',
  row,
  value: value.slice(0, 80),
  reason: `${cells.length} ô ${what}; đã đổi về chữ Việt dựng sẵn: ${cells.slice(0, 5).join(', ')}${cells.length > 5 ? '…' : ''}.`,
  fix: 'Xem lại các ô này; nếu đúng như hiện trên màn hình thì không phải làm gì.',
  severity: 'reminds',
})
