import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { type Assignment, assignmentsOn, mine } from './assignments.ts'
import { stateShape } from './list.ts'
import type { State } from './state.ts'
import { textNamed, textsOn } from './texts.ts'

/** Who is behind: every unit with what it was given, the most overdue first. */
export const unitBoard = query({
  name: 'tasks.units',
  input: z.strictObject({ directive: z.string().min(1).optional(), asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    rows: z.array(
      z.object({
        unitId: z.number(),
        unit: z.string(),
        counts: z.partialRecord(stateShape, z.number()),
        total: z.number(),
        oldestOverdue: z.string().nullable(),
      }),
    ),
  }),
  async run(ctx, { directive, asOf = ctx.today }) {
    const texts = await textsOn(ctx, asOf)
    const text = directive === undefined ? undefined : textNamed(texts, directive)
    const all = (await assignmentsOn(ctx, { on: asOf, text })).filter((one) => mine(ctx, one))
    const byUnit = Map.groupBy(all, ({ unit }) => unit?.id)
    const rows = [...byUnit.values()].flatMap(rowOf)
    return {
      asOf,
      rows: rows.toSorted((a, b) => (b.counts.overdue ?? 0) - (a.counts.overdue ?? 0)),
    }
  },
})

function rowOf(held: Assignment[]) {
  const unit = held[0]?.unit
  if (!unit) return []
  const counts: Partial<Record<State, number>> = {}
  for (const { state } of held) counts[state] = (counts[state] ?? 0) + 1
  const overdue = held.flatMap(({ state, due }) => (state === 'overdue' && due ? [due] : []))
  const oldestOverdue = overdue.toSorted()[0] ?? null
  return [{ unitId: unit.id, unit: unit.name, counts, total: held.length, oldestOverdue }]
}
