import { z } from 'zod'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { about, add, added, entryOf, mustBe, notTheDoer, when, words } from './add-entry.ts'
import type { Assignment } from './assignments.ts'
import { assignmentInput, heldAlone, mustLead } from './one.ts'
import { UNDONE } from './state.ts'

export const askExtension = command({
  name: 'tasks.ask_extension',
  input: z.strictObject({
    ...assignmentInput,
    ...when,
    dueOn: isoDate,
    reason: words('Hãy ghi lý do xin gia hạn.'),
  }),
  output: added,
  about,
  async run(ctx, { dueOn, reason, on = ctx.today, ...key }) {
    const held = await heldAlone(ctx, key, on)
    mustLead(ctx, held)
    mustBe(held, UNDONE, 'xin gia hạn')
    if (held.due === null)
      throw new Refusal('against_rule', 'Việc này văn bản không ghi hạn nên không cần gia hạn.')
    if (held.request !== null)
      throw new Refusal('conflict', 'Đang có một lần xin gia hạn chờ trả lời. Chưa ghi thêm.')
    mustExtend(held, dueOn)
    return add(ctx, held, { kind: 'extension_request', on, dueOn, says: reason })
  },
})

/** By whoever follows the directive; the day may differ from the one asked for. */
export const answerExtension = command({
  name: 'tasks.answer_extension',
  input: z.strictObject({
    ...assignmentInput,
    ...when,
    requestId: wholeNumber,
    granted: z.boolean(),
    dueOn: isoDate.optional(),
    reason: words('Hãy ghi lý do đồng ý hoặc không đồng ý.'),
  }),
  output: added,
  about,
  async run(ctx, { requestId, granted, dueOn, reason, on = ctx.today, ...key }) {
    const held = await heldAlone(ctx, key, on)
    mustBe(held, [...UNDONE, 'submitted'], 'trả lời gia hạn')
    if (held.request !== requestId)
      throw new Refusal(
        'conflict',
        'Lần xin gia hạn này đã được trả lời hoặc không còn. Hãy tải lại trang.',
      )
    const request = await entryOf(ctx, requestId)
    notTheDoer(ctx, request, 'xin gia hạn')
    if (!granted)
      return add(ctx, held, { kind: 'extension_refusal', on, says: reason, answers: requestId })
    const until = dueOn ?? request.dueOn
    if (!until) throw new Refusal('invalid', 'Hãy ghi hạn mới.')
    mustExtend(held, until)
    return add(ctx, held, {
      kind: 'extension_grant',
      on,
      says: reason,
      answers: requestId,
      dueOn: until,
    })
  },
})

function mustExtend({ due }: Assignment, dueOn: string): void {
  if (due === null || dueOn > due) return
  throw new Refusal('invalid', `Hạn mới phải sau hạn đang có ${inVietnamese(due)}.`)
}
