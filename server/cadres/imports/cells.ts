import { searchable, tidy } from '#server/kernel/text.ts'
import type { CellValue, Sheet } from '#server/office/workbook.ts'

/** What is wrong or doubtful, and what would put it right. */
export interface Say {
  reason: string
  fix: string
  /** What it could have meant, nearest first; `asked` is the text in question if not the whole cell. */
  options?: readonly Option[]
  asked?: string
}

/** One answer to a question about a cell: what the text stands for, null to leave it out. */
export interface Option {
  to: string | null
  label: string
}

export interface Problem extends Say {
  sheet: string
  cell: string
  /** One-based, as the office sees it. */
  row: number
  value: string
  severity: 'blocks' | 'reminds'
  /** What can be decided here instead of in the file; `at` when it concerns this row alone. */
  asks?: { field: string; text: string; at?: string }
}

/** 0 → A, 26 → AA */
export function columnName(column: number): string {
  const rest = column % 26
  const before = column >= 26 ? columnName(Math.floor(column / 26) - 1) : ''
  return before + String.fromCharCode(65 + rest)
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** As the office sees the cell: decimal comma, day before month. */
export function shown(cell: CellValue | undefined): string {
  if (cell == null) return ''
  if (typeof cell === 'string') return tidy(cell.replaceAll('\n', ' '))
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'boolean') return cell ? 'x' : ''
  const [year = '', month = '', day = ''] = cell.date.split('-')
  const parts = {
    day: [day, month, year],
    month: [month, year],
    year: [year],
    'day-month': [String(Number(day)), String(Number(month))],
  }
  return parts[cell.shows].join('/')
}

/** Letters and digits only: what headings, names of units and abbreviations are compared by. */
export const canonical = (text: string): string =>
  searchable(text.replaceAll('\n', ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Nothing, or what people type for nothing. */
export const isBlank = (cell: CellValue | undefined): boolean =>
  cell == null ||
  cell === false ||
  (typeof cell === 'string' && cell.length < 12 && /^[-–—.…_/\s\u00a0\u200b]*$/.test(cell))

export const isMark = (text: string): boolean => /^(x|1|v|✓|✔|☑|có|\+)$/i.test(text.trim())

export const isBrokenFormula = (text: string): boolean =>
  /^#(REF|VALUE|NAME|N\/A|DIV\/0|NUM|NULL)/i.test(text)

/** Cells with merges resolved: headings spread both ways, a value merged downwards holds for each row. */
export class Grid {
  readonly sheet: Sheet
  readonly width: number
  private readonly anchors = new Map<number, { row: number; column: number }>()

  constructor(sheet: Sheet) {
    this.sheet = sheet
    this.width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
    for (const { fromRow, toRow, fromColumn, toColumn } of sheet.merges) {
      for (let row = fromRow; row <= Math.min(toRow, sheet.rows.length); row++) {
        for (let column = fromColumn; column <= Math.min(toColumn, this.width); column++) {
          this.anchors.set(row * 16384 + column, { row: fromRow, column: fromColumn })
        }
      }
    }
  }

  countFilled(row: number): number {
    let filled = 0
    for (const cell of this.sheet.rows[row] ?? []) if (!isBlank(cell)) filled++
    return filled
  }

  own(row: number, column: number): CellValue {
    return this.sheet.rows[row]?.[column] ?? null
  }

  heading(row: number, column: number): CellValue {
    const anchor = this.anchors.get(row * 16384 + column)
    return anchor ? this.own(anchor.row, anchor.column) : this.own(row, column)
  }

  /** Where the value of a cell stands: above it when the cell is merged downwards. */
  source(row: number, column: number): { row: number; column: number } {
    const anchor = this.anchors.get(row * 16384 + column)
    return anchor && anchor.column === column ? anchor : { row, column }
  }

  value(row: number, column: number): CellValue {
    const source = this.source(row, column)
    return this.own(source.row, source.column)
  }

  /** Merged across several columns, as section rows are. */
  spans(row: number, column: number): boolean {
    return this.anchors.get(row * 16384 + column + 1)?.column === column
  }
}
