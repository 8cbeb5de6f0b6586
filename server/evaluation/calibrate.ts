import { sql } from 'kysely'
import { z } from 'zod'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { caseRef, cycleNamed } from './cycle.ts'
import { hasMoved } from './exceptions.ts'
import { rate } from './rate.ts'
import { givenRating, sentence } from './shapes.ts'
import { sheetOf } from './sheet.ts'
import { settingsOn } from './steps.ts'

/** In the calibration session every changed rating has a reason, a comment and somebody who answers for it. */
export const calibrate = command({
  name: 'evaluation.calibrate',
  input: z.strictObject({
    cycleId: wholeNumber,
    changes: z
      .array(
        z.strictObject({
          evaluationId: wholeNumber,
          version: z.number().int(),
          rating: givenRating,
          reasonCode: z.string().min(1),
          comment: sentence(10, 'Hãy ghi rõ vì sao sửa, ít nhất 10 ký tự.'),
          authoriserId: wholeNumber,
        }),
      )
      .min(1, 'Hãy chọn ít nhất một người.')
      .max(500),
  }),
  output: z.object({ changed: z.number() }),
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId, changes }) {
    const cycle = await cycleNamed(ctx, cycleId, 'share')
    if (cycle.step !== 'authority')
      throw new Refusal(
        'against_rule',
        'Chỉ sửa mức ở bước cấp có thẩm quyền quyết định. Trước đó người đứng đầu tự sửa; sau đó theo khiếu nại.',
      )
    const { reasons } = await settingsOn(ctx, cycle.period.to)
    const { people } = await sheetOf(ctx, cycle)
    for (const { reasonCode, authoriserId, evaluationId, rating } of changes) {
      if (!reasons.some(({ code }) => code === reasonCode))
        throw new Refusal(
          'invalid',
          `Không có lý do “${reasonCode}”. Chọn: ${reasons.map(({ label }) => label).join('; ')}.`,
        )
      const known = await sql`select from directory_entry where cadre_id = ${authoriserId}`.execute(
        ctx.db,
      )
      if (known.rows.length === 0)
        throw new Refusal('not_found', 'Danh bạ không có người cho phép sửa. Hãy chọn lại.')
      const found = people.find(({ person }) => person.id === evaluationId)
      // A rating is kept with reasons where the evidence has moved since it was given.
      if (found?.person.rating === rating && !hasMoved(found.person, found.proposal))
        throw new Refusal('invalid', `${found.person.name} đang ở mức này rồi, không có gì để sửa.`)
    }
    await rate(ctx, people, changes, 'calibration')
    return { changed: changes.length }
  },
})
