import { sql } from 'kysely'
import { z } from 'zod'
import type { CodeList } from '#server/kernel/code-list.ts'
import type { Db } from '#server/kernel/database.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { searchable, tidy } from '#server/kernel/text.ts'
import type { Column } from './columns.ts'
import { columnOf, SECTIONS, type SectionCode } from './dictionary.ts'
import { LISTS, type NamedList } from './lists.ts'
import type { Value, Values } from './rows.ts'

/** What a person may type into a field, before the dictionary has looked at it. */
export const rawValues = z.record(
  z.string(),
  z.union([z.string().max(4000, 'Dài quá 4000 ký tự.'), z.number(), z.boolean(), z.null()]),
)

interface Problem {
  field: string
  label: string
  problem: string
}

/**
 * Values by the types of the dictionary, or a refusal that names each field and what it takes.
 * `whole` is the fact as it will be: a code's list and its validity depend on other fields.
 */
export async function checkedValues(
  db: Db,
  code: SectionCode,
  raw: z.output<typeof rawValues>,
  stored: Values | null,
): Promise<Values> {
  const problems: Problem[] = []
  const values: Values = {}
  const merged = { ...stored, ...raw }
  for (const [field, given] of Object.entries(raw)) {
    const column = columnOf(code, field)
    const read = column.fixed ? 'Thông tin này do hệ thống cấp, không sửa.' : typed(column, given)
    const said = read instanceof Ok ? await wrong(db, code, column, read.value, merged) : read
    if (said !== null) problems.push({ field, label: column.label, problem: said })
    else if (read instanceof Ok) values[field] = read.value
  }
  for (const [field, column] of Object.entries(SECTIONS[code].columns)) {
    if (!column.mandatory || (merged[field] ?? null) !== null || field in values) continue
    if (column.type === 'flag' && stored === null) values[field] = false
    else problems.push({ field, label: column.label, problem: 'Không được để trống.' })
  }
  if (values.from !== undefined || values.until !== undefined) {
    const { from = null, until = null } = { ...merged, ...values }
    const { label = '', stored: kept } = SECTIONS[code].columns.until ?? {}
    const isLast = kept === 'last day of during'
    if (from !== null && until !== null && (isLast ? from > until : from >= until))
      problems.push({
        field: 'until',
        label,
        problem: isLast
          ? 'Ngày cuối không được trước ngày bắt đầu.'
          : 'Ngày thôi giữ phải sau ngày bắt đầu.',
      })
  }
  if (problems.length === 0) return values
  const said = problems.map(({ label, problem }) => `${label}: ${problem}`).join(' ')
  throw new Refusal('invalid', `Chưa ghi gì. ${said}`, problems)
}

class Ok {
  readonly value: Value
  constructor(value: Value) {
    this.value = value
  }
}

/** The value in its type, or what is wrong with it. An empty text is no value. */
function typed(column: Column, given: Value): Ok | string {
  const value = typeof given === 'string' ? tidy(given) : given
  if (value === null || value === '') {
    if (column.mandatory) return 'Không được để trống.'
    return new Ok(null)
  }
  return TYPES[column.type](value, column)
}

const reference = (value: Value): Ok | string => {
  const id = Number(value)
  return Number.isInteger(id) && id > 0 && typeof value !== 'boolean'
    ? new Ok(id)
    : 'Hãy chọn trong danh sách.'
}
const words = (value: Value): Ok | string =>
  typeof value === 'string' ? new Ok(value) : 'Cần ghi bằng chữ.'

