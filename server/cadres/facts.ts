import { sql } from 'kysely'
import { choice, flag } from '#rules/facts.ts'
import type { Fact, Subject } from '#rules/vocabulary.ts'
import { RANKS, UNIT_BLOCKS, UNIT_KINDS } from '#server/organisation/code-lists.ts'
import { postFacts, unitFacts } from '#server/organisation/facts.ts'
import { EMPLOYMENT_KINDS, FIELDS, SEXES, STUDY_MODES } from './code-lists.ts'
import { ETHNICITIES } from './ethnicities.ts'
import { levelFacts } from './facts-of-levels.ts'
import { officeFacts, officesHeld } from './facts-of-offices.ts'
import { ratingFacts, yearlyRatings } from './facts-of-ratings.ts'
import { statisticsFacts, statisticsJoins } from './facts-of-statistics.ts'
import {
  highestCertificates,
  highestDegree,
  highestQualification,
  titleStandards,
} from './levels.ts'

/** What the law may ask about a person wherever a `cadre c` is in the row. */
export const personFacts: Readonly<Record<string, Fact>> = {
  sex: choice('Giới tính', SEXES, sql`c.sex`, 'Bổ sung giấy khai sinh'),
  ethnicity: choice('Dân tộc', ETHNICITIES, sql`c.ethnicity`, 'Bổ sung giấy khai sinh'),
  age: {
    label: 'Tuổi',
    type: 'age',
    sql: () => sql`c.born_earliest`,
    latest: () => sql`c.born_latest`,
    paper: 'Bổ sung giấy khai sinh có ngày, tháng sinh',
  },
}

const ofUnit = unitFacts(['unit'])

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
    ...statisticsJoins,
    offices: officesHeld,
    ratings: yearlyRatings,
    unit: () => sql`join unit u on u.id = t.unit_id`,
    agency: ({ asOf }) => sql`left join (select up.unit_id, a.kind, a.block from unit d
      join unit_parent up on up.unit_id = d.id and up.during @> ${asOf}::date
      join unit a on a.id = up.parent_id where d.kind = 'division') agency on agency.unit_id = t.unit_id`,
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
    ...statisticsFacts,
    ...officeFacts,
    ...ratingFacts,
    level: ofUnit.level,
    unit_block: choice(
      'Khối',
      UNIT_BLOCKS,
      sql`coalesce(u.block, agency.block)`,
      'Ghi khối của đơn vị',
      {
        joins: ['unit', 'agency'],
      },
    ),
    agency_kind: choice(
      'Loại cơ quan',
      UNIT_KINDS,
      sql`coalesce(agency.kind, u.kind)`,
      'Ghi loại đơn vị',
      {
        joins: ['unit', 'agency'],
      },
    ),
    unit_kind: ofUnit.kind,
    ...postFacts(['post']),
    rank: choice('Cấp chức vụ', RANKS, sql`t.rank`, 'Ghi chức vụ'),
    employment: choice(
      'Loại biên chế',
      EMPLOYMENT_KINDS,
      sql`e.kind`,
      'Bổ sung quyết định tuyển dụng',
      {
        joins: ['employment'],
      },
    ),
    degree_field: choice('Lĩnh vực đào tạo', FIELDS, sql`q.field`, 'Bổ sung văn bằng chuyên môn', {
      joins: ['qualification'],
    }),
    study_mode: choice(
      'Hình thức đào tạo',
      STUDY_MODES,
      sql`q.mode`,
      'Bổ sung văn bằng chuyên môn',
      {
        joins: ['qualification'],
      },
    ),
    provincial_committee_member: flag(
      'Tỉnh ủy viên',
      sql`committee.cadre_id is not null`,
      'Ghi chức vụ Đảng',
      {
        joins: ['committee'],
      },
    ),
    took_knowledge_test: flag(
      'Đã tự kiểm tra kiến thức trong năm',
      sql`knowledge_test.cadre_id is not null`,
      'Ghi kết quả kiểm tra',
      { joins: ['knowledge_test'] },
    ),
  },
}
