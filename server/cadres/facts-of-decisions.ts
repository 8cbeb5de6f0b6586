import { sql } from 'kysely'
import { choice, flag } from '#rules/facts.ts'
import type { Question, Subject } from '#rules/vocabulary.ts'
import { RANKS } from '#server/organisation/code-lists.ts'
import { postFacts, unitFacts } from '#server/organisation/facts.ts'
import { TENURE_ENTRIES } from './code-lists.ts'
import { personFacts } from './facts.ts'

const ofUnit = unitFacts(['unit'])

/** Somebody put into a post by a decision between the first day of the period and the as-of date. */
export const decision: Subject = {
  label: 'quyết định bổ nhiệm, giới thiệu trong kỳ',
  id: sql`t.id`,
  cadreId: sql`c.id`,
  unitId: sql`t.unit_id`,
  title: sql`t.title`,
  from: ({ asOf, since }) => sql`tenure t join cadre c on c.id = t.cadre_id
    and t.decided_on between ${since}::date and ${asOf}::date`,
  joins: {
    unit: () => sql`join unit u on u.id = t.unit_id`,
    post: () => sql`left join post p on p.id = t.post_id`,
    retirement: ({ parameter }: Question) => sql`left join json_to_recordset(
      ${JSON.stringify(parameter('retirement_ages'))}::json)
      as r(sex text, born_from text, born_to text, years integer, months integer)
      on r.sex = c.sex and to_char(c.born_on, 'YYYY-MM') between r.born_from and coalesce(r.born_to, '9999-99')`,
  },
  facts: {
    sex: personFacts.sex as (typeof personFacts)[string],
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
        from age((date_trunc('month', c.born_on) + make_interval(years => r.years, months => r.months + 1))::date,
          t.decided_on) left_time)`,
      joins: ['retirement'],
      parameters: ['retirement_ages'],
      paper: 'Bổ sung giấy khai sinh',
    },
  },
}
