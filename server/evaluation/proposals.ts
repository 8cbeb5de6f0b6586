import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import type { Step } from './band.ts'
import type { Cycle } from './cycle.ts'
import { ofEvidence, ofYear, periodsOf, type Spared, type Special, waitsBelow } from './evidence.ts'
import { testTaken } from './knowledge-test.ts'
import type { Rating } from './ratings.ts'
import { factsOf } from './roll.ts'
import type { Citing } from './score.ts'
import { type ScoreRow, scoresInSql } from './score-in-sql.ts'

type Sql = RawBuilder<unknown>

/** What the evidence gives, before anybody rates. */
export interface Proposal {
  parts: Record<string, number>
  task: number | null
  common: number | null
  total: number | null
  band: Rating | null
  /** What is missing for a rating. */
  open: string[]
}

/**
 * Everybody of a cycle, or of several alike: one statement for the many, the engine for the few about whom the records say
 * more than products (discipline, leave, months worked) and for schemes whose bands ask conditions.
 */
export async function proposals(
  db: Db,
  cycle: Cycle,
  citing: Citing,
  where: Sql = sql`e.cycle_id = ${cycle.id}`,
): Promise<Map<number, Proposal>> {
  const { score } = citing.scheme
  const found = new Map<number, Proposal>()
  const points = score ? (await scoresInSql(citing, score, where).execute(db)).rows : []
  for (const row of points) found.set(row.id, plain(citing, row))
  const isAveraged = averaged(cycle, citing)
  const special = await specials(db, cycle, sql`${where} and ${isSpecial(cycle, citing)}`)
  const periods = isAveraged ? await periodsOf(db, cycle, citing, special) : null
  const rows = new Map(points.map((row) => [row.id, row]))
  for (const one of special) {
    const row = rows.get(one.id)
    const answer = isAveraged
      ? ofYear(citing, one, periods?.get(one.cadreId) ?? [])
      : await ofEvidence(db, citing, { ...one, d: row?.d ?? null, led: row?.led ?? null })
    found.set(one.id, answer)
  }
  return found
}

/** A year is the average of its periods where the scheme says so. */
const averaged = ({ period }: Cycle, { scheme }: Citing) =>
  period.kind === 'year' && scheme.year !== undefined

/** About whom points alone do not answer: the engine is asked, one by one. */
export function isSpecial(cycle: Cycle, citing: Citing): Sql {
  const { score, bands } = citing.scheme
  const everybody = !score || bands.some(({ needs }) => needs !== null) || averaged(cycle, citing)
  return everybody ? sql`true` : sql`${factsOf(cycle.period)} <> '{}'`
}

function plain({ scheme }: Citing, row: ScoreRow): Proposal {
  const { task, common, total, band } = row
  const given = { quantity: row.a, quality: row.b, timeliness: row.c }
  const led = { subordinates: row.d, organise: row.organise, unite: row.unite }
  const score = scheme.score
  const parts = [
    ...(score?.parts ?? []).map(({ id, measure }) => [id, given[measure]] as const),
    ...(score?.leader_parts ?? []).map(({ id, measure }) => [id, led[measure]] as const),
  ].filter((part): part is readonly [string, number] => part[1] !== null)
  return { parts: Object.fromEntries(parts), task, common, total, band, open: missing(row) }
}

function missing({ a, common, total, led, organise, unite }: ScoreRow): string[] {
  const isOpen = a !== null && common !== null && total === null && led !== null
  return [
    ...(a === null ? ['Chưa được giao sản phẩm, công việc nào'] : []),
    ...(common === null ? ['Chưa có điểm tiêu chí chung'] : []),
    ...(isOpen ? waitsBelow(led) : []),
    ...(isOpen && organise === null ? ['Chưa chấm khả năng tổ chức thực hiện (đ)'] : []),
    ...(isOpen && unite === null ? ['Chưa chấm năng lực tập hợp, đoàn kết (e)'] : []),
  ]
}

async function specials(db: Db, { period }: Pick<Cycle, 'period'>, where: Sql): Promise<Special[]> {
  const { rows } = await sql<Special>`
    select e.id, e.cadre_id as "cadreId", e.leads, ${factsOf(period)} as facts,
      coalesce(e.common, e.self_common) as common, e.organise, e.unite,
      null as d, null as led,
      case when t.most is not null
        then json_build_object('score', t.score, 'most', t.most, 'name', t.name) end as test
    from evaluation e ${testTaken}
    where ${where} order by e.id`.execute(db)
  return rows
}

/** How one person's points came about, sentence by sentence, each with its clause. */
export async function stepsFor(
  db: Db,
  cycle: Cycle,
  citing: Citing,
  evaluationId: number,
): Promise<Step[]> {
  return (await answerFor(db, cycle, citing, evaluationId))?.steps ?? []
}

/** The engine's own answer about one person, as the evidence is or as it would be. */
export async function answerFor(
  db: Db,
  cycle: Cycle,
  citing: Citing,
  evaluationId: number,
  wouldBe?: Spared,
): Promise<(Proposal & { steps: Step[] }) | null> {
  const { score } = citing.scheme
  const only = sql`e.id = ${evaluationId}`
  const [one] = await specials(db, cycle, only)
  if (!one) return null
  if (averaged(cycle, citing))
    return ofYear(citing, one, (await periodsOf(db, cycle, citing, [one])).get(one.cadreId) ?? [])
  const row = score ? (await scoresInSql(citing, score, only).execute(db)).rows[0] : null
  return ofEvidence(db, citing, { ...one, d: row?.d ?? null, led: row?.led ?? null }, wouldBe)
}
