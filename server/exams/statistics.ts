import { sql } from 'kysely'
import { z } from 'zod'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { difficultyCodes } from './words.ts'

const itemShape = z.object({
  id: z.number(),
  stem: z.string(),
  topic: z.string(),
  difficulty: z.enum(difficultyCodes),
  asked: z.number(),
  /** Mean share of the points earned: 1 when everybody knew it. */
  ease: z.number().nullable(),
  /** Correlation with the rest of the paper: who knows more answers it better. */
  discrimination: z.number().nullable(),
  flags: z.array(z.enum(['too_easy', 'too_hard', 'does_not_tell'])),
})

/** What each question has shown in marked papers; with few papers it shows nothing yet. */
export const statistics = query({
  name: 'exams.statistics',
  input: z.strictObject({ roundId: wholeNumber.optional() }),
  output: z.object({ from: z.number(), low: z.number(), items: z.array(itemShape) }),
  async run(ctx, { roundId }) {
    const parameter = await ctx.house.parametersOn(ctx, ctx.today)
    const from = Number(parameter('exam_statistics_from'))
    const low = Number(parameter('exam_discrimination_low'))
    const [hardest, easiest] = parameter('exam_ease_range') as unknown as [number, number]
    const { rows } = await sql<Omit<z.output<typeof itemShape>, 'flags'>>`
      select q.id, q.stem, t.name as topic, q.difficulty, count(*)::int as asked,
        case when count(*) >= ${from} then round(avg(i.awarded / i.points), 3)::float end as ease,
        case when count(*) >= ${from} then round(corr(i.awarded / i.points,
          (p.score - i.awarded) / nullif(p.max_score - i.points, 0))::numeric, 3)::float end as discrimination
      from exam_item i join exam_paper p on p.id = i.paper_id and p.score is not null
      join exam_question q on q.id = i.question_id join exam_topic t on t.id = q.topic_id
      where ${roundId ?? null}::integer is null or p.round_id = ${roundId ?? null}::integer
      group by q.id, t.name order by t.name, q.id`.execute(ctx.db)
    const flagsOf = ({ ease, discrimination }: (typeof rows)[number]) => [
      ...(ease !== null && ease > easiest ? (['too_easy'] as const) : []),
      ...(ease !== null && ease < hardest ? (['too_hard'] as const) : []),
      ...(discrimination !== null && discrimination < low ? (['does_not_tell'] as const) : []),
    ]
    return { from, low, items: rows.map((row) => ({ ...row, flags: flagsOf(row) })) }
  },
})
