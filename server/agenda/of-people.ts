import { KINDS } from '#server/due/kinds.ts'
import { clauseOf, dueBetween, periodOf, whyOf } from '#server/due/question.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { type Asked, type Line, NO_LINK } from './row.ts'

export async function peopleIn(ctx: Context, asked: Asked): Promise<Line[]> {
  const { asOf, to, unit: unitId, overdue } = asked
  const period = await periodOf(ctx, { asOf, from: overdue ? undefined : asked.from, to, unitId })
  return (await dueBetween(ctx, period)).map((one) => {
    const { label, confidential, tellsBirth } = KINDS[one.kind]
    const who = one.fullName ?? `${one.people} người`
    const cite = clauseOf(one, period.rules)
    const ics = {
      uid: `${one.kind}-${one.cadreId ?? 'chung'}-${one.date}@${ctx.province.code}.ngangtam`,
      date: one.date,
      summary: `${label}: ${who}`,
      description: [one.unitName, cite, tellsBirth ? '' : whyOf(one, period.rules)]
        .filter(Boolean)
        .join('\n'),
    }
    return {
      date: one.date,
      kind: one.kind,
      kindLabel: label,
      label: `${label}: ${who}`,
      unitId: null,
      unit: one.unitName,
      cite,
      ...NO_LINK,
      stateLabel: one.date < asOf ? `quá từ ${inVietnamese(one.date)}` : null,
      cadreId: one.cadreId,
      ics: confidential ? null : ics,
    }
  })
}
