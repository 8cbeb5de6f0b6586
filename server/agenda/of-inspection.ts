import { RECOMMENDATION_STATES } from '#server/inspection/kinds.ts'
import { recommendationList } from '#server/inspection/recommendations.ts'
import type { Context } from '#server/kernel/context.ts'
import { type Asked, inside, type Line, meant, NO_LINK } from './row.ts'

/** What inspections asked of units and is not done; about a person, it stays in the house. */
export async function inspectionsIn(ctx: Context, asked: Asked): Promise<Line[]> {
  if (!(await ctx.house.permits(ctx, recommendationList.operation))) return []
  const { rows } = await recommendationList(ctx, { asOf: asked.asOf })
  return rows.flatMap(({ id, asks, state, dueOn: date, unitId, unit, inspection, cadreId }) => {
    if (state === 'done' || !inside(asked, date, { undone: true }) || !meant(asked, unitId))
      return []
    const uid = `recommendation-${id}@${ctx.province.code}.ngangtam`
    return {
      ...{ ...NO_LINK, date, kind: 'recommendation', kindLabel: 'Kiến nghị kiểm tra' },
      ...{ label: asks, cite: inspection, unitId, unit },
      stateLabel: RECOMMENDATION_STATES[state].label,
      ics: cadreId === null ? { uid, date, summary: asks, description: unit } : null,
    }
  })
}
