import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { countTargets, targetsOn } from './count.ts'
import { EMPTY } from './state.ts'
import { standingShape, state } from './targets.ts'
import { rolledUp, unitsOn } from './units.ts'

/** Targets across, agencies down: the one table that shows where a province is short. */
export const heat = query({
  name: 'directives.heat',
  dear: true,
  input: z.object({ asOf: isoDate }),
  output: z.object({
    units: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        kind: z.string(),
        block: z.string().nullable(),
      }),
    ),
    targets: z.array(z.object({ id: z.string(), label: z.string(), cite: z.string() })),
    cells: z.array(standingShape.extend({ targetId: z.string(), unitId: z.number() })),
  }),
  async run(ctx, { asOf }) {
    const all = await unitsOn(ctx.db, asOf)
    const root = all.find(({ parentId, kind }) => parentId === null && kind === 'province')
    const units = all.filter(
      ({ parentId, kind }) => parentId === root?.id && kind !== 'party_committee',
    )
    const counted = await countTargets(ctx, await targetsOn(ctx, asOf))
    const cells = counted.flatMap((one) => {
      const now = rolledUp(all, one.now)
      const baseline = rolledUp(all, one.baseline)
      return units
        .filter(({ id }) => now.has(id) || baseline.has(id))
        .map(({ id }) => ({
          ...state(one, now.get(id) ?? EMPTY, baseline.get(id) ?? EMPTY),
          targetId: one.target.id,
          unitId: id,
        }))
    })
    const targets = counted.map(({ target, pack }) => ({
      id: target.id,
      label: target.label,
      cite: `${pack.number} · ${target.cite}`,
    }))
    return { units, targets, cells }
  },
})
