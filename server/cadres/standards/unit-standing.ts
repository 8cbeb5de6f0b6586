import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { housesOn } from './houses.ts'
import {
  type Candidate,
  candidates,
  nextStanding,
  ownStanding,
  type Weighing,
  weighingOn,
} from './people.ts'
import { type Standing, type StandingState, standingLine, standingState } from './standing.ts'

const counts = z.object({
  meets: z.number(),
  lacks_paper: z.number(),
  does_not: z.number(),
  no_standard: z.number(),
})
type Counts = z.output<typeof counts>
const none = (): Counts => ({ meets: 0, lacks_paper: 0, does_not: 0, no_standard: 0 })

/** How many meet the standard of their own post and of the next, agency by agency. */
export const unitStanding = query({
  name: 'cadres.unit_standing',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    rows: z.array(
      z.object({
        unitId: z.number(),
        unit: z.string(),
        people: z.number(),
        own: counts,
        next: counts,
      }),
    ),
    total: z.object({ people: z.number(), own: counts, next: counts }),
  }),
  async run(ctx, { asOf = ctx.today }) {
    const weighing = await weighingOn(ctx, asOf)
    const houses = await housesOn(ctx, asOf)
    const rows = new Map(
      houses.list.map(({ id, name }) => [
        id,
        { unitId: id, unit: name, people: 0, own: none(), next: none() },
      ]),
    )
    const total = { people: 0, own: none(), next: none() }
    for (const person of await candidates(ctx, weighing)) {
      const row = rows.get(houses.of.get(person.unit_id) ?? -1)
      for (const place of row ? [row, total] : [total]) {
        place.people++
        place.own[ownStanding(weighing, person).state]++
        place.next[nextState(weighing, person)]++
      }
    }
    return { asOf, rows: [...rows.values()].filter(({ people }) => people > 0), total }
  },
})

const nextState = (weighing: Weighing, person: Candidate): StandingState =>
  nextStanding(weighing, person)?.standing.state ?? 'no_standard'

/** The names behind one number, with the lines that are not met or lack a paper. */
export const standingPeople = query({
  name: 'cadres.standing_people',
  input: z.strictObject({
    asOf: isoDate.optional(),
    unitId: wholeNumber.optional(),
    of: z.enum(['own', 'next']).default('own'),
    state: standingState.optional(),
  }),
  output: z.object({
    asOf: z.string(),
    rows: z.array(
      z.object({
        cadreId: z.number(),
        name: z.string(),
        title: z.string(),
        unit: z.string(),
        against: z.string(),
        state: standingState,
        open: z.array(standingLine),
      }),
    ),
  }),
  async run(ctx, { asOf = ctx.today, unitId, of, state }) {
    const weighing = await weighingOn(ctx, asOf)
    const houses = await housesOn(ctx, asOf)
    const people = await candidates(ctx, weighing)
    const rows = people
      .filter((one) => unitId === undefined || houses.within(one.unit_id, unitId))
      .map((person) => lineOf(person, of, weighing))
      .filter((row) => state === undefined || row.state === state)
    return { asOf, rows }
  },
})

function lineOf(person: Candidate, of: 'own' | 'next', weighing: Weighing) {
  const next = of === 'next' ? nextStanding(weighing, person) : null
  const standing: Standing =
    of === 'own'
      ? ownStanding(weighing, person)
      : (next?.standing ?? { state: 'no_standard', lines: [] })
  return {
    cadreId: person.cadre_id,
    name: person.full_name,
    title: person.title,
    unit: person.unit_name,
    against: of === 'own' ? person.title : next ? `${next.post.name}, ${next.post.unit}` : '',
    state: standing.state,
    open: standing.lines.filter((line) => line.state !== 'meets'),
  }
}
