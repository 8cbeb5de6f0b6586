import { z } from 'zod'
import { leavesOf } from '#rules/condition.ts'
import { sentence } from '#rules/explain.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { adoptedPacks } from './adoption.ts'
import type { AskedTarget } from './count.ts'
import { missingFacts } from './missing.ts'
import { parameterShape, parametersInForce, shownParameter } from './parameters.ts'
import { EMPTY } from './state.ts'
import { countedTarget, standingShape, state, targetShape } from './targets.ts'
import { rolledUp, total, unitsOn } from './units.ts'

/** One target opened: what is counted in words, by which text, with which parameters of that day. */
export const targetDetail = query({
  name: 'directives.target',
  input: z.object({ id: z.string(), asOf: isoDate }),
  output: targetShape.extend({
    baseSentence: z.string(),
    countsSentence: z.string(),
    note: z.string().nullable(),
    clause: z.object({
      document: z.string(),
      title: z.string(),
      issuer: z.string(),
      reference: z.string(),
      inForceFrom: z.string(),
      inForceTo: z.string().nullable(),
    }),
    since: z.string(),
    milestones: z.array(
      z.object({
        by: z.string(),
        threshold: z.number(),
        comparison: z.string(),
        baseLabel: z.string(),
      }),
    ),
    parameters: z.array(parameterShape),
  }),
  async run(ctx, { id, asOf }) {
    const counted = await countedTarget(ctx, id, asOf)
    const { pack, target, milestone, subject, question } = counted
    const units = await unitsOn(ctx.db, question.asOf)
    const inForce = parametersInForce(await adoptedPacks(ctx, question.asOf), question.asOf)
    return {
      ...state(counted, total(counted.now), total(counted.baseline)),
      missing: await missingFacts(ctx, counted, units),
      baseSentence: milestone.base
        ? `${subject.label}, ${sentence(milestone.base, subject, question)}`
        : subject.label,
      countsSentence: target.counts
        ? sentence(target.counts, subject, question)
        : 'số người giảm so với ngày gốc',
      note: target.note ?? null,
      clause: {
        document: pack.number,
        title: pack.title,
        issuer: pack.issuer,
        reference: target.cite,
        inForceFrom: pack.in_force.from,
        inForceTo: pack.in_force.to ?? null,
      },
      since: question.since,
      milestones: target.milestones.map(({ by, threshold, comparison, baseLabel }) => ({
        by,
        threshold,
        comparison,
        baseLabel,
      })),
      parameters: [...parametersNamed(counted)].flatMap((name) => {
        const found = inForce.get(name)
        return found ? [shownParameter(found, ctx.house.vocabulary)] : []
      }),
    }
  },
})

/** Parameters a target's conditions lean on: named values, and the orders of the levels they compare. */
function parametersNamed({ target, milestone, subject }: AskedTarget): Set<string> {
  const leaves = [milestone.base, target.counts].flatMap((condition) =>
    condition ? leavesOf(condition) : [],
  )
  const named = leaves.flatMap(({ fact, values }) => [
    ...values.flatMap((value) => (typeof value === 'object' ? [value.parameter] : [])),
    ...(subject.facts[fact]?.order ? [subject.facts[fact].order] : []),
    ...(subject.facts[fact]?.parameters ?? []),
  ])
  return new Set([...named, ...(target.approximate ? ['about_margin'] : [])])
}

const unitRow = standingShape.extend({
  unitId: z.number(),
  parentId: z.number().nullable(),
  name: z.string(),
  kind: z.string(),
  block: z.string().nullable(),
  level: z.string(),
})

/** One target in every unit, each with all that is below it. */
export const targetUnits = query({
  name: 'directives.target_units',
  input: z.object({ id: z.string(), asOf: isoDate }),
  output: z.object({ rows: z.array(unitRow) }),
  async run(ctx, { id, asOf }) {
    const counted = await countedTarget(ctx, id, asOf)
    const units = await unitsOn(ctx.db, counted.question.asOf)
    const now = rolledUp(units, counted.now)
    const baseline = rolledUp(units, counted.baseline)
    const rows = units
      .filter((unit) => now.has(unit.id) || baseline.has(unit.id))
      .map(({ id: unitId, parentId, name, kind, block, level }) => ({
        ...state(counted, now.get(unitId) ?? EMPTY, baseline.get(unitId) ?? EMPTY),
        unitId,
        parentId,
        name,
        kind,
        block,
        level,
      }))
    return { rows }
  },
})
