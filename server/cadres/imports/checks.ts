import { SEXES } from '#server/cadres/code-lists.ts'
import type { Problem, Say } from './cells.ts'
import type { FieldName } from './fields.ts'
import { fieldOf } from './fields.ts'
import type { PersonRow } from './reading.ts'
import type { Listing } from './tables.ts'

/** Adds a problem to a row at the cell of a field, or at the name when the field has no cell. */
export function report(
  row: PersonRow,
  field: FieldName,
  { asked, ...say }: Say,
  severity: Problem['severity'],
): void {
  const cell = cellOfField(row, field)
  const read = row.values.findLast((value) => value.field === field)
  const value = read?.value ?? row.facts.full_name ?? ''
  const at = field === 'full_name' ? { at: `${row.sheet}!${cell}` } : {}
  row.problems.push({
    sheet: row.sheet,
    cell,
    row: row.row,
    value,
    ...say,
    severity,
    ...(say.options && { asks: { field, text: asked ?? value, ...at } }),
  })
  if (read && read.state === 'ok') read.state = severity === 'blocks' ? 'rejected' : 'warning'
}

const cellOfField = (row: PersonRow, field: FieldName): string => {
  const birth = (['birth_date', 'birth_date_male', 'birth_date_female'] as const).find((name) =>
    row.cells.has(name),
  )
  const known = field === 'birth_date' ? (birth ?? field) : field
  return row.cells.get(known) ?? row.nameCell
}

/** What two values of one row say about each other. */
export function checkRow(row: PersonRow): void {
  const { facts } = row
  const number = facts.national_id
  if (number && facts.birth && number.slice(4, 6) !== facts.birth.on.slice(2, 4)) {
    report(
      row,
      'national_id',
      {
        reason: `Số định danh ${number} ứng với năm sinh …${number.slice(4, 6)}, danh sách ghi ${facts.birth.on.slice(0, 4)}.`,
        fix: 'Kiểm tra số định danh và năm sinh với thẻ căn cước.',
      },
      'reminds',
    )
  }
  const sex = number && (Number(number[3]) % 2 === 0 ? 'male' : 'female')
  if (sex && facts.sex && sex !== facts.sex) {
    report(
      row,
      'national_id',
      {
        reason: `Số định danh ${number} là của ${SEXES[sex].label.toLowerCase()}, danh sách ghi ${SEXES[facts.sex].label}.`,
        fix: 'Kiểm tra số định danh và giới tính với thẻ căn cước.',
      },
      'reminds',
    )
  }
  if (sex && !facts.sex) {
    facts.sex = sex
    const cell = row.cells.get('national_id') ?? null
    row.values.push({
      field: 'sex',
      label: fieldOf('sex').label,
      value: SEXES[sex].label,
      cell,
      state: 'ok',
    })
  }
  if (facts.major && !facts.degree) {
    report(
      row,
      'major',
      {
        reason: 'Có chuyên ngành nhưng không đọc được trình độ nên chưa ghi.',
        fix: 'Ghi trình độ chuyên môn ở cột trình độ.',
      },
      'reminds',
    )
  }
  if (
    facts.birth &&
    facts.post_since &&
    facts.post_since.slice(0, 4) < String(Number(facts.birth.on.slice(0, 4)) + 16)
  ) {
    report(
      row,
      'post_since',
      {
        reason: 'Ngày giữ chức vụ khi chưa đủ 16 tuổi.',
        fix: 'Kiểm tra ngày giữ chức vụ và ngày sinh.',
      },
      'reminds',
    )
  }
}

