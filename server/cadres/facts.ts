import { sql } from 'kysely'
import type { Fact, Subject } from '#rules/vocabulary.ts'
import { LEVELS, MANAGED_BY, RANKS, UNIT_KINDS } from '#server/organisation/code-lists.ts'
import { EMPLOYMENT_KINDS, FIELDS, SEXES, STUDY_MODES } from './code-lists.ts'
import { ETHNICITIES } from './ethnicities.ts'
import { levelFacts } from './facts-of-levels.ts'
import {
  highestCertificates,
  highestDegree,
  highestQualification,
  titleStandards,
} from './levels.ts'

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
    // `offset 0` keeps the day's rows one scan: joined directly, each person costs a GiST descent.
    employment: ({ asOf }) => sql`left join (select cadre_id, kind from employment
      where during @> ${asOf}::date offset 0) e on e.cadre_id = c.id`,
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
    ...levelFacts,
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
