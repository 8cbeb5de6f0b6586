import { type RawBuilder, sql } from 'kysely'
import { compile, factsOf, factTable } from '#rules/compile.ts'
import type { Condition } from '#rules/condition.ts'
import type { Question, Subject } from '#rules/vocabulary.ts'
import type { Db } from '#server/kernel/database.ts'
import type { Tally } from './state.ts'

/** What one target asks of one row: is it in the base, does it count. Null asks nothing. */
export interface Asked {
  base: Condition | null
  counts: Condition | null
}

/**
 * One pass over a subject for any number of targets: for each unit, six counts a target.
 * Returns, for each asked, the tallies by the unit the row sits in directly (null: no unit).
 */
export async function talliesByUnit(
  db: Db,
  subject: Subject,
  question: Question,
  asked: readonly Asked[],
): Promise<Map<number | null, Tally>[]> {
  const conditions = asked
    .flatMap(({ base, counts }) => [base, counts])
    .filter((condition) => condition !== null)
  const columns = asked.map(
    (one, index) => sql`, ${standingOf(one, subject, question)} as ${sql.id(`k${index}`)}`,
  )
  const { rows } = await sql<Record<string, number | null>>`
    with row_facts as (${factTable(subject, factsOf(conditions), question)}),
    row_standing as materialized (select unit_id ${sql.join(columns, sql``)} from row_facts)
    select unit_id ${sql.join(
      asked.map((_, index) => counted(index)),
      sql``,
    )}
    from row_standing group by unit_id`.execute(db)
  return asked.map(
    (_, index) => new Map(rows.map((row) => [row.unit_id ?? null, tallyOf(row, index)])),
  )
}

const KINDS = ['inYes', 'inNo', 'inOpen', 'maybeYes', 'maybeNo', 'maybeOpen'] as const

/** 0…5 in the order of KINDS; null when the row is surely outside the base. */
export function standingOf(
  { base, counts }: Asked,
  subject: Subject,
  question: Question,
): RawBuilder<number | null> {
  const place = counts
    ? sql`(case ${compile(counts, subject, question)} when true then 0 when false then 1 else 2 end)`
    : sql`0`
  if (!base) return sql`${place}`
  return sql`(case ${compile(base, subject, question)} when true then ${place} when false then null else 3 + ${place} end)`
}

function counted(index: number): RawBuilder<unknown> {
  const column = sql.id(`k${index}`)
  const counts = KINDS.map(
    (kind, place) =>
      sql`, count(*) filter (where ${column} = ${sql.lit(place)})::int as ${sql.id(`${index}_${kind}`)}`,
  )
  return sql.join(counts, sql``)
}

function tallyOf(row: Record<string, number | null>, index: number): Tally {
  return Object.fromEntries(
    KINDS.map((kind) => [kind, row[`${index}_${kind}`] ?? 0]),
  ) as unknown as Tally
}
