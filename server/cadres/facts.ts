import { sql } from 'kysely'
import type { Fact, Question, Subject } from '#rules/vocabulary.ts'
import { LEVELS, MANAGED_BY, RANKS, UNIT_KINDS } from '#server/organisation/code-lists.ts'
import {
  DEGREES,
  EMPLOYMENT_KINDS,
  ETHNICITIES,
  FIELDS,
  IT_LEVELS,
  LANGUAGE_LEVELS,
  POLITICAL_THEORY,
  SEXES,
  STATE_MANAGEMENT,
  STUDY_MODES,
} from './code-lists.ts'

/** What the law may ask about a person wherever a `cadre c` is in the row. */
export const personFacts: Readonly<Record<string, Fact>> = {
  sex: {
    label: 'Giới tính',
    type: 'choice',
    values: SEXES,
    sql: () => sql`c.sex`,
    paper: 'Bổ sung giấy khai sinh',
  },
  ethnicity: {
    label: 'Dân tộc',
    type: 'choice',
    values: ETHNICITIES,
    sql: () => sql`c.ethnicity`,
    paper: 'Bổ sung giấy khai sinh',
  },
  age: {
    label: 'Tuổi',
    type: 'age',
    sql: () => sql`c.born_earliest`,
    latest: () => sql`c.born_latest`,
    paper: 'Bổ sung giấy khai sinh có ngày, tháng sinh',
  },
}

/** Somebody in a main post on the as-of date. */
export const servingCadre: Subject = {
  label: 'người đang công tác',
  id: sql`c.id`,
  cadreId: sql`c.id`,
  unitId: sql`t.unit_id`,
  title: sql`t.title`,
  from: ({ asOf }) => sql`tenure t join cadre c on c.id = t.cadre_id and t.holding = 'main'
    and t.during @> ${asOf}::date`,
  joins: {
    unit: () => sql`join unit u on u.id = t.unit_id`,
    post: () => sql`left join post p on p.id = t.post_id`,
    employment: ({ asOf }) =>
      sql`left join employment e on e.cadre_id = c.id and e.during @> ${asOf}::date`,
    qualification: highestQualification,
    degree: highestDegree,
    certificates: highestCertificates,
    standard: titleStandards,
    committee: ({ asOf }) => sql`left join (
      select distinct m.cadre_id from tenure m join unit mu on mu.id = m.unit_id
      where mu.kind = 'party_committee' and m.during @> ${asOf}::date) committee on committee.cadre_id = c.id`,
    knowledge_test: ({ asOf, since }) => sql`left join (
      select distinct r.cadre_id from training_record r join training_course k on k.id = r.course_id
      where k.topic = 'knowledge_test' and r.completed_on between ${since}::date and ${asOf}::date
    ) knowledge_test on knowledge_test.cadre_id = c.id`,
  },
  facts: {
    ...personFacts,
    level: {
      label: 'Cấp',
      type: 'choice',
      values: LEVELS,
      sql: () => sql`u.level`,
      joins: ['unit'],
      paper: 'Ghi đơn vị',
    },
    unit_kind: {
      label: 'Loại đơn vị',
      type: 'choice',
      values: UNIT_KINDS,
      sql: () => sql`u.kind`,
      joins: ['unit'],
      paper: 'Ghi đơn vị',
    },
    rank: {
      label: 'Cấp chức vụ',
      type: 'choice',
      values: RANKS,
      sql: () => sql`t.rank`,
      paper: 'Ghi chức vụ',
    },
    managed_by: {
      label: 'Diện quản lý',
      type: 'choice',
      values: MANAGED_BY,
      sql: () => sql`p.managed_by`,
      joins: ['post'],
      paper: 'Gắn chức vụ với danh mục chức danh',
    },
    key_post: {
      label: 'Chức danh chủ chốt',
      type: 'flag',
      sql: () => sql`p.is_key`,
      joins: ['post'],
      paper: 'Gắn chức vụ với danh mục chức danh',
    },
    employment: {
      label: 'Loại biên chế',
      type: 'choice',
      values: EMPLOYMENT_KINDS,
      sql: () => sql`e.kind`,
      joins: ['employment'],
      paper: 'Bổ sung quyết định tuyển dụng',
    },
    degree: {
      label: 'Trình độ chuyên môn',
      type: 'ordered',
      values: DEGREES,
      order: 'degree_order',
      sql: () => sql`degree.level_no`,
      joins: ['degree'],
      paper: 'Bổ sung văn bằng chuyên môn',
    },
    degree_field: {
      label: 'Lĩnh vực đào tạo',
      type: 'choice',
      values: FIELDS,
      sql: () => sql`q.field`,
      joins: ['qualification'],
      paper: 'Bổ sung văn bằng chuyên môn',
    },
    study_mode: {
      label: 'Hình thức đào tạo',
      type: 'choice',
      values: STUDY_MODES,
      sql: () => sql`q.mode`,
      joins: ['qualification'],
      paper: 'Bổ sung văn bằng chuyên môn',
    },
    political_theory: level(
      'Lý luận chính trị',
      POLITICAL_THEORY,
      'political_theory',
      'bằng lý luận chính trị',
    ),
    state_management: level(
      'Bồi dưỡng quản lý nhà nước',
      STATE_MANAGEMENT,
      'state_management',
      'chứng chỉ quản lý nhà nước',
    ),
    language: level('Ngoại ngữ', LANGUAGE_LEVELS, 'language', 'chứng chỉ ngoại ngữ'),
    it: level('Tin học', IT_LEVELS, 'it', 'chứng chỉ tin học'),
    meets_degree_standard: standard(
      'Chuyên môn đạt chuẩn chức danh',
      'degree',
      sql`degree.level_no`,
      'văn bằng chuyên môn',
    ),
    meets_state_management_standard: standard(
      'Quản lý nhà nước đạt chuẩn chức danh',
      'state_management',
    ),
    meets_skill_standard: standard('Kỹ năng công tác đạt chuẩn chức danh', 'skills'),
    meets_language_standard: standard('Ngoại ngữ đạt chuẩn chức danh', 'language'),
    meets_it_standard: standard('Tin học đạt chuẩn chức danh', 'it'),
    provincial_committee_member: {
      label: 'Tỉnh ủy viên',
      type: 'flag',
      sql: () => sql`committee.cadre_id is not null`,
      joins: ['committee'],
      paper: 'Ghi chức vụ Đảng',
    },
    took_knowledge_test: {
      label: 'Đã tự kiểm tra kiến thức trong năm',
      type: 'flag',
      sql: () => sql`knowledge_test.cadre_id is not null`,
      joins: ['knowledge_test'],
      paper: 'Ghi kết quả kiểm tra',
    },
  },
}

