import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate, yearOf } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { type AskedTarget, countTargets, targetsOn } from './count.ts'
import { askedById, standingShape, state } from './targets.ts'
import { total } from './units.ts'

const point = standingShape.extend({ asOf: z.string(), threshold: z.number() })
const YEARS = 5

/** Every target at the end of the last four years and on the date itself: the small lines of a table. */
export const trends = query({
  name: 'directives.trends',
  dear: true,
  input: z.object({ asOf: isoDate }),
  output: z.array(z.object({ id: z.string(), points: z.array(point) })),
  async run(ctx, { asOf }) {
    const rounds: Awaited<ReturnType<typeof standingsOn>>[] = []
    for (const date of yearEnds(asOf, YEARS))
      rounds.push(await standingsOn(ctx, await targetsOn(ctx, date), date))
    const ids = rounds.at(-1)?.map(({ id }) => id) ?? []
    return ids.map((id) => ({
      id,
      points: rounds.flatMap((round) => round.filter((one) => one.id === id).map(({ at }) => at)),
    }))
  },
})

/** One target year by year between two dates; years to come count what today's records already decide. */
export const targetTrend = query({
  name: 'directives.target_trend',
  dear: true,
  input: z.object({ id: z.string(), from: isoDate, to: isoDate }),
  output: z.array(point),
  async run(ctx, { id, from, to }) {
    const count = Math.min(20, yearOf(to) - yearOf(from) + 1)
    const points = []
    for (const date of yearEnds(to, count)) {
      const asked = askedById(await targetsOn(ctx, date), id)
      const [standing] = await standingsOn(ctx, [asked], date)
      if (standing) points.push(standing.at)
    }
    return points
  },
})

async function standingsOn(ctx: Context, asked: AskedTarget[], date: string) {
  const counted = await countTargets(ctx, asked)
  return counted.map((one) => ({
    id: one.target.id,
    at: { ...state(one, total(one.now), total(one.baseline)), asOf: date },
  }))
}

/** The last day of each earlier year, then the date itself. */
function yearEnds(asOf: string, years: number): string[] {
  const last = yearOf(asOf)
  return [
    ...Array.from({ length: years - 1 }, (_, index) => `${last - years + 1 + index}-12-31`),
    asOf,
  ]
}
