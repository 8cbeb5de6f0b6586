import { sql } from 'kysely'
import type { Kind } from './kind.ts'

/** What is due of many people on one day: one line, with how many are meant. */
export const ROUNDS = {
  succession_review: {
    label: 'Rà soát quy hoạch hằng năm',
    clause: (rules) => rules.clause('succession_review_by'),
    dates: ({ asOf, rules }) => sql`select null::integer as cadre_id, p.people,
        (to_char(year, 'YYYY') || ${`-${String(rules.value('succession_review_by'))}`})::date as due_on,
        '{}'::jsonb as facts
      from generate_series(date_trunc('year', ${asOf}::timestamp),
        date_trunc('year', ${asOf}::timestamp) + interval '10 years', interval '1 year') year
      cross join (select count(distinct y.cadre_id)::integer as people from succession_entry y
        where y.during @> ${asOf}::date) p
      where p.people > 0`,
    why: () => 'Người đang trong quy hoạch được rà soát mỗi năm một lần.',
  },
  supplement_round: {
    label: 'Hạn bổ sung lý lịch',
    clause: () => '80/2025/QH15 · Điều 42, cập nhật hồ sơ',
    dates: ({ asOf }) => sql`select null::integer as cadre_id, waiting.people, o.deadline as due_on,
        jsonb_build_object('year', o.year) as facts
      from supplement_round o
      cross join lateral (select count(*)::integer as people from serving s
        where not exists (select from supplement_answer a
          where a.round_id = o.id and a.cadre_id = s.cadre_id)) waiting
      where o.opened_on <= ${asOf}::date and coalesce(o.closed_on > ${asOf}::date, true)
        and waiting.people > 0`,
    why: ({ year }) => `Đợt bổ sung lý lịch năm ${year} đang mở; những người này chưa trả lời.`,
  },
} satisfies Record<string, Kind>
