import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'

const rowShape = z.object({
  code: z.string(),
  label: z.string(),
  /** First words of the name, where the rule speaks of branches or inspectorates. */
  named: z.string().optional(),
  divisions_from: z.number().optional(),
  divisions_to: z.number().optional(),
  staff_to: z.number().optional(),
  deputies: z.number(),
})

export interface DeputyRules {
  divisions: readonly z.output<typeof rowShape>[]
  /** Deputies a department on average, more where provinces were merged; and as words. */
  average: number
  averageSays: string
  /** Beside the average, in all departments together. */
  inAll: number
  /** Deputies a division of a commune on average. */
  inCommunes: number
  /** Least and most in one agency, where a directive of the province says so. */
  range: readonly [number, number] | null
  surplusYears: number
}

export async function deputyRulesOn(ctx: Context, asOf: string): Promise<DeputyRules> {
  const read = await ctx.house.parametersOn(ctx, asOf)
  return {
    divisions: z.array(rowShape).parse(read('deputies_of_divisions')),
    ...averageIn(read),
    inAll: Number(read('deputies_more_in_all')),
    inCommunes: Number(read('deputies_per_commune_division')),
    range: rangeIn(read),
    surplusYears: Number(read('surplus_deputy_years')),
  }
}

const moreShape = z.array(z.object({ provinces: z.number(), deputies: z.number() }))

/** A province merged from two or three has one or two more a department. */
function averageIn(read: (name: string) => unknown) {
  const [usual, merged] = [
    Number(read('deputies_per_department')),
    Number(read('merged_provinces')),
  ]
  const rows = moreShape.parse(read('deputies_per_department_merged'))
  const more = rows.findLast(({ provinces }) => provinces <= merged)?.deputies ?? 0
  return {
    average: usual + more,
    averageSays: more > 0 ? `(${usual} + ${more}, nhập từ ${merged} tỉnh)` : `${usual}`,
  }
}

/** Most provinces adopted no directive with a range: only that refusal means "none". */
function rangeIn(read: (name: string) => unknown): readonly [number, number] | null {
  try {
    return z.tuple([z.number(), z.number()]).parse(read('deputies_per_agency'))
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'against_rule') return null
    throw error
  }
}

/** How many deputies a division of a department may have, with the rule that says so. */
export function allowedInDivision(
  { divisions }: Pick<DeputyRules, 'divisions'>,
  unit: { name: string; divisions: number; staff: number },
): { deputies: number; label: string; named: boolean } | null {
  const found = divisions.find(
    (row) =>
      (row.named === undefined || unit.name.startsWith(row.named)) &&
      unit.divisions >= (row.divisions_from ?? 0) &&
      unit.divisions <= (row.divisions_to ?? Number.POSITIVE_INFINITY) &&
      unit.staff <= (row.staff_to ?? Number.POSITIVE_INFINITY),
  )
  if (!found) return null
  const byDivisions = found.named !== undefined && found.staff_to === undefined
  return { deputies: found.deputies, label: found.label, named: byDivisions }
}
