/** What every test of imports needs: a list written as a workbook, and everything a province holds. */
import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { type SheetToWrite, writeWorkbook } from '#server/office/workbook.ts'

export type Row = (string | number | null)[]

export const NAMES = ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Chức vụ']

export const HEADINGS = [
  'TT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Dân tộc',
  'Đơn vị',
  'Chức vụ',
  'Trình độ chuyên môn',
  'Số CCCD',
]

export const sheet = (
  name: string,
  headings: string[],
  rows: Row[],
  title: string[] = [],
): SheetToWrite => ({
  name,
  title,
  columns: headings.map((header) => ({ header })),
  rows,
})

export const file = async (...sheets: SheetToWrite[]) => ({
  name: 'danh-sach.xlsx',
  bytes: await writeWorkbook(sheets),
})

/** One sheet with the usual columns, drawn up for the last day of September. */
export const list = (...rows: Row[]) =>
  file(sheet('Danh sách', HEADINGS, rows, ['DANH SÁCH CÁN BỘ', 'Tính đến ngày 30/9/2024']))

/** What remains by design: the log, and the files and changes that were taken back. */
const HISTORY = ['audit_entry', 'audit_head', 'import', 'record_change', 'answered_command']

/** Every row of every table of the province; versions grow with each change and are left out. */
export async function everything({ db }: Context): Promise<Record<string, unknown>> {
  const { rows: tables } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'
      and has_table_privilege(oid, 'select') order by 1`.execute(db)
  const all: Record<string, unknown> = {}
  for (const { name } of tables.filter(({ name }) => !HISTORY.includes(name))) {
    const { rows } = await sql<{ row: object }>`select to_jsonb(t) - 'version' as row
      from ${sql.table(name)} t order by to_jsonb(t)::text`.execute(db)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}
