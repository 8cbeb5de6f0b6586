import { sql } from 'kysely'
import { choice, flag } from '#rules/facts.ts'
import type { Question, Subject } from '#rules/vocabulary.ts'
import { LEVELS, RANKS } from '#server/organisation/code-lists.ts'
import { postFacts, unitFacts } from '#server/organisation/facts.ts'
import { TENURE_ENTRIES } from './code-lists.ts'
import { personFacts } from './facts.ts'
import { retirementLaw, retirementMonths, retiresLike } from './retirement.ts'

const ofUnit = unitFacts(['unit'])

/**
 * Somebody put into a post by a decision between the first day of the period and the as-of date.
 * Being charged with a post for the time being (giao phụ trách, giao quyền) puts nobody into it.
 */
export const decision: Subject = {
  label: 'quyết định bổ nhiệm, giới thiệu trong kỳ',
  id: sql`t.id`,
  cadreId: sql`c.id`,
  unitId: sql`t.unit_id`,
  title: sql`t.title`,
  from: ({ asOf, since }) => sql`tenure t join cadre c on c.id = t.cadre_id
    and t.holding <> 'acting' and t.decided_on between ${since}::date and ${asOf}::date`,
  joins: {
    unit: () => sql`join unit u on u.id = t.unit_id`,
    post: () => sql`left join post p on p.id = t.post_id`,
    from_unit: () => sql`left join unit fu on fu.id = t.from_unit_id`,
    retirement: ({ parameter }: Question) =>
      sql`left join (${retirementMonths(retirementLaw(parameter))}) r on ${retiresLike}`,
  },
  facts: {
    sex: personFacts.sex as (typeof personFacts)[string],
    ethnicity: personFacts.ethnicity as (typeof personFacts)[string],
    age_at_decision: {
      label: 'Tuổi vào ngày quyết định',
      type: 'age',
      sql: () => sql`c.born_earliest`,
      latest: () => sql`c.born_latest`,
      at: () => sql`t.decided_on`,
      paper: 'Bổ sung giấy khai sinh có ngày, tháng sinh',
    },
    entry: choice('Hình thức', TENURE_ENTRIES, sql`t.entry`, 'Ghi quyết định'),
    level: ofUnit.level,
    from_level: choice(
      'Cấp nơi đi',
      { ...LEVELS, central: { label: 'Trung ương' } },
      sql`fu.level`,
      'Ghi đơn vị nơi đi trong quyết định',
      { joins: ['from_unit'] },
    ),
    block: ofUnit.block,
    managed_by: postFacts(['post']).managed_by,
    rank: choice('Cấp chức vụ', RANKS, sql`t.rank`, 'Ghi chức vụ'),
    first_at_rank: flag(
      'Lần đầu giữ cấp chức vụ này',
      sql`t.is_first_at_rank`,
      'Bổ sung quá trình công tác',
    ),
    working_months_left: {
      label: 'Số tháng công tác còn lại từ ngày quyết định',
      type: 'number',
      sql: () => sql`(select extract(year from left_time) * 12 + extract(month from left_time)
        from age((r.last_working_day + 1)::timestamp, t.decided_on::timestamp) left_time)`,
      joins: ['retirement'],
      parameters: ['retirement_ages', 'retirement_bases'],
      paper: 'Bổ sung giấy khai sinh',
    },
  },
}
