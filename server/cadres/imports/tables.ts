import { z } from 'zod'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Sheet } from '#server/office/workbook.ts'
import { cellName, Grid, isBlank, type Problem } from './cells.ts'
import { assignColumns, type Column } from './columns.ts'
import type { Meanings } from './decisions.ts'
import { findTables, type Table } from './layout.ts'
import { applyMapping } from './mapping.ts'
import { statedDate } from './table-ends.ts'
import { readValue } from './values.ts'

/** A table that holds a list of people, and how it is read. */
export interface Listing {
  /** The sheet, and for further tables of one sheet also the row of the header: `Sở Y tế!14`. */
  name: string
  grid: Grid
  table: Table
  columns: Column[]
  /** The day the list was drawn up for, when it says so. */
  statedOn: string | undefined
  today: string
  /** The first table of the same sheet, whose titles may be about all of them. */
  first: Listing | undefined
}

/** What was decided for one table: whether it is read, and whose people it lists. */
export const tableChoice = z.object({
  table: z.string().max(200),
  read: z.boolean().default(true),
  unitId: z.number().int().nullish(),
})

export type TableChoice = z.output<typeof tableChoice>

export interface Choice {
  /** Only this sheet; all sheets with a list when missing. */
  sheet?: string
  /** For single tables; those not named are read when their form is that of the first. */
  tables?: readonly TableChoice[]
  /** Column letter → field, null to leave the column out; `table!B` for a table not the first. */
  mapping?: Record<string, string | null>
}

/** A table or sheet of the file: read, or left out and why. */
export interface Found {
  name: string
  listing: Listing | null
  read: boolean
  why: string | null
}

export interface Listings {
  found: Found[]
  /** Those that are read. */
  listings: Listing[]
  /** Tables left out, and why. */
  problems: Problem[]
}

/** Every list of people in a workbook; refused when there is none. */
export function findListings(
  sheets: readonly Sheet[],
  { sheet: wanted, tables = [], mapping = {} }: Choice,
  today: string,
  meanings: Meanings,
): Listings {
  refuseUnknown(wanted, sheets)
  const seen = sheets
    .filter(({ name }) => wanted === undefined || name === wanted)
    .map((sheet) => ({ sheet, all: listingsOf(sheet, today, meanings) }))
  const shown = seen.filter(({ sheet }) => !sheet.hidden || wanted !== undefined)
  const [reference] = shown.flatMap(({ all }) => all)
  const found = seen.flatMap(({ sheet, all }): Found[] => {
    if (all.length === 0) {
      const why = isEmpty(sheet) ? EMPTY : NO_LIST
      return [{ name: sheet.name, listing: null, read: false, why }]
    }
    return all.map((listing) => {
      const { name } = listing
      const hidden = sheet.hidden && wanted === undefined
      const byDefault = hidden ? HIDDEN : reference && isOfForm(listing, reference) ? null : OTHER
      const read = tables.find(({ table }) => table === name)?.read ?? byDefault === null
      return { name, listing, read, why: read ? null : (byDefault ?? BY_CHOICE) }
    })
  })
  const unknown = tables.find(({ table }) => !found.some(({ name }) => name === table))
  if (unknown) throw new Refusal('not_found', `Tệp không có bảng “${unknown.table}”.`)
  const listings = found.flatMap(({ listing, read }) => (listing && read ? [listing] : []))
  if (listings.length === 0)
    throw found.some(({ listing }) => listing) ? noneRead() : noTable(wanted)
  applyMapping(listings, mapping)
  return { found, listings, problems: found.flatMap(leftOut) }
}

function refuseUnknown(wanted: string | undefined, sheets: readonly Sheet[]): void {
  if (wanted === undefined || sheets.some(({ name }) => name === wanted)) return
  const names = sheets.map(({ name }) => `“${name}”`).join(', ')
  throw new Refusal('not_found', `Tệp không có trang tính “${wanted}”. Các trang tính: ${names}.`)
}

const isEmpty = ({ rows }: Sheet) => !rows.some((row) => row.some((cell) => !isBlank(cell)))

function listingsOf(sheet: Sheet, today: string, meanings: Meanings): Listing[] {
  const grid = new Grid(sheet)
  const about = { today, since1904: sheet.since1904 }
  const listings: Listing[] = []
  for (const table of findTables(grid)) {
    const rows = { first: table.firstRow, last: table.lastRow }
    const columns = assignColumns(grid, table.headings, rows, meanings, (target, cell) => {
      const heading = 'Năm 2000'
      return 'facts' in readValue(target, cell, { ...about, heading })
    })
    const [first] = listings
    const name = first ? `${sheet.name}!${table.headerRows.from + 1}` : sheet.name
    const statedOn = statedDate(table.above) ?? first?.statedOn
    listings.push({ name, grid, table, columns, statedOn, today, first })
  }
  return listings
}

/** Half of what a list says beyond names must be what the first one says: children of staff are not staff. */
function isOfForm(listing: Listing, reference: Listing): boolean {
  if (listing === reference) return true
  const told = listing.columns.filter(
    ({ target }) => !['full_name', 'ordinal', 'note'].includes(target?.field ?? ''),
  )
  const fields = new Set(reference.columns.map(({ target }) => target?.field))
  const shared = told.filter(({ target }) => target && fields.has(target.field))
  return shared.length > 0 && shared.length * 2 >= told.length
}

const EMPTY = 'Trang tính trống.'
const NO_LIST = 'Trang tính này không có bảng danh sách người (không thấy cột Họ và tên).'
const HIDDEN = 'Trang tính đang ẩn nên không được đọc.'
const OTHER = 'Tiêu đề khác với bảng đầu tiên nên chưa được đọc.'
const BY_CHOICE = 'Không được chọn để nhập.'

const FIXES: Record<string, string> = {
  [NO_LIST]: 'Nếu là danh sách, hãy đặt tiêu đề “Họ và tên” phía trên cột tên.',
  [HIDDEN]: 'Nếu cần nhập, hãy bỏ ẩn trang tính hoặc chọn riêng trang tính này.',
  [OTHER]: 'Nếu cũng là danh sách cán bộ, hãy chọn bảng này và xem lại cách ghép cột.',
}

/** Left out without anybody having said so: told, unless nothing is there. */
function leftOut({ name, listing, why }: Found): Problem[] {
  const fix = FIXES[why ?? '']
  if (!why || !fix) return []
  const row = listing ? listing.table.headerRows.from : 0
  const sheet = listing?.grid.sheet.name ?? name
  const at = { sheet, cell: cellName(row, 0), row: row + 1 }
  return [{ ...at, value: '', reason: why, fix, severity: 'reminds' }]
}

const noneRead = () =>
  new Refusal('invalid', 'Chưa bảng nào được chọn để nhập. Hãy chọn ít nhất một bảng.')

const noTable = (sheet: string | undefined) =>
  new Refusal(
    'invalid',
    `${sheet === undefined ? 'Tệp' : `Trang tính “${sheet}”`} không có bảng danh sách người: cần một dòng tiêu đề có cột “Họ và tên” và vài cột khác như Ngày sinh, Chức vụ. Hãy kiểm tra lại tệp.`,
  )
