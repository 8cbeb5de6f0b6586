import { canonical, type Grid, isBlank, shown } from './cells.ts'
import type { Table } from './layout.ts'

const SIGNATURE =
  /^(nguoi lap|ng lap|thu truong|xac nhan|tm |t m |kt |k t |tl |noi nhan|ky ghi ro|ky ten|.* ngay .{0,10} ?thang .{0,10} ?nam)/
const TOTAL =
  /^(tong cong|tong so|cong|tong|an dinh danh sach|danh sach( nay)? (co|gom)|tong hop)( |$)/

export const isTotal = (text: string): boolean => TOTAL.test(canonical(text)) && text.length < 80

/** A row of more cells than these is a person: no section, total or signature says so much. */
export const FEW = 4

/** Down to the signatures, or to the titles of the next table, whose header begins at `next`. */
export function endOfTable(
  grid: Grid,
  firstRow: number,
  next: number | undefined,
): Pick<Table, 'lastRow' | 'total'> {
  let lastRow = firstRow - 1
  let total: Table['total'] = null
  for (let row = firstRow; row < (next ?? grid.sheet.rows.length); row++) {
    const filled = grid.countFilled(row)
    if (filled > FEW) lastRow = row
    if (filled === 0 || filled > FEW) continue
    const texts = (grid.sheet.rows[row] ?? []).flatMap((cell, column) =>
      isBlank(cell) ? [] : [{ column, text: shown(cell) }],
    )
    if (texts.some(({ text }) => SIGNATURE.test(canonical(text)))) break
    const declared = texts.find(({ text }) => isTotal(text))
    if (declared) {
      const said = texts.map(({ text }) => text).join(' ')
      const people = Number(
        /(\d[\d.]*)\s*(?:người|đồng chí|đ\/c|$)/iu.exec(said)?.[1]?.replaceAll('.', ''),
      )
      if (/tong|danh sach/.test(canonical(declared.text)) && people > 0) {
        total = { row, column: declared.column, people }
      }
    } else {
      lastRow = row
    }
  }
  if (next !== undefined) while (lastRow >= firstRow && isTitle(grid, lastRow)) lastRow--
  return { lastRow, total }
}

/** A line that can only be about the table below it, never one of the people above it. */
function isTitle(grid: Grid, row: number): boolean {
  const cells = (grid.sheet.rows[row] ?? []).filter((cell) => !isBlank(cell))
  const texts = cells.map(shown)
  if (cells.some((cell) => typeof cell !== 'string') || texts.some((text) => /^\d+$/.test(text)))
    return false
  const words = texts.filter((text) => /\p{L}{2,}/u.test(text) && !/^[IVX]+[.)]?$/.test(text))
  return (
    (words.length <= 1 && texts.length <= 2) ||
    (texts.length === 2 && texts.some((text) => LETTERHEAD.test(text)))
  )
}

const LETTERHEAD = /:$|^(cộng hòa xã hội|đảng cộng sản|độc lập)/iu

/** Titles from a row down to the header; what stands above them up to a signature signs another list. */
export function linesAbove(grid: Grid, from: number, headerRow: number): Table['above'] {
  const lines: Table['above'] = []
  for (let row = from; row < headerRow; row++) {
    if (from > 0 && isSigned(grid, row)) lines.length = 0
    for (const cell of grid.sheet.rows[row] ?? []) {
      if (typeof cell !== 'string' || isBlank(cell)) continue
      for (const line of cell.split('\n')) {
        if (!isBlank(line) && !(from > 0 && SIGNER.test(canonical(line))))
          lines.push({ row, text: shown(line) })
      }
    }
  }
  return lines
}

const isSigned = (grid: Grid, row: number): boolean =>
  (grid.sheet.rows[row] ?? []).some(
    (cell) =>
      typeof cell === 'string' &&
      SIGNATURE.test(canonical(cell)) &&
      !/^(tinh )?den ngay/.test(canonical(cell)),
  )

/** Below a signature line stands who signs: an office named there is not the title of a list. */
const SIGNER = /^(giam doc|pho |truong (phong|ban) |chu tich|chanh |bi thu|nguoi lap|t?l |tm |kt )/

/** The date a list says it was drawn up for: `Tính đến ngày 30/6/2024`, `ngày 30 tháng 6 năm 2024`. */
export function statedDate(above: Table['above']): string | undefined {
  for (const { text } of above) {
    const found =
      /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text) ??
      /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(text)
    if (!found) continue
    const [, day = '', month = '', year = ''] = found
    if (Number(month) > 12 || Number(day) > 31 || Number(month) < 1 || Number(day) < 1) continue
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return undefined
}
