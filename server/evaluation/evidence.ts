import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { ruled } from './band.ts'
import type { Cycle } from './cycle.ts'
import type { ScoreInput } from './input.ts'
import type { Taken } from './knowledge-test.ts'
import type { Proposal } from './proposals.ts'
import { type Citing, type ScoreAnswer, scored } from './score.ts'
import type { ScoreRow } from './score-in-sql.ts'
import { yearScored } from './year.ts'

/** Somebody about whom more is known than products: the engine weighs them one by one. */
export interface Special {
  id: number
  cadreId: number
  leads: boolean
  facts: Record<string, number | boolean | null>
  common: number | null
  organise: number | null
  unite: number | null
  d: number | null
  led: ScoreRow['led']
  test?: Taken | null
}

/** An objective cause as if it had been confirmed. */
export interface Spared {
  productId: number
  of: 'check' | 'delay'
  times: number
}

/** The engine's own answer with its steps; what it cannot answer yet is left open. */
export async function ofEvidence(
  db: Db,
  citing: Citing,
  one: Special,
  wouldBe?: Spared,
): Promise<Proposal & { steps: ScoreAnswer['steps'] }> {
  const products = await productsFor(db, one.id, wouldBe)
  const needsPoints = citing.scheme.score !== undefined
  const leader = leaderOf(citing, one)
  const open = [
    ...(needsPoints && products.length === 0 ? ['Chưa được giao sản phẩm, công việc nào'] : []),
    ...(needsPoints && one.common === null ? ['Chưa có điểm tiêu chí chung'] : []),
    ...(needsPoints && leader === null ? notLed(one) : []),
  ]
  if (open.length > 0)
    return { parts: {}, task: null, common: one.common, total: null, band: null, open, steps: [] }
  const input: ScoreInput = {
    parameters: {},
    products,
    common: [{ points: one.common ?? 0 }],
    test: one.test ?? undefined,
    leader: leader ?? undefined,
    facts: { ...one.facts, leader: one.leads },
  }
  return scored(citing, input)
}

function leaderOf(
  { scheme }: Citing,
  { leads, organise, unite, d }: Special,
): ScoreInput['leader'] | null {
  if (!leads || !scheme.score?.leader_parts.length) return undefined
  if (d === null || organise === null || unite === null) return null
  return { subordinates: d, organise, unite }
}

const notLed = ({ led, organise, unite }: Special) => [
  ...waitsBelow(led),
  ...(organise === null || unite === null ? ['Chưa chấm khả năng tổ chức, đoàn kết (đ, e)'] : []),
]

/** Why the result of what a leader answers for is not known yet. */
export function waitsBelow(led: ScoreRow['led']): string[] {
  if (led === 'waiting') return ['Còn người, lĩnh vực hoặc phòng thuộc quyền chưa xếp loại (d)']
  return led === 'unknown' ? ['Chưa ghi lĩnh vực, phòng phụ trách (d)'] : []
}

async function productsFor(
  db: Db,
  evaluationId: number,
  { productId, of, times }: Spared = { productId: 0, of: 'check', times: 0 },
): Promise<ScoreInput['products']> {
  const more = (kind: Spared['of']) =>
    sql`case when id = ${productId} then ${of === kind ? times : 0}::integer else 0 end`
  const { rows } = await sql<ScoreInput['products'][number] & { checks: number; late: number }>`
    select name, assigned, done, coefficient, failed_checks as "failedChecks", delays,
      least(failed_checks, spared_checks + ${more('check')}) as checks,
      least(delays, spared_delays + ${more('delay')}) as late
    from work_product where evaluation_id = ${evaluationId} order by id`.execute(db)
  return rows.map(({ checks, late, ...product }) => ({
    ...product,
    objectiveCauses: { checks, delays: late, either: 0 },
  }))
}

interface Decided {
  kind: string
  /** Month in which the period begins. */
  place: number
  points: number
}

/** The periods of a year already decided under its own regime, of everybody asked about at once. */
export async function periodsOf(
  db: Db,
  { period }: Pick<Cycle, 'period'>,
  citing: Citing,
  people: readonly Special[],
): Promise<Map<number, Decided[]>> {
  const { rows } = await sql<Decided & { cadreId: number }>`
    select distinct on (e.cadre_id, c.kind, lower(c.during)) e.cadre_id as "cadreId", c.kind,
      extract(month from lower(c.during))::integer as place, e.points
    from evaluation e join evaluation_cycle c on c.id = e.cycle_id
    where e.cadre_id = any(${people.map(({ cadreId }) => cadreId)}::integer[])
      and c.kind = any(${citing.scheme.year?.from ?? []}::text[])
      and c.scheme = any(${[...citing.alike]}::text[])
      and c.step in ('publish', 'appeal', 'closed') and e.points is not null and e.rating <> 'not_rated'
      and lower(c.during) between ${period.from}::date and ${period.to}::date
    order by e.cadre_id, c.kind, lower(c.during), e.id`.execute(db)
  return Map.groupBy(rows, ({ cadreId }) => cadreId)
}

/** The year from those periods; leave costs nothing. */
export function ofYear(
  citing: Citing,
  { leads, facts: recorded }: Special,
  rows: readonly Decided[],
): Proposal & { steps: ScoreAnswer['steps'] } {
  const of = (kind: string, length: number, every: number) =>
    Array.from({ length }, (_, at) => {
      const found = rows.find((row) => row.kind === kind && row.place === at * every + 1)
      return found ? found.points : null
    })
  const facts = { ...recorded, leader: leads }
  if (rows.length === 0) {
    const open = ['Chưa có tháng, quý nào được chấm trong năm']
    const { band, steps } = ruled(
      citing.scheme,
      null,
      facts,
      (cite) => `${citing.document}, ${cite}`,
    )
    return { parts: {}, task: null, common: null, total: null, band, open, steps }
  }
  const periods = { months: of('month', 12, 1), quarters: of('quarter', 4, 3) }
  const { total, band, open, steps } = yearScored(citing, { parameters: {}, facts, ...periods })
  return { parts: {}, task: null, common: null, total, band, open, steps }
}
