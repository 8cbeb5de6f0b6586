import { type RawBuilder, sql } from 'kysely'
import { inVietnamese } from '#server/kernel/dates.ts'
import { type Asked, about, type Kind } from './kind.ts'
import { termOfStep } from './pay-tables.ts'

/** The step held, its term, and what delays it: a discipline or a rating of not completed since. */
function steps({ asOf, rules }: Asked, rest: RawBuilder<unknown>) {
  const table = (name: string) => sql`${JSON.stringify(rules.value(name))}::json`
  return sql`select s.cadre_id, s.last_working_day, g.step, g.coefficient, k.scale, k.months, k.steps,
      from_day.began, g.beyond_frame_percent,
      coalesce((select sum(d.months) from discipline x
        join json_to_recordset(${table('raise_delays')}) as d(because text, months integer)
          on d.because = x.form
        where x.cadre_id = s.cadre_id and x.system = 'state'
          and x.decided_on between from_day.began and ${asOf}::date), 0)
      + coalesce((select sum(d.months) from rating y
        join json_to_recordset(${table('raise_delays')}) as d(because text, months integer)
          on d.because = y.level
        where y.cadre_id = s.cadre_id
          and coalesce(y.decided_on, make_date(y.year, 12, 31)) between from_day.began and ${asOf}::date), 0) as delay
    from serving s
    cross join lateral (select * from grade_holding h
      where h.cadre_id = s.cadre_id and h.during @> ${asOf}::date
      order by lower(h.during) desc limit 1) g
    cross join lateral (select coalesce(g.next_raise_from, lower(g.during)) as began) from_day
    ${termOfStep(rules)}
    where ${rest}`
}

const FACTS = sql`jsonb_build_object('step', s.step, 'scale', s.scale, 'months', s.months,
  'began', s.began, 'delay', s.delay, 'percent', s.beyond_frame_percent)`

const delayed = (delay: unknown) => (Number(delay) > 0 ? `, kéo dài ${delay} tháng` : '')

export const PAY = {
  raise: {
    label: 'Nâng bậc lương thường xuyên',
    open: true,
    clause: (rules) => rules.clause('raise_terms'),
    dates: (asked) =>
      sql`select ${about(
        sql`s.began + make_interval(months => (s.months + s.delay)::integer)`,
        FACTS,
      )} from (${steps(asked, sql`g.step < k.steps`)}) s`,
    why: ({ step, scale, months, began, delay }) =>
      `Bậc ${step} bảng ${scale} từ ${inVietnamese(String(began))}, đủ ${months} tháng${delayed(delay)}.`,
    unknown: {
      says: 'Hồ sơ chưa ghi ngạch, bậc lương, hoặc bậc và hệ số chưa cho biết ngạch xếp bảng lương nào.',
      people: ({ asOf, rules }) => sql`select s.cadre_id from serving s
        join employment e on e.cadre_id = s.cadre_id and e.during @> ${asOf}::date
          and e.kind in ('official', 'civil_servant', 'public_employee')
        where not exists (select from grade_holding g ${termOfStep(rules)}
          where g.cadre_id = s.cadre_id and g.during @> ${asOf}::date)`,
    },
  },
  beyond_frame: {
    label: 'Phụ cấp thâm niên vượt khung',
    open: true,
    clause: (rules) => rules.clause('beyond_frame_first_percent'),
    /** The first percents after the term of the last step, one more every twelve months. */
    dates: (asked) =>
      sql`select ${about(
        sql`s.began + make_interval(months => (s.months + s.delay + 12 * greatest(0,
        coalesce(s.beyond_frame_percent - ${asked.rules.count('beyond_frame_first_percent')} + 1, 0)))::integer)`,
        FACTS,
      )} from (${steps(asked, sql`g.step >= k.steps`)}) s`,
    why: ({ step, months, began, delay, percent }, rules) => {
      const from = `Bậc cuối (${step}) từ ${inVietnamese(String(began))}`
      const first = rules.count('beyond_frame_first_percent')
      return percent === null
        ? `${from}, đủ ${months} tháng${delayed(delay)}: được hưởng ${first} %.`
        : `${from}, đang hưởng ${percent} %: đủ 12 tháng thì thêm 1 %.`
    },
  },
} satisfies Record<string, Kind>