function level(label: string, values: Fact['values'], kind: string, paper: string): Fact {
  const column = sql.id('held', kind)
  return {
    label,
    type: 'ordered',
    values,
    order: `${kind}_order`,
    sql: () => sql`${column}`,
    joins: ['certificates'],
    paper: `Bổ sung ${paper}`,
  }
}

/** Holds at least what the own title asks; unknown without a title or without the paper. */
function standard(
  label: string,
  requirement: string,
  held = sql`${sql.id('held', requirement)}`,
  paper = 'chứng chỉ',
): Fact {
  const asked = sql.id('asked', requirement)
  return {
    label,
    type: 'flag',
    sql: () =>
      sql`(case when p.title_code is null then null when ${asked} is null then true else ${held} >= ${asked} end)`,
    joins: ['post', 'standard', requirement === 'degree' ? 'degree' : 'certificates'],
    paper: `Bổ sung ${paper} còn thiếu`,
  }
}

/** A level held by the day; a person with any row of the kind is known, without one unknown. */
const upTo = (asOf: string) => sql`(awarded_on is null or awarded_on <= ${asOf}::date)`

function highestDegree({ asOf, parameter }: Question) {
  const order = parameter('degree_order') as string[]
  return sql`left join (
    select cadre_id, coalesce(max(array_position(${order}::text[], level)) filter (where ${upTo(asOf)}), 1) as level_no
    from qualification group by cadre_id) degree on degree.cadre_id = c.id`
}

function highestQualification({ asOf, parameter }: Question) {
  const order = parameter('degree_order') as string[]
  return sql`left join (
    select distinct on (cadre_id) cadre_id, field, mode from qualification where ${upTo(asOf)}
    order by cadre_id, array_position(${order}::text[], level) desc, awarded_on desc nulls last, id) q on q.cadre_id = c.id`
}

const CERTIFICATE_KINDS = [
  'political_theory',
  'state_management',
  'language',
  'it',
  'skills',
] as const

function highestCertificates({ asOf, parameter }: Question) {
  const columns = CERTIFICATE_KINDS.map((kind) => {
    const order = parameter(`${kind}_order`) as string[]
    const known = sql`max(array_position(${order}::text[], level)) filter (where kind = ${kind} and ${upTo(asOf)})`
    return sql`coalesce(${known}, min(1) filter (where kind = ${kind})) as ${sql.id(kind)}`
  })
  return sql`left join (select cadre_id, ${sql.join(columns)} from certificate group by cadre_id) held
    on held.cadre_id = c.id`
}

/** What each title asks that day, as places in the orders of the levels. */
export function titleStandards({ asOf, parameter }: Question) {
  const columns = ['degree', ...CERTIFICATE_KINDS].map((requirement) => {
    const order = parameter(`${requirement}_order`) as string[]
    return sql`max(array_position(${order}::text[], level)) filter (where requirement = ${requirement}) as ${sql.id(requirement)}`
  })
  return sql`left join (select title_code, ${sql.join(columns)} from title_standard
    where during @> ${asOf}::date group by title_code) asked on asked.title_code = p.title_code`
}
