import { sql } from 'kysely'
import { choice } from '#rules/facts.ts'
import type { Fact, Subject } from '#rules/vocabulary.ts'
import { RANKS } from '#server/organisation/code-lists.ts'
import { unitFacts } from '#server/organisation/facts.ts'
import { personFacts, servingCadre } from './facts.ts'
import { plannedOfficeFacts } from './facts-of-offices.ts'
import { statisticsFacts, statisticsJoins } from './facts-of-statistics.ts'
import { highestCertificates, highestDegree, titleStandards } from './levels.ts'

const ofUnit = unitFacts(['unit'])

/** Somebody planned for a title on the as-of date (quy hoạch). */
export const plannedCadre: Subject = {
  label: 'người trong quy hoạch',
  id: sql`s.id`,
  cadreId: sql`c.id`,
  unitId: sql`coalesce(s.unit_id, c.unit_id)`,
  title: sql`jt.name`,
  from: ({
    asOf,
  }) => sql`succession_entry s join cadre c on c.id = s.cadre_id and s.during @> ${asOf}::date
    join job_title jt on jt.code = s.title_code`,
  joins: {
    degree: highestDegree,
    academic: statisticsJoins.academic as NonNullable<Subject['joins'][string]>,
    unit: () => sql`left join unit u on u.id = coalesce(s.unit_id, c.unit_id)`,
    certificates: highestCertificates,
    planned_title: (question) =>
      sql`cross join lateral (select s.title_code) p ${titleStandards(question)}`,
  },
  facts: {
    sex: personFacts.sex as Fact,
    ethnicity: personFacts.ethnicity as Fact,
    age: personFacts.age as Fact,
    degree: servingCadre.facts.degree as Fact,
    political_theory: servingCadre.facts.political_theory as Fact,
    professor: statisticsFacts.professor as Fact,
    associate_professor: statisticsFacts.associate_professor as Fact,
    level: ofUnit.level,
    unit_kind: ofUnit.kind,
    rank: choice('Cấp chức danh quy hoạch', RANKS, sql`jt.rank`, 'Ghi chức danh quy hoạch'),
    ...plannedOfficeFacts,
    state_management: servingCadre.facts.state_management as Fact,
    meets_planned_state_management: {
      label: 'Quản lý nhà nước đạt chuẩn chức danh quy hoạch',
      type: 'flag',
      sql: () => sql`(case when asked.state_management is null then true
        else held.state_management >= asked.state_management end)`,
      joins: ['planned_title', 'certificates'],
      paper: 'Bổ sung chứng chỉ quản lý nhà nước',
    },
  },
}

/** Somebody who finished a course between the first day of the period and the as-of date. */
export const trainedCadre: Subject = {
  label: 'lượt người học xong',
  id: sql`r.id`,
  cadreId: sql`c.id`,
  unitId: sql`c.unit_id`,
  title: sql`k.name`,
  from: ({ asOf, since }) => sql`training_record r join cadre c on c.id = r.cadre_id
    and r.completed_on between ${since}::date and ${asOf}::date join training_course k on k.id = r.course_id`,
  joins: {},
  facts: { topic: topicFact() },
}

/** A course that ended between the first day of the period and the as-of date. */
export const course: Subject = {
  label: 'lớp đã kết thúc',
  id: sql`k.id`,
  cadreId: sql`null::integer`,
  unitId: sql`null::integer`,
  title: sql`k.name`,
  from: ({ asOf, since }) => sql`(select * from training_course
    where ended_on between ${since}::date and ${asOf}::date) k`,
  joins: {},
  facts: { topic: topicFact() },
}

function topicFact(): Fact {
  return {
    label: 'Chuyên đề',
    type: 'choice',
    values: {
      public_service_culture: { label: 'Văn hóa công vụ' },
      knowledge_test: { label: 'Tự kiểm tra kiến thức chuyên môn' },
      state_management: { label: 'Quản lý nhà nước' },
      skills: { label: 'Kỹ năng công tác' },
    },
    sql: () => sql`k.topic`,
    paper: 'Ghi chuyên đề của lớp',
  }
}
