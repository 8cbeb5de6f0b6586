import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Cycle, cycleNamed } from './cycle.ts'
import { givenRating } from './shapes.ts'

export interface OwnEvaluation {
  id: number
  cadreId: number
  version: number
  rated: boolean
  cycle: Cycle
}

/** The own evaluation, which the row policy shows to its owner; nobody declares for somebody else. */
export async function ownEvaluation(ctx: Context, evaluationId: number): Promise<OwnEvaluation> {
  const { rows } = await sql<Omit<OwnEvaluation, 'cycle'> & { cycleId: number }>`
    select id, cadre_id as "cadreId", version, rating is not null as rated, cycle_id as "cycleId"
    from evaluation where id = ${evaluationId} and cadre_id = ${ctx.actor.cadreId}`.execute(ctx.db)
  const [found] = rows
  if (!found)
    throw new Refusal(
      'not_found',
      'Đây không phải phiếu đánh giá của anh/chị. Hãy mở lại mục Đánh giá của tôi.',
    )
  const { cycleId, ...own } = found
  return { ...own, cycle: await cycleNamed(ctx, cycleId, 'share') }
}

/** Until the direct head has rated the row, and until results are published. */
export function stillOwn({ rated, cycle }: OwnEvaluation): void {
  if (!rated && cycle.publishedOn === null && cycle.closedOn === null) return
  throw new Refusal(
    'against_rule',
    'Người đứng đầu đã đánh giá nên phiếu không sửa được nữa. Nếu cần sửa, hãy đề nghị người đứng đầu hoàn tác; khi đã công khai thì gửi khiếu nại.',
  )
}

/** Saved as a draft, or signed and sent; may be changed until the head has looked. */
export const assessSelf = command({
  name: 'evaluation.assess_self',
  input: z.strictObject({
    evaluationId: wholeNumber,
    version: z.number().int(),
    rating: givenRating.nullable(),
    common: z.number().min(0).max(100).nullable(),
    note: z.string().trim().max(2000).nullable().default(null),
    sent: z.boolean(),
  }),
  output: z.object({ version: z.number(), sent: z.boolean() }),
  async run(ctx, { evaluationId, version, rating, common, note, sent }) {
    if (sent && (rating === null || common === null))
      throw new Refusal(
        'invalid',
        'Hãy tự chấm điểm tiêu chí chung và chọn mức tự đề nghị rồi gửi.',
      )
    // One statement, for hundreds save at once on the last day; why it found nothing is asked after.
    const { rows } = await sql<{ version: number }>`
      update evaluation e set self_rating = ${rating}, self_common = ${common}, self_note = ${note},
        self_at = case when ${sent} then now() end, version = e.version + 1
      from evaluation_cycle c
      where e.id = ${evaluationId} and e.cadre_id = ${ctx.actor.cadreId} and e.version = ${version}
        and e.rating is null and c.id = e.cycle_id and c.published_on is null and c.closed_on is null
      returning e.version`.execute(ctx.db)
    if (rows[0]) return { version: rows[0].version, sent }
    stillOwn(await ownEvaluation(ctx, evaluationId))
    throw new Refusal(
      'conflict',
      'Phiếu vừa được sửa ở nơi khác. Hãy mở lại phiếu rồi lưu. Chưa ghi gì.',
    )
  },
})
