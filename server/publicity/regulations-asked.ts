import { adoptedPacks } from '#server/directives/adoption.ts'
import type { RegulationAsked } from '#server/directives/publicity-shape.ts'
import type { Context } from '#server/kernel/context.ts'

export interface Asks extends RegulationAsked {
  /** Number of the text that asks for it. */
  directive: string
}

/** Regulations that agencies must have, by the texts the province applies; later texts stay asked. */
export async function regulationsAsked(ctx: Context, on: string): Promise<Asks[]> {
  const adopted = await adoptedPacks(ctx, '0001-01-01')
  return adopted
    .filter(({ adoptedFrom }) => adoptedFrom <= on)
    .flatMap(({ pack }) =>
      pack.publicity.regulations.map((asked) => ({ ...asked, directive: pack.number })),
    )
}
