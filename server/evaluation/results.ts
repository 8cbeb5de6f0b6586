import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { caseRef, citingOf, cycleNamed } from './cycle.ts'
import { shownCycle } from './cycle-shown.ts'
import { type Period, periodShape } from './periods.ts'
import { cycleShape, ratingCode } from './shapes.ts'
import { settingsOn } from './steps.ts'

const LEVELS = ['excellent', 'good', 'completed', 'not_completed', 'not_rated'] as const
const counts = z.object({
  excellent: z.number(),
  good: z.number(),
  completed: z.number(),
  not_completed: z.number(),
  not_rated: z.number(),
})

/** The published results of a cycle, for those who may see the unit; before that they are nobody's. */
export const results = query({
  name: 'evaluation.results',
  input: z.strictObject({ cycleId: wholeNumber }),
  output: z.object({
    cycle: cycleShape,
    counts,
    people: z.array(
      z.object({
        evaluationId: z.number(),
        name: z.string(),
        title: z.string(),
        group: z.string(),
        rating: ratingCode.nullable(),
        points: z.number().nullable(),
      }),
    ),
  }),
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId }) {
    const cycle = await cycleNamed(ctx, cycleId)
    if (cycle.publishedOn === null)
      throw new Refusal(
        'against_rule',
        `Kết quả ${cycle.period.label} của ${cycle.unitName} chưa công khai. Người đánh giá xem ở bảng đánh giá của kỳ.`,
      )
    const { rows: people } = await sql<{
      evaluationId: number
      name: string
      title: string
      group: string
      rating: (typeof LEVELS)[number] | null
      points: number | null
    }>`select e.id as "evaluationId", c.full_name as name, e.title, e.duty_group as group, e.rating, e.points
      from evaluation e join cadre c on c.id = e.cadre_id
      where e.cycle_id = ${cycleId} order by e.group_no, c.name_key, e.id`.execute(ctx.db)
    const count = (level: string) => people.filter(({ rating }) => rating === level).length
    return {
      cycle: await shownCycle(ctx, cycle, await citingOf(ctx, cycle)),
      counts: {
        excellent: count('excellent'),
        good: count('good'),
        completed: count('completed'),
        not_completed: count('not_completed'),
        not_rated: count('not_rated'),
      },
      people,
    }
  },
})

/** The same titles across agencies: how ratings and points spread, small groups left out. */
export const comparison = query({
  name: 'evaluation.comparison',
  input: z.strictObject({ period: periodShape, cadreId: wholeNumber.optional() }),
  output: z.object({
    from: z.number(),
    titles: z.array(
      z.object({
        title: z.string(),
        people: z.number(),
        units: z.number(),
        counts,
        median: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
      }),
    ),
    suppressed: z.number(),
    units: z.array(
      z.object({
        unitId: z.number(),
        unitName: z.string(),
        people: z.number(),
        counts,
        /** 0 when all have one rating, 1 when the four levels are used alike. */
        discrimination: z.number().nullable(),
      }),
    ),
    /** Where the person asked about stands among the same titles; null when the group is too small. */
    percentile: z.number().nullable(),
  }),
  async run(ctx, { period, cadreId }) {
    const from = (await settingsOn(ctx, period.to)).number('evaluation_group_from')
    const titles = await titlesOf(ctx, period)
    const shown = titles.filter(({ people }) => people >= from)
    return {
      from,
      titles: shown,
      suppressed: titles.length - shown.length,
      units: (await unitsOf(ctx, period)).map((unit) => ({
        ...unit,
        discrimination: unit.people >= from ? discrimination(unit.counts) : null,
      })),
      percentile: cadreId ? await percentileOf(ctx, period, cadreId, from) : null,
    }
  },
})

type Counts = z.output<typeof counts>

/** Entropy of the four levels over its greatest value: 98 % “good” reads near 0. */
export function discrimination(count: Counts): number {
  const used = LEVELS.slice(0, 4).map((level) => count[level])
  const total = used.reduce((sum, one) => sum + one, 0)
  const entropy = used
    .filter((one) => one > 0)
    .reduce((sum, one) => sum - (one / total) * Math.log2(one / total), 0)
  return Math.round((entropy / 2) * 1000) / 1000
}

const COUNTS = sql`json_build_object(${sql.join(
  LEVELS.flatMap((level) => [
    sql`${sql.lit(level)}`,
    sql`count(*) filter (where e.rating = ${sql.lit(level)})`,
  ]),
)})`

const PUBLISHED = sql`evaluation e join evaluation_cycle c on c.id = e.cycle_id
  and c.published_on is not null and e.rating is not null`

async function titlesOf({ db }: Context, { code }: Period) {
  const { rows } = await sql<{
    title: string
    people: number
    units: number
    counts: Counts
    median: number | null
    low: number | null
    high: number | null
  }>`select e.title, count(*)::integer as people, count(distinct c.unit_id)::integer as units,
      ${COUNTS} as counts,
      round(percentile_cont(0.5) within group (order by e.points)::numeric, 2) as median,
      round(percentile_cont(0.1) within group (order by e.points)::numeric, 2) as low,
      round(percentile_cont(0.9) within group (order by e.points)::numeric, 2) as high
    from ${PUBLISHED} where c.period = ${code}
    group by e.title order by count(*) desc, e.title`.execute(db)
  return rows
}

async function unitsOf({ db }: Context, { code }: Period) {
  const { rows } = await sql<{ unitId: number; unitName: string; people: number; counts: Counts }>`
    select c.unit_id as "unitId", coalesce(max(n.name), '') as "unitName", count(*)::integer as people,
      ${COUNTS} as counts
    from ${PUBLISHED} left join unit_name n on n.unit_id = c.unit_id and n.during @> upper(c.during) - 1
    where c.period = ${code} group by c.unit_id order by c.unit_id`.execute(db)
  return rows
}

async function percentileOf({ db }: Context, { code }: Period, cadreId: number, from: number) {
  const { rows } = await sql<{ percentile: number | null }>`
    with mine as (select e.title, e.points from ${PUBLISHED}
      where c.period = ${code} and e.cadre_id = ${cadreId} and e.points is not null limit 1)
    select case when count(*) >= ${from} then
      round(100.0 * count(*) filter (where e.points <= mine.points) / count(*), 1) end as percentile
    from mine, ${PUBLISHED} where c.period = ${code} and e.title = mine.title and e.points is not null`.execute(
    db,
  )
  return rows[0]?.percentile ?? null
}
