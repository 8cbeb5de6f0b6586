import { sql } from 'kysely'
import { z } from 'zod'
import { factsOf, factTable } from '#rules/compile.ts'
import type { FactRow } from '#rules/explain.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { type AskedTarget, targetsOn } from './count.ts'
import { whyOf } from './subjects.ts'
import { standingOf } from './tally.ts'

const answer = z.object({
  id: z.string(),
  label: z.string(),
  cite: z.string(),
  status: z.enum(['counted', 'not_counted', 'unknown', 'outside']),
  why: z.string(),
})

/** For one person: towards which targets they count that day, and why or why not. */
export const targetsOfPerson = query({
  name: 'directives.about_person',
  input: z.object({ id: wholeNumber, asOf: isoDate }),
  output: z.array(answer),
  async run(ctx, { id, asOf }) {
    const asked = (await targetsOn(ctx, asOf)).filter(({ target }) => isAboutPeople(target.subject))
    const answers = []
    for (const one of asked) answers.push(...(await answersFor(ctx, one, id)))
    return answers
  },
})

const isAboutPeople = (subject: string) => !['unit', 'course', 'post'].includes(subject)

async function answersFor(
  ctx: Context,
  asked: AskedTarget,
  cadreId: number,
): Promise<z.input<typeof answer>[]> {
  const { pack, subject, question, milestone, target } = asked
  const condition = { base: milestone.base, counts: target.counts }
  const conditions = [condition.base, condition.counts].filter((one) => one !== null)
  const { rows } = await sql<FactRow & { standing: number | null }>`
    with row_facts as (${factTable(subject, factsOf(conditions), question)})
    select row_facts.*, ${standingOf(condition, subject, question)} as standing from row_facts
    where cadre_id = ${cadreId}`.execute(ctx.db)
  const about = { id: target.id, label: target.label, cite: `${pack.number} · ${target.cite}` }
  if (rows.length === 0)
    return [{ ...about, status: 'outside', why: `Không có trong mẫu: ${milestone.baseLabel}` }]
  return rows.map((row) => ({
    ...about,
    status: statusOf(row.standing),
    why: whyOf(asked, row, row.standing),
  }))
}

function statusOf(standing: number | null) {
  if (standing === null) return 'outside'
  if (standing === 0) return 'counted'
  return standing === 1 ? 'not_counted' : 'unknown'
}
