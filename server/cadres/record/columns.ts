import type { ListName } from './lists.ts'

/** Whose record is incomplete without it. */
export type Audience = 'everyone' | 'leaders' | 'party_members'

export type ColumnType =
  | 'text'
  | 'date'
  | 'partial_date'
  | 'whole'
  | 'decimal'
  | 'flag'
  | 'code'
  | 'unit'
  | 'title'
  | 'post'
  | 'cadre'
  | 'course'
  | 'document'

/** Numbers of the items a column fills: 2C-BNV/2008, Thông tư 06/2023, 2C/TCTW-98, party résumé 2026. */
export interface FormItems {
  bnv2c?: string
  tt06?: string
  tctw98?: string
  party2026?: string
}

export interface Column {
  label: string
  type: ColumnType
  /** Of a `code`: its list, or the column whose code names the list. */
  list?: ListName | { by: string }
  forms?: FormItems
  /** The database takes no row without it. */
  mandatory?: true
  /** Counted by completeness, for whom. */
  required?: Audience
  /** A change needs the managing body as well, where one manages the person. */
  managed?: true
  /** Shown and never written through the record: given by the house itself. */
  fixed?: true
  /** Not the column of the same name, but a part of it. */
  stored?: 'lower of during' | 'upper of during' | 'last day of during' | 'date with precision'
  /** Not known before the day another field says: why it ended, what was concluded. */
  knownBy?: string
  /** Smallest and largest number taken. */
  between?: readonly [number, number]
}

type More = Omit<Column, 'label' | 'type' | 'list'>

const of =
  (type: ColumnType) =>
  (label: string, more: More = {}): Column => ({ label, type, ...more })

export const text = of('text')
export const date = of('date')
export const partialDate = of('partial_date')
export const whole = of('whole')
export const decimal = of('decimal')
export const flag = of('flag')
export const unit = of('unit')
export const title = of('title')
export const post = of('post')
export const cadre = of('cadre')
export const course = of('course')
export const documentOf = of('document')

export const code = (label: string, list: ListName | { by: string }, more: More = {}): Column => ({
  label,
  type: 'code',
  list,
  ...more,
})

const begun = (label: string, more: More) =>
  date(label, { mandatory: true, stored: 'lower of during', ...more })

/** The two ends of `during` as decisions say them: `until` is the last day, “đến ngày”. */
export const period = (from = 'Từ ngày', until = 'Đến ngày', more: More = {}) => ({
  from: begun(from, more),
  until: date(until, { stored: 'last day of during' }),
})

/** Of a post, which its successor may take the same day: `until` is the first day no longer. */
export const held = (from: string, until: string, more: More = {}) => ({
  from: begun(from, more),
  until: date(until, { stored: 'upper of during' }),
})

/** The paper a fact rests on. */
export const decision = {
  decision_no: text('Số quyết định'),
  decided_on: date('Ngày quyết định'),
}

export const forms = (
  bnv2c?: string,
  tt06?: string,
  tctw98?: string,
  party2026?: string,
): { forms: FormItems } => ({
  forms: {
    ...(bnv2c && { bnv2c }),
    ...(tt06 && { tt06 }),
    ...(tctw98 && { tctw98 }),
    ...(party2026 && { party2026 }),
  },
})
