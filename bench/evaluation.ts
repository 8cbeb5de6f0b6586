import { sql } from 'kysely'
import { shippedPacks } from '#server/directives/packs.ts'
import { overIn } from '#server/evaluation/over-cap.ts'
import { assessSelf } from '#server/evaluation/own.ts'
import { namedScheme, schemeOn } from '#server/evaluation/scheme-in-force.ts'
import type { Actor } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { enter } from '#server/kernel/operation.ts'
import { vocabulary } from '#server/vocabulary.ts'
import { inTurn } from './measure.ts'
import { asking, type Bench, type Result } from './result.ts'

const MONTHS = 12
const PEOPLE = 300
const SECONDS = 60
/** Each of them saves about this often while the month ends. */
const EVERY_SECONDS = 10

/** A year of the province scored and held against the cap, then the last evening of a month. */
export async function benchEvaluation(bench: Bench): Promise<Result[]> {
  const packs = shippedPacks(vocabulary)
  const citing = schemeOn(namedScheme(packs, 'nd335-2025'), packs, '2026-12-31', {})
  const all = sql`e.cycle_id in (select id from evaluation_cycle where period like '2026-%')`
  const [ours, byHand] = await inTurn(
    [
      { name: 'ours', run: () => asking(bench, ({ db }) => overIn(db, citing, all)) },
      { name: 'by hand', run: () => asking(bench, ({ db }) => scoredByHand.execute(db)) },
    ],
    3,
  )
  const [scored, hand] = [ours?.median ?? 0, byHand?.median ?? 0]
  const idle = await saving(bench, 1, 20)
  const rush = await saving(bench, PEOPLE, SECONDS)
  return [
    line(
      bench,
      `evaluation: a year of ${MONTHS} months scored, the cap checked`,
      scored,
      hand,
      'SQL by hand',
      2,
    ),
    line(bench, `${PEOPLE} people saving for a minute, p95`, rush, idle, 'p95 of one person', 3),
  ]
}

const line = (
  { people }: Bench,
  what: string,
  ours: number,
  theirs: number,
  against: string,
  limit: number,
): Result => ({ people, what, ours, theirs, against, ratio: ours / theirs, limit })

/** What an officer who knows SQL would write for this one question. */
const scoredByHand = sql`
  with points as (
    select e.cycle_id, e.duty_group, 70.0 * (
        least(1, sum(p.done * p.coefficient) / sum(p.assigned * p.coefficient))
        + least(1, sum(least(p.assigned, p.done) * p.coefficient * greatest(0, 1 - 0.25 * (p.failed_checks - p.spared_checks)))
          / sum(p.assigned * p.coefficient))
        + least(1, sum(least(p.assigned, p.done) * p.coefficient * greatest(0, 1 - 0.25 * (p.delays - p.spared_delays)))
          / sum(p.assigned * p.coefficient))) / 3 + e.common as total
    from evaluation e join evaluation_cycle c on c.id = e.cycle_id and c.period like '2026-%'
    join work_product p on p.evaluation_id = e.id
    group by e.id)
  select cycle_id, duty_group, count(*) filter (where total >= 90) as excellent,
    count(*) filter (where total >= 70 and total < 90) as good
  from points group by grouping sets ((cycle_id), (cycle_id, duty_group))
  having count(*) filter (where total >= 90)
    > floor(0.2 * count(*) filter (where total >= 70 and total < 90))`

/** Everybody serving, in cycles of their units, with three products a month. */
export async function fillEvaluations(db: Db): Promise<void> {
  await sql`insert into evaluation_cycle
      (unit_id, period, kind, during, scheme, step, opinions_from, opened_on, opened_by)
    select u.unit_id, to_char(m, 'YYYY-MM'), 'month',
      daterange(m::date, (m + interval '1 month')::date), 'nd335-2025', 'self', 5, m::date, 'đo'
    from (select distinct unit_id from tenure where holding = 'main' and upper_inf(during)) u
    cross join generate_series(timestamp '2026-01-01', '2026-12-01', interval '1 month') m`.execute(
    db,
  )
  await sql`insert into evaluation
      (cycle_id, cadre_id, unit_id, title, role, leads, duty_group, group_no, common)
    select c.id, t.cadre_id, t.unit_id, t.title, 'member', false, t.rank, 4, 15 + (t.cadre_id + c.id) % 12
    from tenure t join evaluation_cycle c on c.unit_id = t.unit_id and c.kind = 'month'
    where t.holding = 'main' and upper_inf(t.during)`.execute(db)
  await sql`insert into work_product
      (evaluation_id, cadre_id, name, counted_in, coefficient, assigned, done, failed_checks, delays)
    select e.id, e.cadre_id, 'Sản phẩm ' || g, 'việc', 1 + g * 0.5, 1 + g, 1 + g,
      ((e.id + g) % 9 = 0)::integer, ((e.id + g) % 7 = 0)::integer
    from evaluation e cross join generate_series(1, 3) g`.execute(db)
}

/** The 95th percentile in milliseconds of one save, with so many people at it for so long. */
async function saving(bench: Bench, people: number, seconds: number): Promise<number> {
  const own = await asking(bench, async ({ db }) => {
    const { rows } = await sql<{ id: number; cadreId: number }>`
      select e.id, e.cadre_id as "cadreId" from evaluation e join evaluation_cycle c on c.id = e.cycle_id
      where c.period = '2026-12' order by e.id limit ${people}`.execute(db)
    return rows
  })
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  const alone = people === 1
  await Promise.all(
    own.map((one, at) => savingAgain(bench, one, until, alone ? 0.2 : EVERY_SECONDS, at, times)),
  )
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
}

async function savingAgain(
  bench: Bench,
  { id, cadreId }: { id: number; cadreId: number },
  until: number,
  every: number,
  at: number,
  times: number[],
): Promise<void> {
  const actor: Actor = {
    ...bench.actor,
    name: `cb${cadreId}`,
    role: 'cadre',
    cadreId,
    scope: { from: -1, to: -1 },
  }
  const pause = (share: number) =>
    new Promise((resolve) => setTimeout(resolve, every * 1000 * share))
  await pause((at % 97) / 97)
  let version = await asking(bench, async ({ db }) => {
    const { rows } = await sql<{
      version: number
    }>`select version from evaluation where id = ${id}`.execute(db)
    return rows[0]?.version ?? 0
  })
  while (performance.now() < until) {
    const started = performance.now()
    const saved = await enter(bench.house, bench.province, actor, 'command', (ctx) =>
      assessSelf(ctx, { evaluationId: id, version, rating: 'good', common: 22, sent: false }),
    )
    times.push(performance.now() - started)
    version = saved.version
    await pause(1)
  }
}
