import { z } from 'zod'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, receivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { about, add, added, entryOf, mustBe, notTheDoer, when, words } from './add-entry.ts'
import { assignmentInput, heldAlone, mustLead } from './one.ts'
import { STATES, UNDONE } from './state.ts'

/** Progress, or the product handed in for acceptance, with its evidence. */
export const report = command({
  name: 'tasks.report',
  input: z.strictObject({
    ...assignmentInput,
    ...when,
    kind: z.enum(['progress', 'submission']),
    says: words('Hãy ghi đã làm được gì.'),
    documentNo: z.string().trim().max(200).optional(),
    file: receivedFile.optional(),
  }),
  output: added,
  about,
  async run(ctx, { kind, says, documentNo, file, on = ctx.today, ...key }) {
    const held = await heldAlone(ctx, key, on)
    mustLead(ctx, held)
    mustBe(held, UNDONE, 'báo cáo')
    if (kind === 'submission' && !documentNo && !file)
      throw new Refusal(
        'invalid',
        `Nộp sản phẩm thì kèm số văn bản hoặc tệp (${held.task.product}). Chưa ghi gì.`,
      )
    return add(ctx, held, { kind, on, says, documentNo, file })
  },
})

/** Accepts what was handed in or sends it back; never by the account that handed it in. */
export const accept = command({
  name: 'tasks.accept',
  input: z.strictObject({
    ...assignmentInput,
    ...when,
    submissionId: wholeNumber,
    accepted: z.boolean(),
    says: words('Hãy ghi nhận xét khi nghiệm thu hoặc trả lại.'),
  }),
  output: added,
  about,
  async run(ctx, { submissionId, accepted, says, on = ctx.today, ...key }) {
    const held = await heldAlone(ctx, key, on)
    if (held.submission !== submissionId)
      throw new Refusal(
        'conflict',
        'Sản phẩm này đã được nghiệm thu hoặc trả lại. Hãy tải lại trang.',
      )
    notTheDoer(ctx, await entryOf(ctx, submissionId), 'nộp sản phẩm')
    return add(ctx, held, {
      kind: accepted ? 'acceptance' : 'return',
      on,
      says,
      answers: submissionId,
    })
  },
})

/** Takes a task off a unit, or gives it back. */
export const cancel = command({
  name: 'tasks.cancel',
  input: z.strictObject({
    ...assignmentInput,
    ...when,
    cancelled: z.boolean(),
    reason: words('Hãy ghi lý do và văn bản cho thôi giao.'),
  }),
  output: added,
  about,
  async run(ctx, { cancelled, reason, on = ctx.today, ...key }) {
    const held = await heldAlone(ctx, key, on)
    if ((held.state === 'cancelled') === cancelled)
      throw new Refusal(
        'conflict',
        `Việc này đang ở trạng thái “${STATES[held.state].label}”. Chưa ghi gì.`,
      )
    if (held.state === 'accepted')
      throw new Refusal('against_rule', 'Việc đã nghiệm thu thì không thôi giao nữa.')
    return add(ctx, held, { kind: cancelled ? 'cancellation' : 'reinstatement', on, says: reason })
  },
})
