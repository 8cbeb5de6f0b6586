import { sql } from 'kysely'
import { z } from 'zod'
import { recordTest } from '#server/cadres/knowledge-tests.ts'
import type { Context } from '#server/kernel/context.ts'
import { command } from '#server/kernel/operation.ts'

/** The one way a paper ends: marked as far as the key can, and the taking put on the record. */
export async function handIn(ctx: Context, paper: number, by: 'person' | 'server'): Promise<void> {
  await sql`update exam_paper set submitted_by = ${by},
      submitted_at = least(ends_at, clock_timestamp())
    where id = ${paper} and submitted_at is null`.execute(ctx.db)
  await sql`select mark_choices(${paper})`.execute(ctx.db)
  await settleScore(ctx, paper)
}

/** When every answer has its points: the sum, whether it passes, and the line of the record. */
export async function settleScore(ctx: Context, paper: number): Promise<void> {
  await sql`update exam_paper p set score = sums.score,
      passed = sums.score >= round(b.pass_share * p.max_score, 2)
    from (select sum(awarded) as score from exam_item where paper_id = ${paper}
      having bool_and(awarded is not null)) sums, exam_round r, exam_blueprint b
    where p.id = ${paper} and r.id = p.round_id and b.id = r.blueprint_id`.execute(ctx.db)
  const { rows } = await sql<Taken>`
    select p.cadre_id as "cadreId", r.course_id as "courseId", p.score::float as score,
      p.max_score::float as most, p.passed,
      (p.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "on",
      exists (select from exam_item i where i.paper_id = p.id and i.answered_at is not null) as answered
    from exam_paper p join exam_round r on r.id = p.round_id where p.id = ${paper}`.execute(ctx.db)
  const [taken] = rows
  if (!taken) return
  const counts = (await ctx.house.parametersOn(ctx, taken.on))('exam_taken_when')
  if (counts === 'passed' ? !taken.passed : !taken.answered) return
  const { cadreId, courseId, on, score, most } = taken
  const result = score === null ? null : `${score}/${most}`.replaceAll('.', ',')
  await recordTest(ctx.db, { cadreId, courseId, on, result })
}

interface Taken {
  cadreId: number
  courseId: number
  score: number | null
  most: number
  passed: boolean | null
  on: string
  answered: boolean
}

/** Papers whose time is over although no browser handed them in. */
export async function overdue({ db }: Pick<Context, 'db'>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from exam_paper where submitted_at is null and ends_at <= clock_timestamp()
    order by id limit 500`.execute(db)
  return rows.map(({ id }) => id)
}

/** Has no address: the server performs it when a paper is over. */
export const collectPapers = command({
  name: 'exams.collect_papers',
  input: z.strictObject({}),
  output: z.object({ papers: z.array(z.number()) }),
  async run(ctx) {
    const papers = await overdue(ctx)
    for (const paper of papers) await handIn(ctx, paper, 'server')
    return { papers }
  },
})
