import type { ParameterValue } from '#rules/vocabulary.ts'
import type { Context } from '#server/kernel/context.ts'

/** Dated parameters of the packs in force that day, the province's own overrides first. */
export async function parametersOn(_ctx: Context, _asOf: string): Promise<(name: string) => ParameterValue> {
  return (name) => {
    throw new Error(`no parameter ${name}`)
  }
}
