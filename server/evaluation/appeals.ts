import { sql } from 'kysely'
import { z } from 'zod'
import { addDays } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { ownEvaluation } from './own.ts'
import { rate } from './rate.ts'
import { onSheet } from './review.ts'
import { givenRating, ratingCode, sentence } from './shapes.ts'
import { standing } from './sheet.ts'
import { settingsOn } from './steps.ts'

/** Against the own published result, within the days the parameter allows. */
export const appeal = command({
  name: 'evaluation.appeal',
  input: z.strictObject({
    evaluationId: wholeNumber,
    reason: sentence(20, 'Hãy ghi nội dung khiếu nại, ít nhất 20 ký tự.'),
  }),
  output: z.object({ id: z.number(), dueOn: z.string() }),
  async run(ctx, { evaluationId, reason }) {
    const { cycle, cadreId } = await ownEvaluation(ctx, evaluationId)
    const settings = await settingsOn(ctx, cycle.period.to)
    if (!cycle.publishedOn || cycle.closedOn)
      throw new Refusal(
        'against_rule',
        cycle.closedOn
          ? 'Kỳ đánh giá đã khóa, không còn nhận khiếu nại trong kỳ.'
          : 'Kết quả chưa công khai nên chưa khiếu nại được.',
      )
    const last = addDays(cycle.publishedOn, settings.number('evaluation_appeal_days'))
    if (ctx.today > last)
      throw new Refusal(
        'against_rule',
        `Hạn khiếu nại là ngày ${last.split('-').reverse().join('/')}, nay đã quá.`,
      )
    const dueOn = addDays(ctx.today, settings.number('evaluation_answer_days'))
    const { rows } = await sql<{ id: number }>`
      insert into evaluation_appeal (evaluation_id, cadre_id, filed_on, reason, due_on)
      values (${evaluationId}, ${cadreId}, ${ctx.today}, ${reason}, ${dueOn})
      on conflict do nothing returning id`.execute(ctx.db)
    if (rows[0]) return { id: rows[0].id, dueOn }
    throw new Refusal('conflict', 'Khiếu nại trước của anh/chị đang chờ trả lời.')
  },
})

/** Answered with reasons; upheld, the rating is given anew and the old one stays in the trail. */
export const answerAppeal = command({
  name: 'evaluation.answer_appeal',
  input: z.strictObject({
    appealId: wholeNumber,
    upheld: z.boolean(),
    answer: sentence(20, 'Hãy ghi nội dung trả lời, ít nhất 20 ký tự.'),
    rating: givenRating.optional(),
  }),
  output: z.object({ rescored: z.boolean() }),
  async run(ctx, { appealId, upheld, answer, rating }) {
    const { rows } = await sql<{ evaluationId: number; answered: boolean }>`
      select evaluation_id as "evaluationId", answered_on is not null as answered
      from evaluation_appeal where id = ${appealId} for update`.execute(ctx.db)
    const [found] = rows
    if (!found) throw new Refusal('not_found', 'Không có khiếu nại này.')
    if (found.answered) throw new Refusal('conflict', 'Khiếu nại này đã được trả lời.')
    if (upheld && !rating)
      throw new Refusal('invalid', 'Chấp nhận khiếu nại thì phải ghi mức xếp loại mới.')
    const { cycle, people, checkOf, person } = await onSheet(ctx, found.evaluationId)
    if (cycle.closedOn) throw new Refusal('against_rule', 'Kỳ đánh giá đã khóa.')
    if (ctx.actor.cadreId === person.cadreId)
      throw new Refusal('against_rule', 'Không ai tự trả lời khiếu nại của mình.')
    if (upheld && rating) {
      const after = people
        .map(standing)
        .map((one) => (one.id === person.id ? { ...one, rating } : one))
      const { says } = await checkOf(after)
      if (says.length > 0)
        throw new Refusal(
          'against_rule',
          `Xếp lại như vậy thì ${says.join('; ')}. Hãy xử lý trước rồi trả lời.`,
        )
      await rate(
        ctx,
        people,
        [{ evaluationId: person.id, rating, reasonCode: 'appeal', comment: answer }],
        'appeal',
      )
    }
    await sql`update evaluation_appeal set answered_on = ${ctx.today}, answer = ${answer},
        upheld = ${upheld}, answered_by = ${ctx.actor.displayName},
        rating_step_id = case when ${upheld} then (select max(id) from rating_step
          where evaluation_id = ${person.id} and stage = 'appeal') end
      where id = ${appealId}`.execute(ctx.db)
    return { rescored: upheld }
  },
})

const appealRow = z.object({
  id: z.number(),
  evaluationId: z.number(),
  cycleId: z.number(),
  period: z.string(),
  person: z.string(),
  rating: ratingCode.nullable(),
  filedOn: z.string(),
  reason: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
  answeredOn: z.string().nullable(),
  answer: z.string().nullable(),
  upheld: z.boolean().nullable(),
  answeredBy: z.string().nullable(),
})

/** Appeals in sight: of a cycle, or all that wait. */
export const appeals = query({
  name: 'evaluation.appeals',
  input: z.strictObject({ cycleId: wholeNumber.optional(), asOf: z.string().optional() }),
  output: z.object({ rows: z.array(appealRow) }),
  async run({ db, today }, { cycleId }) {
    const { rows } = await sql<z.input<typeof appealRow>>`
      select a.id, a.evaluation_id as "evaluationId", e.cycle_id as "cycleId", y.period,
        c.full_name as person, e.rating, a.filed_on::text as "filedOn", a.reason,
        a.due_on::text as "dueOn", a.answered_on is null and a.due_on < ${today}::date as overdue,
        a.answered_on::text as "answeredOn", a.answer, a.upheld, a.answered_by as "answeredBy"
      from evaluation_appeal a join evaluation e on e.id = a.evaluation_id
      join evaluation_cycle y on y.id = e.cycle_id join cadre c on c.id = e.cadre_id
      where ${cycleId === undefined}::boolean or e.cycle_id = ${cycleId ?? null}::integer
      order by a.answered_on nulls first, a.due_on, a.id`.execute(db)
    return { rows }
  },
})
