import type { CellValue } from '#server/office/workbook.ts'
import { canonical, type Grid, isBlank, shown } from './cells.ts'
import { guesses, type Heading } from './columns.ts'
import { targetName } from './fields.ts'

/** Where the table stands on a sheet; rows are zero-based and inclusive. */
export interface Table {
  headerRows: { from: number; to: number }
  firstRow: number
  lastRow: number
  /** One heading a column, empty where the header says nothing. */
  headings: Heading[]
  /** Lines above the table: title, unit, stated date. */
  above: { row: number; text: string }[]
  /** The number the closing line declares (`Tổng cộng: 12 người`), if it does. */
  total: { row: number; column: number; people: number } | null
}

const SEARCHED_ROWS = 60
const TALLEST_HEADER = 4

/** The header that explains most columns, one of which names people; undefined when there is none. */
export function findTable(grid: Grid): Table | undefined {
  let best: { from: number; to: number; headings: Heading[]; score: number } | undefined
  const end = Math.min(grid.sheet.rows.length, SEARCHED_ROWS)
  for (let from = 0; from < end; from++) {
    if (!grid.sheet.rows[from]?.some((cell) => !isBlank(cell))) continue
    for (let to = from; to < Math.min(from + TALLEST_HEADER, end); to++) {
      if (to > from && holdsPeople(grid, to)) break
      const headings = headingsOf(grid, from, to)
      const score = scoreOf(headings)
      if (score > (best?.score ?? 1)) best = { from, to, headings, score }
    }
  }
  if (!best) return undefined
  const { from, to, headings } = best
  let firstRow = to + 1
  while (firstRow < grid.sheet.rows.length && isNumbered(grid, firstRow)) firstRow++
  const { lastRow, total } = endOfTable(grid, firstRow)
  return {
    headerRows: { from, to },
    firstRow,
    lastRow,
    total,
    headings,
    above: linesAbove(grid, from),
  }
}

/** Each field counts once: a group title alone must not win over the leaves below it. */
function scoreOf(headings: readonly Heading[]): number {
  const best = new Map<string, number>()
  for (const heading of headings) {
    const [guess] = heading.length > 0 ? guesses(heading) : []
    if (!guess) continue
    const name = targetName(guess.target)
    best.set(name, Math.max(best.get(name) ?? 0, guess.confidence))
  }
  const score = [...best.values()].reduce((sum, confidence) => sum + confidence, 0)
  return (best.get('full_name') ?? 0) > 0.7 ? score : 0
}

/** Texts from top to bottom; a title above several columns belongs to each of them. */
function headingsOf(grid: Grid, from: number, to: number): Heading[] {
  return Array.from({ length: grid.width }, (_, column) => {
    const lines: string[] = []
    for (let row = from; row <= to; row++) {
      const text = headingText(grid, row, column) || groupTitle(grid, row, to, column)
      if (text && lines.at(-1) !== text) lines.push(text)
    }
    return lines
  })
}

const headingText = (grid: Grid, row: number, column: number) => {
  const cell = grid.heading(row, column)
  return isBlank(cell) || shown(cell).length > 120 ? '' : shown(cell)
}

/** A group title that was not merged: the nearest one to the left, if both columns go on below. */
function groupTitle(grid: Grid, row: number, to: number, column: number): string {
  if (row === to || !headingText(grid, row + 1, column)) return ''
  for (let left = column - 1; left >= 0; left--) {
    const title = headingText(grid, row, left)
    if (title) {
      const below = headingText(grid, row + 1, left)
      return below && below !== title ? title : ''
    }
  }
  return ''
}

/** A data row ends the header: dates, long numbers, or an ordinal number beside a text. */
function holdsPeople(grid: Grid, row: number): boolean {
  const cells = (grid.sheet.rows[row] ?? []).filter((cell) => !isBlank(cell))
  const isYear = (cell: CellValue) => typeof cell === 'number' && cell >= 1990 && cell <= 2100
  return (
    isNumbered(grid, row) ||
    cells.some((cell) => typeof cell === 'object') ||
    cells.some((cell) => typeof cell === 'number' && !isYear(cell)) ||
    cells.some(
      (cell) => typeof cell === 'string' && /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(cell.trim()),
    )
  )
}

/** The row of column numbers below a header: 1 2 3, (1) (2) (3=4+6), A B 1 2. */
export function isNumbered(grid: Grid, row: number): boolean {
  const cells = grid.sheet.rows[row] ?? []
  if (cells.some((cell) => typeof cell === 'string' && /\p{L}{2}/u.test(cell))) return false
  const texts = cells.filter((cell) => !isBlank(cell)).map(shown)
  const numbers = texts.filter((text) => /^\(?\d{1,2}(\s*=.*)?\)?$/.test(text))
  return (
    texts.length >= 3 &&
    numbers.length >= texts.length - 3 &&
    numbers.length >= 2 &&
    texts.every((text) => /^\(?([A-Za-zĐđ]|\d{1,2}(\s*=.*)?)\)?$/.test(text)) &&
    numbers
      .map((text) => Number(/\d+/.exec(text)?.[0]))
      .every((n, i, all) => i === 0 || n > (all[i - 1] ?? 0))
  )
}

const SIGNATURE =
  /^(nguoi lap|ng lap|thu truong|xac nhan|tm |t m |kt |k t |tl |noi nhan|ky ghi ro|ky ten|.* ngay .{0,10} ?thang .{0,10} ?nam)/
const TOTAL =
  /^(tong cong|tong so|cong|tong|an dinh danh sach|danh sach( nay)? (co|gom)|tong hop)( |$)/

export const isTotal = (text: string): boolean => TOTAL.test(canonical(text)) && text.length < 80

/** A row of more cells than these is a person: no section, total or signature says so much. */
export const FEW = 4

function endOfTable(grid: Grid, firstRow: number): Pick<Table, 'lastRow' | 'total'> {
  let lastRow = firstRow - 1
  let total: Table['total'] = null
  for (let row = firstRow; row < grid.sheet.rows.length; row++) {
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
  return { lastRow, total }
}

function linesAbove(grid: Grid, headerRow: number): Table['above'] {
  const lines: Table['above'] = []
  for (let row = 0; row < headerRow; row++) {
    for (const cell of grid.sheet.rows[row] ?? []) {
      if (typeof cell !== 'string' || isBlank(cell)) continue
      for (const line of cell.split('\n')) {
        if (!isBlank(line)) lines.push({ row, text: shown(line) })
      }
    }
  }
  return lines
}

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
