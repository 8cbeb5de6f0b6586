import { sql } from 'kysely'
import { z } from 'zod'
import { factsOf, factTable } from '#rules/compile.ts'
import { type FactRow, missing } from '#rules/explain.ts'
import type { Context } from '#server/kernel/context.ts'
import type { AskedTarget, Counted } from './count.ts'
import { standingOf } from './tally.ts'
import { subtree, total, type UnitOnDate } from './units.ts'

export const missingShape = z.object({
  fact: z.string(),
  label: z.string(),
  paper: z.string(),
  records: z.number(),
  /** Record numbers of people, or names of units; at most fifty. */
  who: z.array(z.string()),
})

export type Missing = z.output<typeof missingShape>

const NAMED = 50

/** Which records leave a target open, by the fact they lack and the paper that would tell. */
export async function missingFacts(
  ctx: Context,
  one: Counted,
  units: UnitOnDate[],
  unitId?: number,
): Promise<Missing[]> {
  const tally = total(one.now)
  if (tally.inOpen + tally.maybeYes + tally.maybeNo + tally.maybeOpen === 0) return []
  const inside = unitId === undefined ? undefined : subtree(units, unitId)
  const found = new Map<string, Missing>()
  for (const row of await openRows(ctx, one)) {
    if (inside && !inside.has(Number(row.unit_id))) continue
    for (const gap of gapsOf(one, row)) {
      const entry = found.get(gap.fact) ?? { ...gap, records: 0, who: [] }
      entry.records += 1
      if (entry.who.length < NAMED) entry.who.push(String(row.record_no ?? row.title ?? row.id))
      found.set(gap.fact, entry)
    }
  }
  return [...found.values()].sort((a, b) => b.records - a.records)
}

function gapsOf({ target, milestone, subject, question }: AskedTarget, row: FactRow) {
  const gaps = [milestone.base, target.counts].flatMap((condition) =>
    condition ? missing(condition, subject, question, row) : [],
  )
  return new Map(gaps.map((gap) => [gap.fact, gap])).values()
}

async function openRows(
  ctx: Context,
  { target, milestone, subject, question }: AskedTarget,
): Promise<FactRow[]> {
  const asked = { base: milestone.base, counts: target.counts }
  const conditions = [asked.base, asked.counts].filter((condition) => condition !== null)
  // No join: conditions name facts alone, and a person has columns of the same names.
  const { rows } = await sql<FactRow>`
    with row_facts as (${factTable(subject, factsOf(conditions), question)})
    select row_facts.*,
      (select c.record_no from cadre c where c.id = row_facts.cadre_id) as record_no
    from row_facts
    where ${standingOf(asked, subject, question)} >= 2`.execute(ctx.db)
  return rows
}
