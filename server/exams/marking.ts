import { sql } from 'kysely'
import { z } from 'zod'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { settleScore } from './hand-in.ts'

const waitingShape = z.object({
  item: z.string(),
  stem: z.string(),
  guide: z.string().nullable(),
  clause: z.string(),
  answer: z.string(),
  points: z.number(),
})

/** Short answers that wait, in an order that tells nothing: no name, no paper, never one's own. */
export const toMark = query({
  name: 'exams.to_mark',
  input: z.strictObject({ asOf: z.string().optional() }),
  output: z.array(waitingShape),
  async run({ db, actor }) {
    const { rows } = await sql<z.output<typeof waitingShape>>`
      select i.blind_id::text as item, q.stem, k.guide, q.clause, i.answer #>> '{}' as answer,
        i.points::float as points
      from exam_item i join exam_paper p on p.id = i.paper_id
      join exam_question q on q.id = i.question_id join exam_key k on k.question_id = q.id
      where p.submitted_at is not null and i.awarded is null
        and i.cadre_id is distinct from ${actor.cadreId}::integer
      order by q.id, i.blind_id limit 200`.execute(db)
    return rows
  },
})

/** Points for one answer; the second of two markers hears that it was marked. */
export const markAnswer = command({
  name: 'exams.mark',
  input: z.strictObject({
    item: z.uuid('Mã câu trả lời không đọc được.'),
    points: z.number().min(0),
  }),
  output: z.object({ left: z.number() }),
  async run(ctx, { item, points }) {
    const { rows } = await sql<{
      paper: number
      most: number
      awarded: number | null
      own: boolean
    }>`
      select i.paper_id as paper, i.points::float as most, i.awarded::float as awarded,
        coalesce(i.cadre_id = ${ctx.actor.cadreId}::integer, false) as own
      from exam_item i join exam_paper p on p.id = i.paper_id
      where i.blind_id = ${item}::uuid and p.submitted_at is not null for update of i`.execute(
      ctx.db,
    )
    const [found] = rows
    if (!found) throw new Refusal('not_found', 'Không có câu trả lời này chờ chấm.')
    if (found.own) throw new Refusal('against_rule', 'Không ai chấm bài của chính mình.')
    if (found.awarded !== null)
      throw new Refusal(
        'conflict',
        `Người khác vừa chấm câu này: ${found.awarded} điểm. Hãy chấm câu tiếp theo.`,
      )
    if (points > found.most) throw new Refusal('invalid', `Câu này nhiều nhất ${found.most} điểm.`)
    await sql`update exam_item set awarded = ${points}, marked_by = ${ctx.actor.name}
      where blind_id = ${item}::uuid`.execute(ctx.db)
    await settleScore(ctx, found.paper)
    const left = await sql<{ left: number }>`select count(*)::int as left from exam_item i
      join exam_paper p on p.id = i.paper_id
      where p.submitted_at is not null and i.awarded is null`.execute(ctx.db)
    return { left: left.rows[0]?.left ?? 0 }
  },
})
