import type { CellValue } from '#server/office/workbook.ts'
import { canonical, type Grid, isBlank, shown } from './cells.ts'
import { guesses, type Heading, isNameHeading } from './columns.ts'
import { targetName } from './fields.ts'
import { endOfTable, linesAbove } from './table-ends.ts'

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
  /** Rows within the table in which its header is printed again, as on each page of a long list. */
  headersAgain: Set<number>
}

const SEARCHED_ROWS = 60
const TALLEST_HEADER = 4

interface Header {
  from: number
  to: number
  headings: Heading[]
  score: number
}

/** Every table of people on a sheet, from top to bottom; a header printed again continues its table. */
export function findTables(grid: Grid): Table[] {
  const first = bestHeader(grid, 0, Math.min(grid.sheet.rows.length, SEARCHED_ROWS))
  const headers: Header[] = []
  for (let next = first; next; next = headerBelow(grid, next.to)) headers.push(next)
  const tables: Table[] = []
  for (const [index, header] of headers.entries()) {
    const last = tables.at(-1)
    const gap = last ? last.lastRow + 1 : 0
    const table = tableBelow(grid, header, headers[index + 1], gap)
    if (last && isSameForm(last, table) && isEmpty(grid, gap, header.from)) {
      for (let row = header.from; row <= header.to; row++) last.headersAgain.add(row)
      Object.assign(last, { lastRow: table.lastRow, total: table.total ?? last.total })
    } else if (!last || table.lastRow >= table.firstRow) tables.push(table)
  }
  return tables
}

/** The header that explains most columns, one of which names people; undefined when there is none. */
function bestHeader(grid: Grid, start: number, end: number): Header | undefined {
  let best: Header | undefined
  for (let from = start; from < end; from++) {
    if (!grid.sheet.rows[from]?.some((cell) => !isBlank(cell))) continue
    for (let to = from; to < Math.min(from + TALLEST_HEADER, end); to++) {
      if (to > from && holdsPeople(grid, to)) break
      const headings = headingsOf(grid, from, to)
      const score = scoreOf(headings)
      if (score > (best?.score ?? 1)) best = { from, to, headings, score }
    }
  }
  return best
}

/** The next header below a row: known by a cell that says what the column of names is called. */
function headerBelow(grid: Grid, above: number): Header | undefined {
  for (let row = above + 1; row < grid.sheet.rows.length; row++) {
    if (!saysName(grid, row)) continue
    let start = row
    while (start - 1 > above && row - start < TALLEST_HEADER - 1 && isGroupRow(grid, start - 1))
      start--
    const found = bestHeader(grid, start, Math.min(row + TALLEST_HEADER, grid.sheet.rows.length))
    if (found && found.from <= row && found.to >= row) return found
  }
  return undefined
}

/** Titles of groups of columns, above the row that names the columns. */
const isGroupRow = (grid: Grid, row: number): boolean =>
  grid.countFilled(row) > 1 && !holdsPeople(grid, row)

const saysName = (grid: Grid, row: number): boolean =>
  !holdsPeople(grid, row) &&
  (grid.sheet.rows[row] ?? []).some(
    (cell) => typeof cell === 'string' && cell.length < 40 && isNameHeading(canonical(cell)),
  )

function tableBelow(
  grid: Grid,
  { from, to, headings }: Header,
  next: Header | undefined,
  titlesFrom: number,
): Table {
  let firstRow = to + 1
  while (firstRow < grid.sheet.rows.length && isNumbered(grid, firstRow)) firstRow++
  const { lastRow, total } = endOfTable(grid, firstRow, next?.from)
  const above = linesAbove(grid, titlesFrom, from)
  const headersAgain = new Set<number>()
  return { headerRows: { from, to }, firstRow, lastRow, total, headings, above, headersAgain }
}

const isSameForm = (one: Table, other: Table) =>
  JSON.stringify(one.headings) === JSON.stringify(other.headings)

function isEmpty(grid: Grid, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (grid.countFilled(row) > 0) return false
  return true
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
