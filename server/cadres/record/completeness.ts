import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { mustBeInSight } from '../restricted.ts'
import { peopleOn } from '../roster-joins.ts'
import { agenciesOn } from './agencies.ts'
import { appliesTo, isKnown, type RequiredItem, requiredItems } from './required.ts'

const share = z.number().nullable()

const itemShape = z.object({
  item: z.string(),
  label: z.string(),
  weight: z.number(),
  fixedBy: z.string(),
  known: z.number(),
  total: z.number(),
})

const personShape = z.object({
  id: z.number(),
  fullName: z.string(),
  title: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  /** Share of the weights that apply to the person, from 0 to 1. */
  score: share,
  missing: z.array(z.string()),
})

/** How complete the records in sight are: of everybody serving, by unit, by item, and whose lack most. */
export const completeness = query({
  name: 'cadres.completeness',
  input: z.strictObject({
    asOf: isoDate.optional(),
    unitId: wholeNumber.optional(),
    /** Lists only whose record lacks this item. */
    item: z.string().max(80).optional(),
    offset: wholeNumber.default(0),
    limit: wholeNumber.refine((rows) => rows <= 500).default(50),
  }),
  output: z.object({
    asOf: z.string(),
    people: z.number(),
    score: share,
    items: z.array(itemShape),
    units: z.array(
      z.object({ unitId: z.number(), unitName: z.string(), people: z.number(), score: share }),
    ),
    /** People listed: all, or those who lack the item asked for. */
    total: z.number(),
    /** The least complete first. */
    rows: z.array(personShape),
  }),
  async run(ctx, { asOf = ctx.today, unitId = null, item, offset, limit }) {
    const items = await requiredItems(ctx, asOf)
    const people = await scored(ctx, items, asOf, inUnit(unitId))
    const units = [...Map.groupBy(people, (person) => person.unitId)].map(([id, members]) => ({
      unitId: id,
      unitName: members[0]?.unitName ?? '',
      people: members.length,
      score: mean(members),
    }))
    const asked = items.findIndex((one) => one.item === item)
    const worst = people
      .filter(({ said }) => item === undefined || said[asked] === false)
      .toSorted((a, b) => (a.score ?? 1) - (b.score ?? 1))
    return {
      asOf,
      people: people.length,
      score: mean(people),
      items: items.map((one, place) => ({
        ...one,
        known: people.filter(({ said }) => said[place] === true).length,
        total: people.filter(({ said }) => said[place] !== null).length,
      })),
      units,
      total: worst.length,
      rows: worst.slice(offset, offset + limit),
    }
  },
})

/** What the record of one person lacks, and who must fix it. */
export const personCompleteness = query({
  name: 'cadres.person_completeness',
  input: z.strictObject({ id: wholeNumber, asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    score: share,
    missing: z.array(itemShape.omit({ known: true, total: true })),
  }),
  async run(ctx, { id, asOf = ctx.today }) {
    await mustBeInSight(ctx, id)
    const items = await requiredItems(ctx, asOf, id)
    const [person] = await scored(ctx, items, asOf, sql`c.id = ${id}`)
    const missing = items.filter((_, place) => person?.said[place] === false)
    return { asOf, score: person?.score ?? null, missing }
  },
})

interface Scored extends z.output<typeof personShape> {
  /** By item: said, not said, or null where it does not apply. */
  said: (boolean | null)[]
}

async function scored(
  { db }: Context,
  items: readonly RequiredItem[],
  asOf: string,
  which: RawBuilder<unknown>,
): Promise<Scored[]> {
  const said = items.map(
    (item) => sql`case when ${appliesTo(item)} then ${isKnown(item, asOf)} end`,
  )
  const { rows } = await sql<Omit<Scored, 'score' | 'missing'>>`
    select c.id, c.full_name as "fullName", t.title, a.agency_id as "unitId",
      a.agency_name as "unitName", json_build_array(${sql.join(said)}) as said
    from ${peopleOn(asOf, true, new Set())} join unit u on u.id = t.unit_id
    join ${agenciesOn(asOf)} a on a.unit_id = t.unit_id
    where ${which} order by a.tree_from, c.name_key, c.id`.execute(db)
  return rows.map((row) => ({
    ...row,
    score: scoreOf(items, row.said),
    missing: items.filter((_, place) => row.said[place] === false).map(({ label }) => label),
  }))
}

const inUnit = (unitId: number | null) => sql`(${unitId}::integer is null or u.tree_from between
  (select tree_from from unit where id = ${unitId}::integer) and
  (select tree_to from unit where id = ${unitId}::integer))`

function scoreOf(items: readonly RequiredItem[], said: Scored['said']): number | null {
  let known = 0
  let all = 0
  items.forEach(({ weight }, place) => {
    if (said[place] === null) return
    all += weight
    if (said[place]) known += weight
  })
  return all === 0 ? null : known / all
}

function mean(people: readonly { score: number | null }[]): number | null {
  const scores = people.flatMap(({ score }) => (score === null ? [] : [score]))
  return scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length
}
