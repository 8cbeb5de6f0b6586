import { type RawBuilder, sql } from 'kysely'
import type { SchemeInForce } from '#server/directives/evaluation-shape.ts'
import { testTaken } from './knowledge-test.ts'
import type { Score } from './parts.ts'
import type { Rating } from './ratings.ts'
import type { Citing } from './score.ts'

export interface ScoreRow {
  id: number
  a: number | null
  b: number | null
  c: number | null
  d: number | null
  /** How those under a leader stand; null for whoever leads nobody. */
  led: 'completed' | 'failed' | 'waiting' | 'unknown' | null
  organise: number | null
  unite: number | null
  task: number | null
  common: number | null
  total: number | null
  band: Rating | null
}

type Sql = RawBuilder<unknown>

/**
 * The arithmetic of `score.ts` for many people in one statement. Everything is exact: bands compare
 * whole numbers multiplied out, and only shown figures are divided. A property test holds the two equal.
 */
export function scoresInSql(
  { scheme, alike }: Pick<Citing, 'scheme' | 'alike'>,
  score: Score,
  where: Sql,
): RawBuilder<ScoreRow> {
  const taskPoints = 100 - score.common.points
  const own = score.parts.map(({ measure }) => sql.ref(`k.${measure}`))
  const reached = sum(own.map((part) => sql`least(${part}, k.whole)`))
  const leaders = score.leader_parts
  const parts = sql`case when e.leads then ${own.length + leaders.length}::integer else ${own.length}::integer end`
  const further = leaders.length
    ? sql`case when e.leads then ${sum(leaders.map(({ measure }) => leaderMeasures(score)[measure]))} else 0 end`
    : sql`0`
  const tested = (score.common.test?.share ?? 0) > 0
  const common = tested ? withTest(score) : { top: GIVEN, bottom: null }
  // Over a common denominator: task = points / unit.
  return sql<ScoreRow>`
    with counted as (${countedSql(score, where)}),
    led as materialized (select e.id, answered_for(e.id, ${[...alike]}::text[]) as state
      from evaluation e where e.leads and ${where}),
    summed as (
      select e.id, e.leads, e.organise, e.unite, k.whole, k.quantity, k.quality, k.timeliness,
        led.state as led, ${subordinates(score)} as d,
        ${common.top} as common_top, ${common.bottom ?? sql`null`} as common_bottom,
        ${taskPoints}::numeric * (100 * (${reached}) + k.whole * (${further})) as points,
        100 * (${parts}) * k.whole as unit
      from evaluation e left join counted k on k.evaluation_id = e.id ${tested ? testTaken : sql``}
      left join led on led.id = e.id
      where ${where}),
    totalled as (select s.*, ${rounded(tested ? WITH_TEST : PLAIN, score)} as total from summed s)
    select id, ${shown('quantity')} as a, ${shown('quality')} as b, ${shown('timeliness')} as c,
      led, d, case when leads then organise end as organise, case when leads then unite end as unite,
      trunc(points / unit, 6) as task, ${tested ? sql`trunc(common_top / common_bottom, 6)` : sql`common_top`} as common,
      trunc(total, 6) as total,
      ${bandOf(scheme, score, tested)} as band
    from totalled`
}

/** Task and common points: one division, so that only the total is rounded and at an exact figure. */
const PLAIN = sql`s.points / s.unit + s.common_top`
const WITH_TEST = sql`(s.points * s.common_bottom + s.common_top * s.unit) / (s.unit * s.common_bottom)`

const GIVEN = sql`coalesce(e.common, e.self_common)`

/** The points given and those of the test, each by its share, as a fraction: nothing is rounded. */
function withTest({ common: { points, test } }: Score) {
  const share = sql`${test?.share ?? 0}::numeric`
  return {
    top: sql`case when t.most is null then ${GIVEN}
      else ${GIVEN} * (100 - ${share}) * t.most + ${points}::numeric * ${share} * t.score end`,
    bottom: sql`coalesce(100 * t.most, 1)`,
  }
}

const leaderMeasures = (score: Score) => ({
  subordinates: subordinates(score),
  organise: sql`e.organise`,
  unite: sql`e.unite`,
})

/** Whole when nobody answered for failed, what the scheme leaves when one did; open while some wait. */
function subordinates({ leader_parts }: Score): Sql {
  const part = leader_parts.find(({ measure }) => measure === 'subordinates')
  return sql`case led.state when 'completed' then 100::numeric
    when 'failed' then ${part?.otherwise ?? 0}::numeric end`
}

function countedSql({ deduction, over_done }: Score, where: Sql): Sql {
  const counted = sql`least(p.assigned, p.done)`
  const quantity = over_done === 'each' ? counted : sql`p.done`
  const share = sql`${deduction.percent / 100}::numeric`
  const kept = (held: Sql) =>
    deduction.of === 'product'
      ? sql`${counted} * greatest(0, 1 - ${share} * (${held}))`
      : sql`greatest(0, ${counted} - ${share} * (${held}))`
  const converted = (amount: Sql) => sql`sum((${amount}) * p.coefficient)`
  return sql`select p.evaluation_id, ${converted(sql`p.assigned`)} as whole,
      ${converted(quantity)} as quantity,
      ${converted(kept(sql`p.failed_checks - p.spared_checks`))} as quality,
      ${converted(kept(sql`p.delays - p.spared_delays`))} as timeliness
    from work_product p join evaluation e on e.id = p.evaluation_id where ${where}
    group by p.evaluation_id`
}

function bandOf({ bands }: SchemeInForce, { rounding }: Score, tested: boolean): Sql {
  const over = tested ? sql`* common_bottom` : sql``
  const reaches = (from: number) =>
    rounding === 'none'
      ? sql`points ${over} + common_top * unit >= ${from}::numeric * unit ${over}`
      : sql`total >= ${from}::numeric`
  const cases = bands.map(({ rating, from }) =>
    from === undefined
      ? sql`else ${rating}::text`
      : sql`when ${reaches(from)} then ${rating}::text`,
  )
  return sql`case when total is null then null ${sql.join(cases, sql` `)} end`
}

function rounded(value: Sql, { rounding }: Score): Sql {
  if (rounding === 'none') return value
  const digits = sql`${Number(rounding.slice(-1))}::integer`
  return rounding.startsWith('down')
    ? sql`trunc(${value}, ${digits})`
    : sql`round(${value}, ${digits})`
}

const shown = (measure: string) => sql`trunc(least(100, 100 * ${sql.ref(measure)} / whole), 6)`

const sum = (terms: readonly Sql[]): Sql => sql.join(terms, sql` + `)
