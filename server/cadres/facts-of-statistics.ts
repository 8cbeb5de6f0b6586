import { type RawBuilder, sql } from 'kysely'
import { choice, flag } from '#rules/facts.ts'
import type { Fact, Question } from '#rules/vocabulary.ts'
import { LANGUAGE_LEVELS, RELIGIONS } from './code-lists.ts'
import { GRADE_CLASSES, GRADES } from './grades.ts'
import { retirementMonths, retirementSchedule } from './retirement.ts'

/** What the statutory forms ask of a person beyond the targets: wherever a `cadre c` is in the row. */
type Joins = Readonly<Record<string, (question: Question) => RawBuilder<unknown>>>

const ENGLISH = '(Anh|anh|English|english|IELTS|TOEIC|TOEFL)'

export const statisticsJoins: Joins = {
  party: () => sql`left join party_membership pm on pm.cadre_id = c.id`,
  grade: ({ asOf }) => sql`left join (select cadre_id,
      (array_agg(grade_code order by lower(during) desc))[1] as grade_code from grade_holding
    where during @> ${asOf}::date group by cadre_id) grade on grade.cadre_id = c.id`,
  languages: ({ asOf, parameter }) => {
    const place = sql`array_position(${parameter('language_order') as string[]}::text[], level)`
    return sql`left join (select cadre_id,
        coalesce(max(${place}) filter (where kind = 'language' and name ~ ${ENGLISH}),
          min(1) filter (where kind = 'language')) as english,
        coalesce(max(${place}) filter (where kind = 'language' and name !~ ${ENGLISH}),
          min(1) filter (where kind = 'language')) as other,
        bool_or(kind = 'language' and name is null and level <> 'none') as unnamed,
        bool_or(level <> 'none') filter (where kind = 'ethnic_language') as ethnic
      from certificate where kind in ('language', 'ethnic_language')
        and (awarded_on is null or awarded_on <= ${asOf}::date)
      group by cadre_id) spoken on spoken.cadre_id = c.id`
  },
  retirement_month: ({ parameter }) => sql`left join (
      ${retirementMonths(retirementSchedule(parameter('retirement_ages')))}) retires
    on retires.sex = c.sex and retires.born_month = date_trunc('month', c.born_on::timestamp)::date`,
  academic: ({ asOf }) => sql`left join (select cadre_id, bool_or(title = 'professor') as professor,
      bool_or(title = 'associate_professor') as associate
    from academic_title where year <= extract(year from ${asOf}::date) group by cadre_id) academic
    on academic.cadre_id = c.id`,
}

/**
 * Looked up where it stands: a join to so small a table would be planned anew with every form. Nearly
 * everybody holds a grade that is counted as itself, which needs no looking up.
 */
const COUNTED = JSON.stringify(
  Object.fromEntries(Object.entries(GRADES).map(([code, { counted }]) => [code, counted])),
)
const OWN_CLASS = sql.join(
  Object.keys(GRADE_CLASSES)
    .filter((code) => code in GRADES)
    .map((code) => sql.lit(code)),
)

const CERTIFICATE = 'Bổ sung chứng chỉ ngoại ngữ'

export const statisticsFacts: Readonly<Record<string, Fact>> = {
  religion: choice('Tôn giáo', RELIGIONS, sql`c.religion`, 'Bổ sung mục tôn giáo trong lý lịch'),
  party_member: {
    label: 'Đảng viên',
    type: 'flag',
    sql: ({ asOf, parameter }) => sql`(case
      when pm.cadre_id is null then ${parameter('party_unrecorded') === 'outside' ? sql`false` : sql`null::boolean`}
      else coalesce(pm.joined_on <= ${asOf}::date, true) and coalesce(pm.left_on > ${asOf}::date, true) end)`,
    joins: ['party'],
    parameters: ['party_unrecorded'],
    paper: 'Bổ sung ngày vào Đảng, hoặc ghi rõ là ngoài Đảng',
  },
  grade: choice(
    'Ngạch, hạng chức danh',
    GRADE_CLASSES,
    sql`(case when grade.grade_code in (${OWN_CLASS}) then grade.grade_code
      else ${COUNTED}::jsonb ->> grade.grade_code end)`,
    'Bổ sung quyết định xếp ngạch, hoặc mã ngạch có trong danh mục',
    { joins: ['grade'] },
  ),
  english: spoken('Tiếng Anh', sql`(case when spoken.unnamed then null else spoken.english end)`),
  other_language: spoken(
    'Ngoại ngữ khác tiếng Anh',
    sql`(case when spoken.unnamed then null else spoken.other end)`,
  ),
  ethnic_language: flag(
    'Có chứng chỉ tiếng dân tộc',
    sql`spoken.ethnic`,
    'Ghi chứng chỉ tiếng dân tộc, hoặc ghi rõ là chưa có',
    { joins: ['languages'] },
  ),
  past_retirement_age: {
    label: 'Trên tuổi nghỉ hưu',
    type: 'flag',
    sql: ({ asOf }) => sql`(retires.last_working_day < ${asOf}::date)`,
    joins: ['retirement_month'],
    parameters: ['retirement_ages'],
    paper: 'Bổ sung giấy khai sinh',
  },
  professor: flag('Giáo sư', sql`coalesce(academic.professor, false)`, 'Ghi học hàm', {
    joins: ['academic'],
  }),
  associate_professor: flag(
    'Phó giáo sư',
    sql`coalesce(academic.associate, false)`,
    'Ghi học hàm',
    { joins: ['academic'] },
  ),
}

function spoken(label: string, value: RawBuilder<unknown>): Fact {
  return {
    label,
    type: 'ordered',
    values: LANGUAGE_LEVELS,
    order: 'language_order',
    sql: () => value,
    joins: ['languages'],
    paper: CERTIFICATE,
  }
}
