import { sql } from 'kysely'
import { heldForTerm } from '#server/cadres/terms.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { type Asked, about, type Facts, type Kind, later } from './kind.ts'

/**
 * Posts held for a term: to the day the decision says, else five years from the appointment. Whoever
 * retires before then serves until retirement, and a five years long over says a paper is missing.
 */
function held({ asOf, rules }: Asked) {
  const reckoned = sql`(${later(sql`lower(t.during)`, rules.count('term_months'))})::date`
  return sql`select distinct on (s.cadre_id, term.ends_on) s.cadre_id, s.last_working_day, t.title,
      lower(t.during) as began, t.term_until is not null as recorded, term.ends_on,
      ${heldForTerm(asOf)} as renewable
    from serving s
    join tenure t on t.cadre_id = s.cadre_id and t.during @> ${asOf}::date and t.holding <> 'acting'
    cross join lateral (select coalesce(t.term_until,
      case when t.holding = 'main' and ${heldForTerm(asOf)} and t.entry <> 'import'
          and ${reckoned} >= ${asOf}::date and s.last_working_day > ${reckoned}
        then ${reckoned} end) as ends_on) term
    where term.ends_on is not null
    order by s.cadre_id, term.ends_on, t.holding = 'main' desc`
}

const FACTS = sql`jsonb_build_object('title', s.title, 'began', s.began, 'ends', s.ends_on,
  'recorded', s.recorded::text)`

export const TERMS = {
  term_end: {
    label: 'Hết thời hạn giữ chức vụ',
    open: true,
    clause: (rules) => rules.clause('term_months'),
    dates: (asked) => sql`select ${about(sql`s.ends_on`, FACTS)} from (${held(asked)}) s`,
    why: (facts, rules) => `${whyEnds(facts, rules.count('term_months'))}.`,
    unknown: {
      says: 'Hồ sơ chưa ghi bổ nhiệm, bổ nhiệm lại hay ngày hết hạn; hoặc chưa ghi ngày sinh, giới tính nên chưa biết nghỉ hưu trước hay sau ngày hết hạn.',
      people: ({ asOf, rules }) => sql`select s.cadre_id from serving s
        join tenure t on t.id = s.tenure_id
        where t.term_until is null and ${heldForTerm(asOf)}
          and (t.entry = 'import' or s.last_working_day is null
            or ${later(sql`lower(t.during)`, rules.count('term_months'))} < ${asOf}::date)`,
    },
  },
  reappointment: {
    label: 'Thông báo xem xét bổ nhiệm lại',
    clause: (rules) => rules.clause('term_notice_days'),
    dates: (asked) => sql`select ${about(
      sql`s.ends_on - ${asked.rules.count('term_notice_days')}::integer`,
      FACTS,
    )} from (${held(asked)}) s
      where s.renewable and (s.last_working_day is null or s.last_working_day > s.ends_on)`,
    why: (facts, rules) =>
      `${whyEnds(facts, rules.count('term_months'))}; thông báo trước ${rules.count('term_notice_days')} ngày.`,
  },
} satisfies Record<string, Kind>

function whyEnds({ title, began, ends, recorded }: Facts, months: number): string {
  const [from, to] = [inVietnamese(String(began)), inVietnamese(String(ends))]
  return recorded === 'true'
    ? `${title} từ ${from}, quyết định ghi thời hạn đến ${to}`
    : `${title} từ ${from}, thời hạn ${months} tháng: đến ${to}`
}
