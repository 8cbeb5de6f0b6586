import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { searchable } from '#server/kernel/text.ts'
import type { Option, Say } from './cells.ts'
import type { KnownDate } from './date-text.ts'
import { dateLabel } from './date-values.ts'
import { NEW } from './decisions.ts'
import type { Facts } from './facts.ts'
import type { PersonRow } from './reading.ts'

/** A person already in the records, with the columns a list may complete. */
export interface KnownPerson {
  id: number
  record_no: string
  full_name: string
  name_search: string
  other_names: string | null
  sex: string | null
  born_on: string | null
  born_precision: KnownDate['precision'] | null
  birth_place: string | null
  home_place: string | null
  ethnicity: string | null
  religion: string | null
  staff_number: string | null
  first_recruited_on: string | null
  general_education: string | null
  unit_id: number | null
  has_private: boolean
  national_id: string | null
  old_id_number: string | null
  phone: string | null
  email: string | null
  permanent_address: string | null
  current_address: string | null
  social_insurance_no: string | null
}

type Listed = Pick<PersonRow, 'facts' | 'nameSearch'>

export interface People {
  match(
    row: Listed,
    unitId: number | undefined,
  ): { person: KnownPerson } | { refused: Say } | undefined
  byId(id: number): KnownPerson | undefined
  byRecord(recordNo: string): KnownPerson | undefined
}

/** Everybody who could be one of the listed, in one question. */
export async function peopleLike(
  db: Db,
  listed: readonly Listed[],
  ids: readonly number[],
  records: readonly string[] = [],
): Promise<People> {
  const names = JSON.stringify([...new Set(listed.map(({ nameSearch }) => nameSearch))])
  const numbers = JSON.stringify(listed.flatMap(({ facts }) => facts.national_id ?? []))
  const { rows } = await sql<KnownPerson>`
    select c.id, c.record_no, c.full_name, c.name_search, c.other_names, c.sex, c.born_on,
      c.born_precision, c.birth_place, c.home_place, c.ethnicity, c.religion, c.staff_number,
      c.first_recruited_on, c.general_education, c.unit_id, p.cadre_id is not null as has_private,
      p.national_id, p.old_id_number, p.phone, p.email, p.permanent_address, p.current_address,
      p.social_insurance_no
    from cadre c left join cadre_private p on p.cadre_id = c.id
    where c.name_search in (select jsonb_array_elements_text(${names}::jsonb))
      or c.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::integer)
      or c.id in (select cadre_id from cadre_private
        where national_id in (select jsonb_array_elements_text(${numbers}::jsonb)))
      or c.record_no in (select jsonb_array_elements_text(${JSON.stringify(records)}::jsonb))
    order by c.id`.execute(db)
  const byId = new Map(rows.map((person) => [person.id, person]))
  const byName = Map.groupBy(rows, ({ name_search }) => name_search)
  const byNumber = new Map(
    rows.flatMap((person) => (person.national_id ? [[person.national_id, person] as const] : [])),
  )
  return {
    byId: (id) => byId.get(id),
    byRecord: (recordNo) => rows.find(({ record_no }) => record_no === recordNo),
    match({ facts, nameSearch }, unitId) {
      const numbered = facts.national_id ? byNumber.get(facts.national_id) : undefined
      if (numbered) return sameNumber(facts, nameSearch, numbered)
      return sameName(facts, byName.get(nameSearch) ?? [], unitId)
    },
  }
}

const describe = ({ record_no, full_name, born_on, born_precision }: KnownPerson): string =>
  born_on && born_precision
    ? `${record_no} (${full_name}, sinh ${dateLabel({ on: born_on, precision: born_precision })})`
    : `${record_no} (${full_name})`

const optionOf = (person: KnownPerson): Option => ({
  to: person.record_no,
  label: describe(person),
})

function sameNumber(facts: Facts, nameSearch: string, person: KnownPerson) {
  if (nameSearch === person.name_search || bornAlike(facts.birth, person) === 'same')
    return { person }
  return {
    refused: {
      reason: `Số định danh ${facts.national_id} đang thuộc hồ sơ ${describe(person)}.`,
      fix: 'Kiểm tra số định danh của người trong danh sách và của hồ sơ này.',
      options: [optionOf(person)],
    },
  }
}

/** Same name: the birth date decides, then what else both sides know. */
function sameName(facts: Facts, named: readonly KnownPerson[], unitId: number | undefined) {
  const possible = named.filter(
    (person) =>
      bornAlike(facts.birth, person) !== 'different' &&
      !(facts.national_id && person.national_id) &&
      !(facts.sex && person.sex && facts.sex !== person.sex),
  )
  const surely = possible.filter((person) => bornAlike(facts.birth, person) === 'same')
  const near = possible.filter(
    (person) =>
      person.unit_id === unitId ||
      (facts.home_place !== undefined && samePlace(facts.home_place, person.home_place)),
  )
  const exact = surely.length > 1 ? surely.filter((person) => near.includes(person)) : surely
  const found = exact.length > 0 ? exact : surely.length > 0 ? surely : near
  const [person, ...others] = found
  if (!person) return undefined
  if (others.length === 0) return { person }
  return {
    refused: {
      reason: `Có ${found.length} hồ sơ cùng họ tên, ngày sinh: ${found.map(describe).join('; ')}.`,
      fix: 'Ghi thêm số định danh cá nhân để biết là hồ sơ nào.',
      options: [...found.map(optionOf), { to: NEW, label: 'Người khác, lập hồ sơ mới' }],
    },
  }
}

const samePlace = (one: string, other: string | null) =>
  other !== null && searchable(one) === searchable(other)

/** Whether two birth dates are one, could be one, or cannot be. */
function bornAlike(
  birth: KnownDate | undefined,
  person: KnownPerson,
): 'same' | 'possible' | 'different' {
  const { born_on, born_precision } = person
  if (!birth || !born_on || !born_precision) return 'possible'
  const shared = Math.min(PARTS[birth.precision], PARTS[born_precision])
  if (birth.on.slice(0, shared) !== born_on.slice(0, shared)) return 'different'
  return birth.precision === born_precision && birth.precision === 'day' ? 'same' : 'possible'
}

const PARTS = { year: 4, month: 7, day: 10 }

/** Both sides of a difference, for a reminder; a record is never overwritten by a list. */
export const differs = (
  record: string,
  recorded: string,
  listed: string,
  updatable: boolean,
): Say => ({
  reason: `Hồ sơ ${record} ghi “${recorded}”, danh sách ghi “${listed}”; hồ sơ được giữ nguyên.`,
  fix: updatable
    ? 'Đối chiếu giấy tờ gốc; nếu danh sách đúng, chọn cập nhật ở bảng “Hồ sơ khác danh sách”.'
    : 'Đối chiếu giấy tờ gốc; thay đổi này cần quyết định, ghi trong hồ sơ.',
})

export const bornLabel = ({ born_on, born_precision }: KnownPerson): string =>
  born_on && born_precision ? dateLabel({ on: born_on, precision: born_precision }) : ''
