import { sql } from 'kysely'
import { z } from 'zod'
import { sentence } from '#rules/explain.ts'
import { addMonths, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { housesOn } from './houses.ts'
import { ranksFeeding } from './ladder.ts'
import { askedOf, type Candidate, candidates, weighingOn } from './people.ts'
import { type StandingState, standingLine, standingOf, standingState } from './standing.ts'
import { vacancyRow, vacantPosts } from './vacancies.ts'
import { conditionOf } from './words.ts'

const ORDER: readonly StandingState[] = ['meets', 'lacks_paper', 'no_standard', 'does_not']
const SHOWN = 200

/** One post: what it asks, and everybody on the step below it, each with the reason; nobody hidden. */
export const vacancy = query({
  name: 'cadres.vacancy',
  input: z.strictObject({
    postId: wholeNumber,
    asOf: isoDate.optional(),
    months: wholeNumber.default(12),
    from: z.enum(['agency', 'everywhere']).default('agency'),
    state: standingState.optional(),
  }),
  output: vacancyRow.extend({
    asOf: z.string(),
    asks: z.array(z.object({ says: z.string(), clause: z.string() })),
    counts: z.record(standingState, z.number()),
    people: z.array(
      z.object({
        cadreId: z.number(),
        name: z.string(),
        title: z.string(),
        unit: z.string(),
        planned: z.boolean(),
        state: standingState,
        open: z.array(standingLine),
      }),
    ),
  }),
  async run(ctx, { postId, asOf = ctx.today, months, from, state }) {
    const [post] = await vacantPosts(ctx, asOf, addMonths(asOf, Math.min(months, 120)), postId)
    if (!post)
      throw new Refusal('not_found', 'Ngày này không có chức danh đó trong phạm vi được xem.')
    const weighing = await weighingOn(ctx, asOf)
    const houses = await housesOn(ctx, asOf)
    const asked = askedOf(weighing, post.titleCode, null)
    const ranks = ranksFeeding(post.rank)
    const agency = houses.of.get(post.unitId) ?? post.unitId
    const planned = await plannedFor(ctx.db, post.titleCode, asOf)
    const reached = (person: Candidate) =>
      planned.has(person.cadre_id) || from === 'everywhere' || houses.within(person.unit_id, agency)
    const people = (
      await candidates(
        ctx,
        weighing,
        sql`(t.rank = any(${ranks}::text[])
        or c.id = any(${[...planned]}::integer[])) and t.post_id is distinct from ${post.postId}`,
      )
    )
      .filter(reached)
      .map((person) => {
        const { state, lines } = standingOf(asked, weighing.subject, weighing.question, person)
        return {
          cadreId: person.cadre_id,
          name: person.full_name,
          title: person.title,
          unit: person.unit_name,
          planned: planned.has(person.cadre_id),
          state,
          open: lines.filter((line) => line.state !== 'meets'),
        }
      })
    const counts = { meets: 0, lacks_paper: 0, does_not: 0, no_standard: 0 }
    for (const person of people) counts[person.state]++
    return {
      ...post,
      asOf,
      asks: asked.map((one) => ({
        says: sentence(conditionOf(one), weighing.subject, weighing.question),
        clause: one.clause,
      })),
      counts,
      people: people
        .filter((person) => state === undefined || person.state === state)
        .toSorted(
          (a, b) =>
            ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
            Number(b.planned) - Number(a.planned),
        )
        .slice(0, SHOWN),
    }
  },
})

type Db = Parameters<typeof vacancy>[0]['db']

async function plannedFor(db: Db, titleCode: string, asOf: string): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select distinct cadre_id as id from succession_entry
    where title_code = ${titleCode} and during @> ${asOf}::date`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
