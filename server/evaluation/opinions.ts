import { sql } from 'kysely'
import { z } from 'zod'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { cycleNamed } from './cycle.ts'
import { notInCycle } from './rate.ts'

const side = z.enum(['superior', 'peer', 'subordinate', 'citizen'])
const points = z.number().min(0, 'Từ 0 đến 100.').max(100, 'Từ 0 đến 100.')

/** Said to everybody who is asked for an opinion; it promises what the tables keep and no more. */
const promise = (from: number) =>
  `Ý kiến của đồng nghiệp và cấp dưới không ghi tên, không ghi giờ; chỉ hiện khi có từ ${from} ý kiến cùng chiều, và không ai tra được ai viết gì trong phần mềm. Ý kiến của cấp trên trực tiếp là ý kiến có tên. Đã gửi thì không sửa được. Tránh viết điều làm lộ mình là ai; người quản trị máy chủ đọc thẳng tệp dữ liệu có thể suy đoán trong thời gian ngắn sau khi gửi.`

/** Whose opinion the asker may give in a cycle, and what is promised about it. */
export const opinionsToGive = query({
  name: 'evaluation.opinions_to_give',
  input: z.strictObject({ cycleId: wholeNumber }),
  output: z.object({
    promise: z.string(),
    from: z.number(),
    open: z.boolean(),
    people: z.array(
      z.object({
        evaluationId: z.number(),
        name: z.string(),
        title: z.string().nullable(),
        side,
        given: z.boolean(),
      }),
    ),
  }),
  async run(ctx, { cycleId }) {
    const cycle = await cycleNamed(ctx, cycleId)
    const { rows } = await sql<{
      evaluationId: number
      name: string
      title: string | null
      side: z.output<typeof side>
      given: boolean
    }>`
      select g.evaluation_id as "evaluationId", d.full_name as name, d.title, g.side, g.given
      from opinions_to_give(${cycleId}) g
      join lateral (select full_name, title from directory_entry d where d.cadre_id = g.cadre_id
        order by d.during desc nulls last limit 1) d on true
      order by g.side, d.full_name`.execute(ctx.db)
    return {
      promise: promise(cycle.opinionsFrom),
      from: cycle.opinionsFrom,
      open: ['self', 'opinions'].includes(cycle.step),
      people: rows,
    }
  },
})

/** Given once. The audit of the door is told who spoke about whom, never what was said. */
export const giveOpinion = command({
  name: 'evaluation.give_opinion',
  input: z.strictObject({
    evaluationId: wholeNumber,
    points,
    comment: z.string().trim().max(1000).default(''),
  }),
  output: z.object({ given: z.literal(true) }),
  about: () => ({ unlogged: ['points', 'comment'] }),
  async run({ db }, { evaluationId, points: given, comment }) {
    const { rows } = await sql<{ side: string | null }>`
      select give_opinion(${evaluationId}, ${given}::numeric, ${comment}) as side`.execute(db)
    const said = rows[0]?.side ?? null
    if (said === null)
      throw new Refusal(
        'against_rule',
        'Anh/chị không thuộc diện cho ý kiến về người này trong kỳ, hoặc bước lấy ý kiến đã kết thúc.',
      )
    if (said === 'given')
      throw new Refusal(
        'conflict',
        'Anh/chị đã cho ý kiến về người này; đã gửi thì không sửa được.',
      )
    return { given: true as const }
  },
})

/** A survey of citizens counted on paper: how many forms, their average, what they wrote. */
export const enterSurvey = command({
  name: 'evaluation.enter_survey',
  input: z.strictObject({
    evaluationId: wholeNumber,
    points,
    forms: z.number().int().positive('Số phiếu phải lớn hơn 0.').max(1_000_000),
    comment: z.string().trim().max(2000).default(''),
  }),
  output: z.object({ entered: z.literal(true) }),
  async run({ db }, { evaluationId, points: given, forms, comment }) {
    const seen = await sql`select from evaluation where id = ${evaluationId}`.execute(db)
    if (seen.rows.length === 0) throw notInCycle()
    await sql`select enter_survey(${evaluationId}, ${given}::numeric, ${forms}::integer, ${comment})`.execute(
      db,
    )
    return { entered: true as const }
  },
})

/** What was said from each side, where enough have spoken; how many is always told. */
export const opinionsAbout = query({
  name: 'evaluation.opinions_about',
  input: z.strictObject({ evaluationId: wholeNumber }),
  output: z.object({
    sides: z.array(
      z.object({
        side,
        voices: z.number(),
        points: z.number().nullable(),
        comments: z.array(z.string()),
        shown: z.boolean(),
      }),
    ),
  }),
  async run({ db }, { evaluationId }) {
    const seen = await sql`select from evaluation where id = ${evaluationId}`.execute(db)
    if (seen.rows.length === 0) throw notInCycle()
    const { rows } = await sql<{
      side: z.output<typeof side>
      voices: number
      points: number | null
      comments: string[]
      shown: boolean
    }>`select * from opinions_of(${evaluationId}) order by side`.execute(db)
    return { sides: rows }
  },
})
