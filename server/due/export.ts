import { inVietnamese } from '#server/kernel/dates.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { writeWorkbook } from '#server/office/workbook.ts'
import { KINDS } from './kinds.ts'
import { clauseOf, dueBetween, dueInput, type Found, periodOf, whyOf } from './question.ts'

/** The same list in the same order, as an .xlsx file. */
export const dueExport = query({
  name: 'due.export',
  records: 'export',
  input: dueInput,
  output: fileAnswer,
  async run(ctx, input) {
    const asked = await periodOf(ctx, input)
    const { asOf, from, to, rules } = asked
    const rows = await dueBetween(ctx, asked)
    const bytes = await writeWorkbook([
      {
        name: 'Việc đến hạn',
        title: [
          `VIỆC ĐẾN HẠN — ${ctx.province.name.toUpperCase()}`,
          `Từ ${inVietnamese(from)} đến ${inVietnamese(to)} · hồ sơ ngày ${inVietnamese(asOf)} · ${rows.length} việc`,
        ],
        columns: [
          { header: 'STT', width: 6, kind: 'number' },
          { header: 'Đến hạn', width: 12, kind: 'date' },
          { header: 'Quá hạn (ngày)', width: 10, kind: 'number' },
          { header: 'Việc', width: 30 },
          { header: 'Họ và tên', width: 26 },
          { header: 'Chức vụ', width: 26 },
          { header: 'Đơn vị', width: 32 },
          { header: 'Cách tính', width: 56 },
          { header: 'Căn cứ', width: 40 },
        ],
        rows: rows.map((row, index) => [
          index + 1,
          row.date,
          row.overdue ? -row.days : null,
          KINDS[row.kind].label,
          whose(row),
          row.title,
          row.unitName,
          whyOf(row, rules),
          clauseOf(row, rules),
        ]),
      },
    ])
    return {
      fileName: `Việc đến hạn ${ctx.province.name} ${from} ${to}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
    }
  },
})

const whose = ({ fullName, people }: Found): string => fullName ?? `${people} người`
