import { type RawBuilder, sql } from 'kysely'
import { flag } from '#rules/facts.ts'
import type { Fact, Question } from '#rules/vocabulary.ts'

interface Office {
  label: string
  /** Words a title of the office has; case is written out, because it depends on the server's locale. */
  words: string
}

/** Committees of a level: those of agencies and blocs are party work, not leadership of the level. */
const COMMITTEE =
  '(((Tỉnh|Huyện|Thị|Thành|Quận) (ủy|uỷ))|cấp ủy|Đảng bộ (tỉnh|huyện|xã|phường|đặc khu)|Đảng ủy (.* )?(xã|phường|thị trấn|đặc khu))'
const START = '(^|, |; |kiêm )'
const COUNCIL = '(HĐND|Hội đồng nhân dân)'
const PEOPLES_COMMITTEE = '(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)'
const ASSEMBLY = '(ĐBQH|đại biểu Quốc hội|Đại biểu Quốc hội)'
const INSPECTION = '(UBKT|(Ủy|Uỷ) ban [Kk]iểm tra)'
const SECRETARY = `${START}Bí thư (Thường trực )?${COMMITTEE}`
const DEPUTY_SECRETARY = `${START}Phó Bí thư ([Tt]hường trực )?${COMMITTEE}`
const STANDING = `Ủy viên (Ban )?[Tt]hường vụ ${COMMITTEE}|${SECRETARY}|${DEPUTY_SECRETARY}`

/** Offices the forms of leaders count (9, 12-BTCTW): one person may hold several. */
export const OFFICES = {
  standing_committee: { label: 'Ủy viên ban thường vụ cấp ủy', words: STANDING },
  party_committee: {
    label: 'Ủy viên ban chấp hành đảng bộ',
    words: `Ban Chấp hành Đảng bộ (huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu)|[Hh]uyện ủy viên|${STANDING}`,
  },
  provincial_committee: {
    label: 'Ủy viên Ban Chấp hành Đảng bộ tỉnh',
    words: 'Ban Chấp hành Đảng bộ tỉnh|[Tt]ỉnh ủy viên',
  },
  inspection_committee: {
    label: 'Ủy viên ủy ban kiểm tra',
    words: `(Chủ nhiệm|(Ủy|Uỷ) viên) ([Tt]hường trực )?${INSPECTION}( ${COMMITTEE}|$| xã$)`,
  },
  party_secretary: { label: 'Bí thư cấp ủy', words: SECRETARY },
  party_deputy_secretary: { label: 'Phó bí thư cấp ủy', words: DEPUTY_SECRETARY },
  council_chair: { label: 'Chủ tịch HĐND', words: `${START}Chủ tịch ${COUNCIL}` },
  council_deputy: { label: 'Phó chủ tịch HĐND', words: `${START}Phó Chủ tịch ${COUNCIL}` },
  committee_chair: { label: 'Chủ tịch UBND', words: `${START}Chủ tịch ${PEOPLES_COMMITTEE}` },
  committee_deputy: {
    label: 'Phó chủ tịch UBND',
    words: `${START}Phó Chủ tịch ${PEOPLES_COMMITTEE}`,
  },
  assembly_member: {
    label: 'Đại biểu Quốc hội',
    words: `${START}((Trưởng|Phó [Tt]rưởng) đoàn )?${ASSEMBLY}`,
  },
  assembly_head: { label: 'Trưởng đoàn ĐBQH', words: `${START}Trưởng đoàn ${ASSEMBLY}` },
  assembly_deputy: {
    label: 'Phó trưởng đoàn ĐBQH',
    words: `${START}Phó [Tt]rưởng đoàn ${ASSEMBLY}`,
  },
} as const satisfies Record<string, Office>

/** What each person holds that day, main or concurrent, in a unit or beside it. */
export function officesHeld({ asOf }: Question): RawBuilder<unknown> {
  const columns = Object.entries<Office>(OFFICES).map(
    ([name, { words }]) => sql`bool_or(title ~ ${words}) as ${sql.id(name)}`,
  )
  return sql`left join (select cadre_id, ${sql.join(columns)} from (
      select cadre_id, title || case u.level when 'commune' then ' xã' else '' end as title
        from tenure join unit u on u.id = unit_id
        where tenure.during @> ${asOf}::date and rank in ('head', 'deputy', 'member')
      union all select cadre_id, title || ' ' || body from political_post
        where during @> ${asOf}::date) held_titles
    group by cadre_id) office on office.cadre_id = c.id`
}

export const officeFacts: Readonly<Record<string, Fact>> = Object.fromEntries(
  Object.entries<Office>(OFFICES).map(([name, { label }]) => [
    name,
    flag(label, sql`coalesce(${sql.id('office', name)}, false)`, 'Ghi chức vụ', {
      joins: ['offices'],
    }),
  ]),
)

/** The same of a planned title, by its name. */
export const plannedOfficeFacts: Readonly<Record<string, Fact>> = Object.fromEntries(
  Object.entries<Office>(OFFICES).map(([name, { label, words }]) => [
    name,
    flag(`Quy hoạch ${label}`, sql`(jt.name ~ ${words})`, 'Ghi chức danh quy hoạch'),
  ]),
)
