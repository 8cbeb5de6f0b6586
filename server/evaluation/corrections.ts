import { sql } from 'kysely'
import { z } from 'zod'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { caseRef, cycleNamed, sameVersion, stillRated } from './cycle.ts'
import { factsShape } from './input.ts'
import { onSheet } from './review.ts'
import { ratingCode, sentence } from './shapes.ts'

const ok = z.object({ version: z.number() })

/** Somebody was put under the wrong head, or in the wrong group: put right inside the cycle, with a reason. */
export const correctLine = command({
  name: 'evaluation.correct_line',
  input: z.strictObject({
    evaluationId: wholeNumber,
    reviewerId: wholeNumber.optional(),
    group: sentence(1, 'Hãy ghi tên nhóm nhiệm vụ.').optional(),
    reason: sentence(5, 'Hãy ghi lý do sửa, ít nhất 5 ký tự.'),
  }),
  output: ok,
  about: ({ evaluationId: _ }) => ({}),
  async run(ctx, { evaluationId, reviewerId, group, reason }) {
    const { cycle, person } = await onSheet(ctx, evaluationId)
    stillRated(cycle)
    if (reviewerId === person.cadreId)
      throw new Refusal('against_rule', 'Không ai tự đánh giá mình. Hãy chọn người khác.')
    if (reviewerId !== undefined) {
      const { rows } =
        await sql`select from directory_entry where cadre_id = ${reviewerId}`.execute(ctx.db)
      if (rows.length === 0)
        throw new Refusal('not_found', 'Danh bạ không có người này. Hãy chọn lại người đánh giá.')
      await sql`insert into reporting_line_change
          (evaluation_id, cadre_id, from_id, to_id, reason, account_name)
        values (${evaluationId}, ${person.cadreId}, ${person.reviewerId}, ${reviewerId}, ${reason},
          ${ctx.actor.name})`.execute(ctx.db)
    }
    const { rows } = await sql<{ version: number }>`
      update evaluation set reviewer_id = coalesce(${reviewerId ?? null}, reviewer_id),
        duty_group = coalesce(${group ?? null}, duty_group), version = version + 1
      where id = ${evaluationId} returning version`.execute(ctx.db)
    return { version: rows[0]?.version ?? 0 }
  },
})

/** What the records do not hold: leave, maternity, conclusions; null takes a fact back. */
export const setFacts = command({
  name: 'evaluation.set_facts',
  input: z.strictObject({
    evaluationId: wholeNumber,
    facts: factsShape,
    basis: sentence(5, 'Hãy ghi căn cứ: số quyết định, giấy nghỉ, kết luận.'),
  }),
  output: ok,
  async run(ctx, { evaluationId, facts }) {
    const { cycle } = await onSheet(ctx, evaluationId)
    stillRated(cycle)
    const { rows } = await sql<{ version: number }>`
      update evaluation set facts = jsonb_strip_nulls(facts || ${JSON.stringify(facts)}::jsonb),
        version = version + 1
      where id = ${evaluationId} returning version`.execute(ctx.db)
    return { version: rows[0]?.version ?? 0 }
  },
})

/** The unit's own rating comes first, by a document: the head's may not be above it, nor the cap wider. */
export const rateUnit = command({
  name: 'evaluation.rate_unit',
  input: z.strictObject({
    cycleId: wholeNumber,
    version: z.number().int(),
    rating: ratingCode,
    basis: sentence(3, 'Hãy ghi căn cứ: số, ngày văn bản xếp loại đơn vị.'),
    outstanding: z.boolean().default(false),
  }),
  output: ok,
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId, version, rating, basis, outstanding }) {
    const cycle = await cycleNamed(ctx, cycleId, 'update')
    sameVersion(cycle, version)
    stillRated(cycle)
    if (outstanding && rating !== 'excellent')
      throw new Refusal(
        'against_rule',
        `Trần rộng hơn chỉ dành cho đơn vị được xếp hoàn thành xuất sắc nhiệm vụ; ${cycle.unitName} đang xếp mức khác. Chưa ghi gì.`,
      )
    const { rows } = await sql<{ version: number }>`
      update evaluation_cycle set unit_rating = ${rating}, unit_rated_on = ${ctx.today},
        unit_basis = ${basis}, outstanding = ${outstanding}, version = version + 1
      where id = ${cycleId} returning version`.execute(ctx.db)
    return { version: rows[0]?.version ?? 0 }
  },
})

/** Fields and divisions a deputy is in charge of; a division brings the rating of its own cycle. */
export const setCharges = command({
  name: 'evaluation.set_charges',
  input: z.strictObject({
    evaluationId: wholeNumber,
    charges: z
      .array(
        z.strictObject({
          name: sentence(2, 'Hãy ghi tên lĩnh vực hoặc phòng.'),
          unitId: wholeNumber.nullable().default(null),
          rating: ratingCode.nullable().default(null),
        }),
      )
      .max(30),
  }),
  output: z.object({ charges: z.number() }),
  async run(ctx, { evaluationId, charges }) {
    const { cycle, person } = await onSheet(ctx, evaluationId)
    stillRated(cycle)
    if (person.role !== 'deputy')
      throw new Refusal('against_rule', `${person.name} không phải cấp phó trong kỳ này.`)
    await ctx.db.deleteFrom('evaluation_charge').where('evaluation_id', '=', evaluationId).execute()
    if (charges.length > 0)
      await ctx.db
        .insertInto('evaluation_charge')
        .values(
          charges.map(({ name, unitId, rating }) => ({
            evaluation_id: evaluationId,
            cadre_id: person.cadreId,
            unit_id: unitId,
            name,
            rating,
          })),
        )
        .execute()
    return { charges: charges.length }
  },
})
