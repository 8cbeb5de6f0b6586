import { sql } from 'kysely'
import { inVietnamese } from '#server/kernel/dates.ts'
import { type Asked, about, type Kind, LEADERS, later } from './kind.ts'

/** First time at a rank, by an appointment the rule already covers, with no course ended since. */
const appointed = ({ asOf, rules }: Asked, first: string) => sql`
  select s.cadre_id, t.title, lower(t.during) as began
  from serving s join tenure t on t.id = s.tenure_id
  where t.rank in ${LEADERS} and t.entry in ('appointment', 'nomination')
    and t.is_first_at_rank is ${sql.raw(first)}
    and lower(t.during) between ${rules.since('leader_course_months')}::date and ${asOf}::date
    and not exists (select from other_training o
      where o.cadre_id = s.cadre_id and o.kind = 'leadership' and o.ended >= lower(t.during)::text)`

export const COURSES = {
  leader_course: {
    label: 'Bồi dưỡng lãnh đạo, quản lý sau bổ nhiệm',
    clause: (rules) => rules.clause('leader_course_months'),
    dates: (asked) =>
      sql`select ${about(
        later(sql`s.began`, asked.rules.count('leader_course_months')),
        sql`jsonb_build_object('title', s.title, 'began', s.began)`,
      )} from (${appointed(asked, 'true')}) s`,
    why: ({ title, began }, rules) =>
      `Lần đầu giữ cấp chức vụ ${title} từ ${inVietnamese(String(began))}; hồ sơ chưa có lớp lãnh đạo, quản lý xong sau ngày đó; phải xong trong ${rules.count('leader_course_months')} tháng.`,
    unknown: {
      says: 'Chưa rõ có phải lần đầu giữ cấp chức vụ này không, nên chưa biết có phải học.',
      people: (asked) => sql`select s.cadre_id from (${appointed(asked, 'null')}) s`,
    },
  },
} satisfies Record<string, Kind>
