import type { Context } from '#server/kernel/context.ts'
import { yearOf } from '#server/kernel/dates.ts'
import type { Kind } from './streamlining-kinds.ts'

export interface Rules {
  baselineOn: string
  untilYear: number
  cut: Record<Kind, number>
}

/** A province without a text that sets the cut is told so by the parameter itself. */
export async function rulesOn(ctx: Context, asOf: string): Promise<Rules> {
  const read = await ctx.house.parametersOn(ctx, asOf)
  return {
    baselineOn: String(read('streamlining_baseline_on')),
    untilYear: Number(read('streamlining_until_year')),
    cut: {
      civil_servant: Number(read('streamlining_cut_civil_servant')),
      public_employee: Number(read('streamlining_cut_public_employee')),
    },
  }
}

export function daysUntil({ baselineOn, untilYear }: Rules, asOf: string): string[] {
  const days = [baselineOn]
  for (let year = yearOf(baselineOn) + 1; year <= untilYear; year++) {
    const last = `${year}-12-31`
    days.push(last < asOf || yearOf(asOf) < year ? last : asOf)
  }
  return days.filter((day) => day <= asOf)
}
