import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/**
 * The day a step may be written down under. Who is late must not choose the day: a unit writes today,
 * and only who sees the whole province enters what happened before. A demonstration is walked through
 * on any day of its years.
 */
export function mayBeEntered({ actor, province, today }: Context, on: string): void {
  if (on > today)
    throw new Refusal('invalid', 'Ngày ghi không được sau hôm nay. Hãy sửa ngày rồi ghi lại.')
  if (on === today || actor.scope === null || province.demonstration) return
  throw new Refusal(
    'against_rule',
    `Đơn vị ghi theo ngày làm việc hôm nay (${inVietnamese(today)}). Việc đã làm từ trước thì ghi hôm nay, nêu rõ ngày trong nội dung, hoặc nhờ cơ quan theo dõi ghi.`,
  )
}

/** The day it was really entered, where that is not the day it is written under. */
export const enteredOn = ({ province }: Context) =>
  province.demonstration
    ? sql<null>`null::text`
    : sql<string | null>`nullif((entered_at at time zone 'Asia/Ho_Chi_Minh')::date, on_day)::text`
