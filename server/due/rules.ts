import type { ParameterValue } from '#rules/vocabulary.ts'
import { type RetirementLaw, retirementLaw } from '#server/cadres/retirement.ts'
import { adoptedPacks } from '#server/directives/adoption.ts'
import { parametersInForce, reader } from '#server/directives/parameters.ts'
import type { Context } from '#server/kernel/context.ts'

/** The parameters in force on a day, each with its clause. */
export interface Rules {
  value(name: string): ParameterValue
  count(name: string): number
  /** Document and clause. */
  clause(name: string): string
  /** First day the text in force holds. */
  since(name: string): string
  retirement: RetirementLaw
}

export async function rulesOn(ctx: Context, asOf: string): Promise<Rules> {
  const inForce = parametersInForce(await adoptedPacks(ctx, asOf), asOf)
  const value = reader(inForce, asOf)
  return {
    value,
    count: (name) => Number(value(name)),
    clause: (name) => inForce.get(name)?.cite ?? '',
    since: (name) => inForce.get(name)?.since ?? asOf,
    retirement: retirementLaw(value),
  }
}