const TYPES: Record<Column['type'], (value: Value, column: Column) => Ok | string> = {
  text: words,
  code: words,
  title: words,
  date: (value) =>
    isoDate.safeParse(value).success
      ? new Ok(value)
      : 'Cần ngày có thật dạng năm-tháng-ngày, ví dụ 2024-10-31.',
  partial_date: (value) => {
    const text = String(value)
    const day = `${text}${['', '-01-01', '-01', ''][text.split('-').length] ?? ''}`
    return /^\d{4}(-\d\d){0,2}$/.test(text) && isoDate.safeParse(day).success
      ? new Ok(text)
      : 'Cần năm (1975), tháng (1975-06) hoặc ngày (1975-06-20) có thật.'
  },
  whole: (value, column) => numeric(value, column, true),
  decimal: (value, column) => numeric(value, column, false),
  flag: (value) => {
    if (typeof value === 'boolean') return new Ok(value)
    return value === 'true' || value === 'false'
      ? new Ok(value === 'true')
      : 'Chỉ nhận có hoặc không.'
  },
  unit: reference,
  post: reference,
  cadre: reference,
  course: reference,
  document: reference,
}

function numeric(value: Value, { between }: Column, whole: boolean): Ok | string {
  const number = typeof value === 'string' ? Number(value.replace(',', '.')) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return 'Cần một số.'
  if (whole && !Number.isInteger(number)) return 'Cần một số nguyên.'
  if (between && (number < between[0] || number > between[1]))
    return `Cần một số từ ${between[0]} đến ${between[1]}.`
  return new Ok(number)
}

const REFERENCES: Partial<Record<Column['type'], { table: string; key: string }>> = {
  unit: { table: 'unit', key: 'id' },
  post: { table: 'post', key: 'id' },
  cadre: { table: 'cadre', key: 'id' },
  course: { table: 'training_course', key: 'id' },
  document: { table: 'record_document', key: 'id' },
  title: { table: 'job_title', key: 'code' },
}

/** What lists and other tables say against a value; null when nothing. */
async function wrong(
  db: Db,
  code: SectionCode,
  column: Column,
  value: Value,
  merged: Values,
): Promise<string | null> {
  if (value === null) return null
  const referred = REFERENCES[column.type]
  if (referred) {
    const { rows } = await sql`select from ${sql.table(referred.table)}
      where ${sql.id(referred.key)} = ${value}`.execute(db)
    return rows.length > 0 ? null : 'Không có mục này, hoặc anh/chị không được xem. Hãy chọn lại.'
  }
  if (column.type !== 'code') return null
  const list = namedList(column, merged)
  if (!list) return 'Hãy chọn lĩnh vực trước.'
  return wrongCode(list, String(value), firstDay(code, merged))
}

export const listOf = (column: Column, values: Values): CodeList | null =>
  namedList(column, values)?.codes ?? null

function namedList({ list }: Column, values: Values): NamedList | null {
  const name = typeof list === 'object' ? values[list.by] : list
  return Object.entries<NamedList>(LISTS).find(([known]) => known === name)?.[1] ?? null
}

function firstDay(code: SectionCode, values: Values): string | null {
  const day = values[SECTIONS[code].since ?? ''] ?? null
  return day === null ? null : String(day)
}

function wrongCode(
  { codes: list, others }: NamedList,
  code: string,
  day: string | null,
): string | null {
  const known = list[code]
  if (known) {
    const { from, until } = known
    if (day !== null && until && day > until)
      return `“${known.label}” chỉ dùng đến ${inVietnamese(until)}.`
    if (day !== null && from && day < from)
      return `“${known.label}” chỉ dùng từ ${inVietnamese(from)}.`
    return null
  }
  if (others?.form.test(code)) return null
  const meant = Object.entries(list).find(([, { label, short, aliases = [] }]) =>
    [label, short ?? '', ...aliases].some((name) => searchable(name) === searchable(code)),
  )
  if (meant) return `Không có mã “${code}”; có phải ${meant[0]} (${meant[1].label})?`
  if (others)
    return `“${code}” không phải mã. Hãy chọn trong danh mục, hoặc ghi mã dạng ${others.like}.`
  const codes = Object.entries(list).map(([one, { label }]) => `${one} (${label})`)
  return `Không có mã “${code}”. Các mã: ${codes.join(', ')}.`
}
