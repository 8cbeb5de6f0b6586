import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Counted, countTargets, targetsOn } from './count.ts'
import { missingFacts, missingShape } from './missing.ts'
import { EMPTY, standing, type Tally } from './state.ts'
import { findUnit, rolledUp, total, type UnitOnDate, unitsOn } from './units.ts'

export const standingShape = z.object({
  base: z.number(),
  counted: z.number(),
  unknown: z.number(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  state: z.enum(['met', 'not_met', 'unknown']),
  short: z.number().nullable(),
})

export const targetShape = standingShape.extend({
  id: z.string(),
  directive: z.string(),
  directiveTitle: z.string(),
  directiveNumber: z.string(),
  cite: z.string(),
  label: z.string(),
  baseLabel: z.string(),
  measure: z.enum(['share', 'every', 'count', 'reduction']),
  comparison: z.enum(['at_least', 'at_most']),
  threshold: z.number(),
  by: z.string(),
  /** The date the answer is for: a directive that has ended stays at its last day. */
  asOf: z.string(),
  missing: z.array(missingShape),
  unit: z.object({ id: z.number(), code: z.string(), name: z.string() }).optional(),
})

export type TargetState = z.output<typeof targetShape>

/** The state of every target of every adopted directive on a date, for the province or one unit. */
export const targetStates = query({
  name: 'directives.targets',
  input: z.object({
    asOf: isoDate,
    /** Number, code or name of a unit: only what is counted in it and below it. */
    unitId: z.union([z.string(), z.number()]).optional(),
  }),
  output: z.object({ asOf: z.string(), targets: z.array(targetShape) }),
  async run(ctx, { asOf, unitId }) {
    const units = await unitsOn(ctx.db, asOf)
    const unit = unitId === undefined ? undefined : findUnit(units, unitId)
    const counted = await countTargets(ctx, await targetsOn(ctx, asOf))
    const targets: TargetState[] = []
    for (const one of counted) {
      const missing = await missingFacts(ctx, one, units, unit?.id)
      targets.push({ ...stateIn(one, units, unit), missing })
    }
    return { asOf, targets }
  },
})

/** The same for every unit at once: one counting pass, rolled up to each ancestor. */
export const targetStatesByUnit = query({
  name: 'directives.targets_by_unit',
  input: z.object({ asOf: isoDate }),
  output: z.object({ asOf: z.string(), targets: z.array(targetShape) }),
  async run(ctx, { asOf }) {
    const units = await unitsOn(ctx.db, asOf)
    const counted = await countTargets(ctx, await targetsOn(ctx, asOf))
    const states = counted.flatMap((one) => {
      const now = rolledUp(units, one.now)
      const baseline = rolledUp(units, one.baseline)
      return units
        .filter(({ id }) => now.has(id))
        .map((unit) => ({
          ...state(one, now.get(unit.id) ?? EMPTY, baseline.get(unit.id) ?? EMPTY),
          unit,
          missing: [],
        }))
    })
    return { asOf, targets: states }
  },
})

function stateIn(one: Counted, units: UnitOnDate[], unit: UnitOnDate | undefined) {
  if (!unit) return state(one, total(one.now), total(one.baseline))
  const within = (direct: Map<number | null, Tally>) =>
    rolledUp(units, direct).get(unit.id) ?? EMPTY
  return { ...state(one, within(one.now), within(one.baseline)), unit }
}

export function state({ pack, target, milestone, question }: Counted, now: Tally, baseline: Tally) {
  return {
    id: target.id,
    directive: pack.id,
    directiveTitle: pack.title,
    directiveNumber: pack.number,
    cite: `${pack.number} · ${target.cite}`,
    label: target.label,
    baseLabel: milestone.baseLabel,
    measure: target.measure,
    comparison: milestone.comparison,
    threshold: milestone.threshold,
    by: milestone.by,
    asOf: question.asOf,
    ...standing(target, milestone, now, baseline),
  }
}

/** One target by its id, counted; a Refusal naming the known ids when there is none. */
export async function countedTarget(ctx: Context, id: string, asOf: string): Promise<Counted> {
  const asked = await targetsOn(ctx, asOf)
  const [counted] = await countTargets(ctx, [askedById(asked, id)])
  if (!counted) throw new Error(`target ${id} was not counted`)
  return counted
}

export function askedById<T extends { target: { id: string } }>(asked: T[], id: string): T {
  const found = asked.find(({ target }) => target.id === id)
  if (found) return found
  const known = asked.map(({ target }) => target.id).join(', ')
  throw new Refusal(
    'not_found',
    `Tỉnh không áp dụng chỉ tiêu “${id}”. Các chỉ tiêu đang áp dụng: ${known || 'chưa có'}.`,
  )
}
