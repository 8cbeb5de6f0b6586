import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { caseRef, cycleNamed, stillRated } from './cycle.ts'
import { sentence } from './shapes.ts'

const minutes = {
  heldOn: isoDate,
  place: sentence(2, 'Hãy ghi nơi họp.'),
  chair: sentence(2, 'Hãy ghi người chủ trì.'),
  secretary: sentence(2, 'Hãy ghi thư ký.'),
  summoned: z.number().int().positive('Số người triệu tập phải lớn hơn 0.'),
  present: z.number().int().min(0),
  minutes: z.string().trim().min(20, 'Hãy ghi nội dung biên bản, ít nhất 20 ký tự.').max(50_000),
}

/** The minutes of the meeting, kept with the cycle; may be completed until results are decided. */
export const recordMeeting = command({
  name: 'evaluation.record_meeting',
  input: z.strictObject({ cycleId: wholeNumber, ...minutes }),
  output: z.object({ recorded: z.literal(true) }),
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId, heldOn, ...rest }) {
    const cycle = await cycleNamed(ctx, cycleId, 'share')
    stillRated(cycle)
    if (heldOn > ctx.today)
      throw new Refusal('invalid', 'Ngày họp chưa tới nên chưa ghi được biên bản.')
    if (rest.present > rest.summoned)
      throw new Refusal('invalid', 'Số người dự không thể nhiều hơn số người triệu tập.')
    const row = { held_on: heldOn, ...rest }
    await ctx.db
      .insertInto('evaluation_meeting')
      .values({ cycle_id: cycleId, ...row })
      .onConflict((conflict) => conflict.column('cycle_id').doUpdateSet(row))
      .execute()
    return { recorded: true as const }
  },
})

const meetingShape = z.object({
  heldOn: z.string(),
  place: z.string(),
  chair: z.string(),
  secretary: z.string(),
  summoned: z.number(),
  present: z.number(),
  minutes: z.string(),
})

export type Meeting = z.output<typeof meetingShape>

export const meetingOf = query({
  name: 'evaluation.meeting',
  input: z.strictObject({ cycleId: wholeNumber }),
  output: z.object({ meeting: meetingShape.nullable() }),
  async run(ctx, { cycleId }) {
    await cycleNamed(ctx, cycleId)
    return { meeting: await meetingIn(ctx, cycleId) }
  },
})

export async function meetingIn({ db }: Context, cycleId: number): Promise<Meeting | null> {
  const found = await db
    .selectFrom('evaluation_meeting')
    .select(['held_on as heldOn', 'place', 'chair', 'secretary', 'summoned', 'present', 'minutes'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst()
  return found ?? null
}
