import { sql } from 'kysely'
import { z } from 'zod'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { citingOf, cycleNamed } from './cycle.ts'
import { answerFor } from './proposals.ts'
import { ratingCode } from './shapes.ts'

const standing = z.object({ total: z.number().nullable(), band: ratingCode.nullable() })

/** What confirming a claim would change, by the same arithmetic and before anybody presses. */
export const claimEffect = query({
  name: 'evaluation.claim_effect',
  input: z.strictObject({ claimId: wholeNumber }),
  output: z.object({
    now: standing,
    confirmed: standing,
    /** A rating already given stays: the reviewer has to give another. */
    rated: ratingCode.nullable(),
    open: z.array(z.string()),
  }),
  async run(ctx, { claimId }) {
    const { rows } = await sql<{
      cycleId: number
      evaluationId: number
      productId: number
      of: 'check' | 'delay'
      times: number
      rated: z.output<typeof ratingCode> | null
    }>`select e.cycle_id as "cycleId", e.id as "evaluationId", p.id as "productId", c.of, c.times,
        e.rating as rated
      from product_claim c join work_product p on p.id = c.product_id
      join evaluation e on e.id = p.evaluation_id
      where c.id = ${claimId} and c.confirmed is null`.execute(ctx.db)
    const [claim] = rows
    if (!claim)
      throw new Refusal(
        'not_found',
        'Yêu cầu này không còn chờ xác nhận. Hãy mở lại bảng đánh giá.',
      )
    const { cycleId, evaluationId, rated, ...spared } = claim
    const cycle = await cycleNamed(ctx, cycleId)
    const citing = await citingOf(ctx, cycle)
    const answer = async (more?: typeof spared) => {
      const {
        total = null,
        band = null,
        open = [],
      } = (await answerFor(ctx.db, cycle, citing, evaluationId, more)) ?? {}
      return { total, band, open }
    }
    const { open, ...now } = await answer()
    const { total, band } = await answer(spared)
    return { now, confirmed: { total, band }, rated, open }
  },
})
