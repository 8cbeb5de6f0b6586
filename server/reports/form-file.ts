import { inVietnamese } from '#server/kernel/dates.ts'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { writeFormSheet } from '#server/office/form-sheet.ts'
import type { FormTable } from './form-table.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A filled form as the Excel file an office prints, signs and sends. */
export async function formFile(table: FormTable, place: string): Promise<FileAnswer> {
  const { asOf, since, byUnits } = table
  const bytes = await writeFormSheet({
    name: table.number.replaceAll('/', '-'),
    left: [place.toUpperCase(), table.place.name.toUpperCase()].filter(
      (line, index, lines) => lines.indexOf(line) === index,
    ),
    right: [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      `Biểu số: ${table.number}`,
    ],
    title: [
      table.title.toUpperCase(),
      since
        ? `Từ ngày ${inVietnamese(since)} đến ngày ${inVietnamese(asOf)}`
        : `Số liệu đến ngày ${inVietnamese(asOf)}`,
      `Đơn vị tính: ${table.counted}`,
    ],
    heads: ['STT', byUnits ? 'Tên đơn vị' : 'Chỉ tiêu'],
    columns: table.columns,
    rows: [
      ...(byUnits
        ? [{ no: '', label: 'Tổng số', indent: 0, bold: true, values: valuesOf(table.totals) }]
        : []),
      ...table.rows.map(({ no, label, indent, cells }) => ({
        ...{ no, label, indent, bold: !byUnits && indent === 0 },
        values: valuesOf(cells),
      })),
    ],
    notes: notesUnder(table),
    place: `…………, ngày …… tháng …… năm ${asOf.slice(0, 4)}`,
    signatures: table.signatures,
  })
  return { fileName: `${table.number.replaceAll('/', '-')} ${asOf}.xlsx`, mediaType: XLSX, bytes }
}

const valuesOf = (cells: FormTable['totals']) => cells.map(({ value }) => value)

/** What a reader must know to trust the numbers: where records are silent, and what does not add up. */
function notesUnder({ notes, columns, totals, checks, about, cite }: FormTable): string[] {
  const open = columns.flatMap(({ no }, index) => {
    const unknown = totals[index]?.unknown ?? 0
    return unknown > 0 ? [`cột ${no}: ${unknown.toLocaleString('vi')}`] : []
  })
  const failed = checks.filter(({ ok }) => !ok)
  return [
    `Phạm vi: ${about}. Căn cứ: ${cite}.`,
    ...notes,
    ...(open.length > 0
      ? [`Chưa đủ hồ sơ để xếp, không tính vào số trên (tổng số): ${open.join('; ')}.`]
      : []),
    ...failed.map(
      ({ rule, of, where, left, right }) =>
        `Chưa khớp: ${of === 'columns' ? 'cột' : 'dòng'} ${rule}${where ? `, ở “${where}”` : ''}: ${left.toLocaleString('vi')} so với ${right.toLocaleString('vi')}.`,
    ),
  ]
}
