import { z } from 'zod'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Sheet } from '#server/office/workbook.ts'
import { cellName, Grid, isBlank, type Problem } from './cells.ts'
import { assignColumns, type Column, headingKey } from './columns.ts'
import type { Meanings } from './decisions.ts'
import { fieldOf, type Target, targetName, targetOf } from './fields.ts'
import { findTable, statedDate, type Table } from './layout.ts'
import { readValue } from './values.ts'

/** A sheet that holds a list of people, and how it is read. */
export interface Listing {
  grid: Grid
  table: Table
  columns: Column[]
  /** The day the list was drawn up for, when it says so. */
  statedOn: string | undefined
  today: string
}

export interface Choice {
  /** Only this sheet; all sheets with a list when missing. */
  sheet?: string
  /** Column letter → field, null to leave the column out. */
  mapping?: Record<string, string | null>
}

export interface Listings {
  listings: Listing[]
  /** Sheets left out, and why. */
  problems: Problem[]
}

/** Every list of people in a workbook; refused when there is none. */
export function findListings(
  sheets: readonly Sheet[],
  { sheet: wanted, mapping = {} }: Choice,
  today: string,
  meanings: Meanings,
): Listings {
  const problems: Problem[] = []
  const listings: Listing[] = []
  if (wanted !== undefined && !sheets.some(({ name }) => name === wanted)) {
    const names = sheets.map(({ name }) => `“${name}”`).join(', ')
    throw new Refusal('not_found', `Tệp không có trang tính “${wanted}”. Các trang tính: ${names}.`)
  }
  for (const sheet of sheets.filter(({ name }) => wanted === undefined || name === wanted)) {
    if (!sheet.rows.some((row) => row.some((cell) => !isBlank(cell)))) continue
    const grid = new Grid(sheet)
    const table = sheet.hidden && wanted === undefined ? undefined : findTable(grid)
    if (table) listings.push(listing(grid, table, today, meanings))
    else problems.push(leftOut(sheet))
  }
  const [first] = listings
  if (!first) throw noTable(wanted)
  applyMapping(listings, first, mapping)
  return { listings, problems }
}

function listing(grid: Grid, table: Table, today: string, meanings: Meanings): Listing {
  const about = { today, since1904: grid.sheet.since1904 }
  const rows = { first: table.firstRow, last: table.lastRow }
  const columns = assignColumns(grid, table.headings, rows, meanings, (target, cell) => {
    const heading = 'Năm 2000'
    return 'facts' in readValue(target, cell, { ...about, heading })
  })
  return { grid, table, columns, statedOn: statedDate(table.above), today }
}

/** What the office chose for the columns of one sheet holds for all sheets with the same heading there. */
function applyMapping(
  listings: readonly Listing[],
  reference: Listing,
  mapping: Record<string, string | null>,
): void {
  for (const [letter, name] of Object.entries(mapping)) {
    const target = name === null || name === '' ? null : targetOf(name)
    if (target === undefined) {
      throw new Refusal('invalid', `Không có trường “${name}” để ghép với cột ${letter}.`)
    }
    const heading = reference.columns.find(({ column }) => column === letter)?.heading
    for (const { columns } of listings) {
      const column = columns.find((own) => own.column === letter && own.heading === heading)
      if (column) assign(columns, column, target)
    }
  }
}

function assign(columns: readonly Column[], column: Column, target: Target | null): void {
  for (const other of columns) {
    const same = other.target && target && targetName(other.target) === targetName(target)
    if (same && !fieldOf(other.target?.field ?? 'note').several) other.target = null
  }
  column.target = target
  column.confidence = 1
}

/** Headings whose column was chosen by hand: the next list of the same form needs no mapping. */
export function decidedHeadings(
  listings: readonly Listing[],
  mapping: Record<string, string | null>,
): { heading: string; target: string | null }[] {
  const columns = listings[0]?.columns ?? []
  return Object.entries(mapping).flatMap(([letter, target]) => {
    const heading = headingKey([columns.find(({ column }) => column === letter)?.heading ?? ''])
    return heading ? [{ heading, target: target || null }] : []
  })
}

const storedMapping = z.array(
  z.object({
    sheet: z.string(),
    column: z.string(),
    heading: z.string(),
    target: z.string().nullable(),
  }),
)

export const mappingOf = (listings: readonly Listing[]): z.output<typeof storedMapping> =>
  listings.flatMap(({ grid, columns }) =>
    columns.map(({ column, heading, target }) => ({
      sheet: grid.sheet.name,
      column,
      heading,
      target: target && targetName(target),
    })),
  )

const leftOut = ({ name, hidden }: Sheet): Problem => ({
  sheet: name,
  cell: cellName(0, 0),
  row: 1,
  value: '',
  reason: hidden
    ? 'Trang tính đang ẩn nên không được đọc.'
    : 'Trang tính này không có bảng danh sách người (không thấy cột Họ và tên).',
  fix: hidden
    ? 'Nếu cần nhập, hãy bỏ ẩn trang tính hoặc chọn riêng trang tính này.'
    : 'Nếu là danh sách, hãy đặt tiêu đề “Họ và tên” phía trên cột tên.',
  severity: 'reminds',
})

const noTable = (sheet: string | undefined) =>
  new Refusal(
    'invalid',
    `${sheet === undefined ? 'Tệp' : `Trang tính “${sheet}”`} không có bảng danh sách người: cần một dòng tiêu đề có cột “Họ và tên” và vài cột khác như Ngày sinh, Chức vụ. Hãy kiểm tra lại tệp.`,
  )
