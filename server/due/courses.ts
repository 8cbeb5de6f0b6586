import { sql } from 'kysely'
import { LEADERS } from '#server/cadres/terms.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { type Asked, about, type Kind, later } from './kind.ts'

/**
 * First time at the rank still held, by an appointment the rule already covers, with no course ended
 * since: the duty goes along when the post is moved. A course may be dated to its month or year;
 * `unordered` has one that may have ended before the appointment or after it.
 */
const appointed = ({ asOf, rules }: Asked) => sql`
  select s.cadre_id, t.title, lower(t.during) as began, t.is_first_at_rank as first,
    exists (${courses(sql`length(o.ended) < 10 and starts_with(lower(t.during)::text, o.ended)`)})
      as unordered
  from serving s join tenure held on held.id = s.tenure_id
  join tenure t on t.cadre_id = s.cadre_id and t.holding = 'main' and t.rank = held.rank
  where t.rank in ${LEADERS} and t.entry in ('appointment', 'nomination')
    and t.is_first_at_rank is not false
    and lower(t.during) between ${rules.since('leader_course_months')}::date and ${asOf}::date
    and not exists (${courses(
      sql`rpad(o.ended, 10, '-01-01') between lower(t.during)::text and ${asOf}`,
    )})`

const courses = (ended: ReturnType<typeof sql>) => sql`select from other_training o
  where o.cadre_id = s.cadre_id and o.kind = 'leadership' and ${ended}`

export const COURSES = {
  leader_course: {
    label: 'Bồi dưỡng lãnh đạo, quản lý sau bổ nhiệm',
    open: true,
    clause: (rules) => rules.clause('leader_course_months'),
    dates: (asked) =>
      sql`select ${about(
        later(sql`s.began`, asked.rules.count('leader_course_months')),
        sql`jsonb_build_object('title', s.title, 'began', s.began)`,
      )} from (${appointed(asked)}) s where s.first and not s.unordered`,
    why: ({ title, began }, rules) =>
      `Lần đầu giữ cấp chức vụ ${title} từ ${inVietnamese(String(began))}; hồ sơ chưa có lớp lãnh đạo, quản lý xong sau ngày đó; phải xong trong ${rules.count('leader_course_months')} tháng.`,
    unknown: {
      says: 'Chưa rõ có phải lần đầu giữ cấp chức vụ này không; hoặc lớp lãnh đạo, quản lý chỉ ghi năm, tháng nên chưa biết xong trước hay sau ngày bổ nhiệm.',
      people: (asked) => sql`select s.cadre_id from (${appointed(asked)}) s
        where s.first is null or s.unordered`,
    },
  },
} satisfies Record<string, Kind>