/** What a person lacks; said once for the sheet when no column could have said it. */
export function checkMissing(row: PersonRow, listing: Listing): void {
  const hasColumn = (...names: FieldName[]) =>
    listing.columns.some(({ target }) => target && names.includes(target.field))
  const { facts } = row
  if (!facts.sex && hasColumn('sex', 'birth_date_male', 'birth_date_female', 'national_id')) {
    report(row, 'sex', NO_SEX, 'reminds')
  }
  const unread = row.values.some(({ field }) => field.startsWith('birth_date'))
  if (!facts.birth && !unread && hasColumn('birth_date', 'birth_date_male', 'birth_date_female')) {
    report(row, 'birth_date', NO_BIRTH, 'reminds')
  }
  if (!facts.post_since && hasColumn('post_since')) {
    report(row, 'post_since', noStart(listing.statedOn), 'reminds')
  }
}

/** What concerns a sheet as a whole: columns it has not, a total that differs, rows out of sight. */
export function checkSheet(
  listing: Listing,
  people: number,
  unitByTitle: string | undefined,
): Problem[] {
  const { grid, table, columns, statedOn } = listing
  const sheet = grid.sheet.name
  const problems: Problem[] = []
  const at = (row: number, column: string, value: string, { reason, fix }: Say) =>
    problems.push({
      sheet,
      cell: `${column}${row + 1}`,
      row: row + 1,
      value,
      reason,
      fix,
      severity: 'reminds',
    })
  const hasColumn = (...names: FieldName[]) =>
    columns.some(({ target }) => target && names.includes(target.field))
  const header = table.headerRows.to
  const first = columns[0]?.column ?? 'A'
  if (!hasColumn('sex', 'birth_date_male', 'birth_date_female', 'national_id')) {
    at(header, first, '', NO_SEX)
  }
  if (!hasColumn('birth_date', 'birth_date_male', 'birth_date_female'))
    at(header, first, '', NO_BIRTH)
  if (!hasColumn('post_since')) at(header, first, '', noStart(statedOn))
  if (unitByTitle) {
    at(table.above[0]?.row ?? header, first, unitByTitle, {
      reason: `Có người không ghi đơn vị; hiểu là của ${unitByTitle} theo tiêu đề của danh sách.`,
      fix: 'Nếu không đúng, chọn đơn vị cho cả danh sách hoặc thêm cột Đơn vị.',
    })
  }
  if (table.total && table.total.people !== people) {
    at(table.total.row, columnLetter(columns, table.total.column), String(table.total.people), {
      reason: `Dòng tổng ghi ${table.total.people} người, đọc được ${people} người.`,
      fix: 'Kiểm tra danh sách có thiếu hoặc thừa dòng.',
    })
  }
  const hidden = grid.sheet.hiddenRows.filter(
    (row) => row >= table.firstRow && row <= table.lastRow,
  )
  if (hidden.length > 0) {
    at(hidden[0] ?? 0, first, '', {
      reason: `${hidden.length} dòng đang ẩn hoặc bị lọc; vẫn được đọc.`,
      fix: 'Nếu không muốn nhập các dòng này, hãy xóa chúng khỏi tệp.',
    })
  }
  return problems
}

const columnLetter = (columns: Listing['columns'], index: number) =>
  columns.find((own) => own.index === index)?.column ?? 'A'

const NO_SEX: Say = {
  reason: 'Không biết giới tính. Nhập được; chỉ tiêu về nữ sẽ ghi “chưa rõ”.',
  fix: 'Bổ sung cột Giới tính, hai cột ngày sinh Nam/Nữ, hoặc số định danh.',
}
const NO_BIRTH: Say = {
  reason: 'Không có ngày sinh. Nhập được; chỉ tiêu theo tuổi sẽ ghi “chưa rõ”.',
  fix: 'Bổ sung ngày sinh, ít nhất là năm sinh.',
}
const noStart = (statedOn: string | undefined): Say => ({
  reason: `Không có ngày giữ chức vụ; tính từ ${statedOn ? `ngày của danh sách (${statedOn.split('-').reverse().join('/')})` : 'hôm nay'}.`,
  fix: 'Bổ sung cột Ngày giữ chức vụ theo quyết định.',
})
