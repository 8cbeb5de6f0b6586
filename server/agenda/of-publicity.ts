import { rulesOn } from '#server/due/rules.ts'
import type { Context } from '#server/kernel/context.ts'
import { briefings } from '#server/publicity/briefings.ts'
import { PETITION_KINDS, type PetitionKind } from '#server/publicity/petition-rules.ts'
import { PETITION_STATES, petitions } from '#server/publicity/petitions.ts'
import { type Asked, inside, type Line, meant, NO_LINK } from './row.ts'

/** Answers still owed, to whoever may see the petition; what it says stays where it is. */
export async function petitionsIn(ctx: Context, asked: Asked): Promise<Line[]> {
  if (!(await ctx.house.permits(ctx, petitions.operation))) return []
  const { rows } = await petitions(ctx, { asOf: asked.asOf })
  const rules = await rulesOn(ctx, asked.asOf)
  return rows.flatMap((one) => {
    const { id, dueOn: date, assignedUnitId, assigned, closedOn } = one
    if (closedOn !== null || !meant(asked, assignedUnitId)) return []
    if (!inside(asked, date, { undone: true })) return []
    const label = `Trả lời góp ý, đơn thư số ${id}`
    const cite = rules.clause(PETITION_KINDS[one.kind as PetitionKind].days)
    const uid = `petition-${id}@${ctx.province.code}.ngangtam`
    return {
      ...{ ...NO_LINK, date, kind: 'petition', kindLabel: one.kindLabel, label, cite },
      ...{ unitId: assignedUnitId, unit: assigned, number: id },
      stateLabel: PETITION_STATES[one.state].label,
      ics: { uid, date, summary: label, description: cite },
    }
  })
}

/** Briefings to come and held, with the directive they make known. */
export async function briefingsIn(ctx: Context, asked: Asked): Promise<Line[]> {
  if (!(await ctx.house.permits(ctx, briefings.operation))) return []
  const { rows } = await briefings(ctx, { asOf: asked.asOf })
  return rows.flatMap(({ id, title, directive, heldOn: date, place, unitId, unit, closedOn }) => {
    if (!inside(asked, date, { undone: false }) || !meant(asked, unitId)) return []
    const cite = directive ?? title
    const uid = `briefing-${id}@${ctx.province.code}.ngangtam`
    return {
      ...{ ...NO_LINK, date, kind: 'briefing', kindLabel: 'Buổi phổ biến, quán triệt' },
      ...{ label: title, cite, unitId, unit, number: id },
      stateLabel: closedOn ? 'Đã kết thúc' : null,
      ics: { uid, date, summary: title, description: [unit, place].filter(Boolean).join('\n') },
    }
  })
}
