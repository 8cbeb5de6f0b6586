import { factsOf } from '#rules/compile.ts'
import type { Context } from '#server/kernel/context.ts'
import { targetsOn } from './count.ts'

/** Which targets of the day ask which fact: what a missing paper would leave open. */
export async function targetsByFact(
  ctx: Context,
  asOf: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const leaning = new Map<string, string[]>()
  for (const { target, milestone } of await targetsOn(ctx, asOf)) {
    const conditions = [milestone.base, target.counts].filter((condition) => condition !== null)
    for (const fact of new Set(factsOf(conditions)))
      leaning.set(fact, [...(leaning.get(fact) ?? []), target.id])
  }
  return leaning
}
