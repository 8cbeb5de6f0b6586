import { labelOf } from '#server/kernel/code-list.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { codeOf, flag } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { writeWorkbook } from '#server/office/workbook.ts'
import { SEXES } from './code-lists.ts'
import { rosterPage } from './roster.ts'
import { rosterFilters } from './roster-filters.ts'
import { SORTS } from './roster-joins.ts'
import { type RosterRow, rosterRows } from './roster-rows.ts'

interface Column {
  header: string
  width: number
  kind?: 'number' | 'date'
  of(row: RosterRow): string | number | null
}

/** Birth dates stay text: 1975 and 06/1975 are all that some records know. */
const COLUMNS: readonly Column[] = [
  { header: 'Số hiệu hồ sơ', width: 14, of: (row) => row.recordNo },
  { header: 'Họ và tên', width: 26, of: (row) => row.fullName },
  { header: 'Giới tính', width: 9, of: (row) => labelOf(SEXES, row.sex) },
  { header: 'Ngày sinh', width: 12, of: (row) => row.born },
  { header: 'Tuổi', width: 7, kind: 'number', of: (row) => row.age },
  { header: 'Dân tộc', width: 10, of: (row) => row.ethnicity },
  { header: 'Chức vụ', width: 28, of: (row) => row.title },
  { header: 'Đơn vị', width: 34, of: unitInWords },
  { header: 'Từ ngày', width: 12, kind: 'date', of: (row) => row.since },
  { header: 'Diện quản lý', width: 26, of: (row) => row.managedByLabel },
  { header: 'Loại biên chế', width: 13, of: (row) => row.employment },
  { header: 'Ngạch', width: 18, of: (row) => row.grade },
  { header: 'Trình độ', width: 12, of: (row) => row.degree },
  { header: 'Lĩnh vực đào tạo', width: 20, of: (row) => row.field },
  { header: 'Hình thức đào tạo', width: 16, of: (row) => row.studyMode },
  { header: 'Lý luận chính trị', width: 14, of: (row) => row.politicalTheory },
  { header: 'Quản lý nhà nước', width: 22, of: (row) => row.stateManagement },
  { header: 'Vào Đảng', width: 12, kind: 'date', of: (row) => row.partySince },
]

function unitInWords({ unitName, unitWithin }: RosterRow): string | null {
  return unitWithin ? `${unitName}, ${unitWithin}` : unitName
}

/** The same people in the same order as the list, as an .xlsx file. */
export const cadreExport = query({
  name: 'cadres.export',
  records: 'export',
  input: rosterFilters.extend({
    sort: codeOf(SORTS).default('name'),
    descending: flag.default(false),
  }),
  output: fileAnswer,
  async run(ctx, { sort, descending, ...filters }) {
    const asOf = filters.asOf ?? ctx.today
    const page = { sort, descending, offset: 0, limit: null }
    const { ids, total } = await rosterPage(ctx, filters, page)
    const rows = await rosterRows(ctx.db, ids, asOf)
    const bytes = await writeWorkbook([
      {
        name: 'Danh sách',
        title: [
          `DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC — ${ctx.province.name.toUpperCase()}`,
          `Số liệu ngày ${inVietnamese(asOf)} · ${total} người`,
        ],
        columns: [
          { header: 'STT', width: 6, kind: 'number' },
          ...COLUMNS.map(({ header, width, kind }) => ({ header, width, kind })),
        ],
        rows: rows.map((row, index) => [index + 1, ...COLUMNS.map(({ of }) => of(row))]),
      },
    ])
    return {
      fileName: `Danh sách cán bộ ${ctx.province.name} ${asOf}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
    }
  },
})
