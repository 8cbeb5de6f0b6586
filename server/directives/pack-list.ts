import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { adoptedPacks } from './adoption.ts'
import { parameterShape, parametersInForce, shownParameter } from './parameters.ts'

/** The texts a province applies on a date, with the parameters each has in force. */
export const packList = query({
  name: 'directives.packs',
  input: z.object({ asOf: isoDate }),
  output: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      issuer: z.string(),
      issuedOn: z.string(),
      from: z.string(),
      to: z.string().nullable(),
      adoptedFrom: z.string(),
      note: z.string().nullable(),
      targets: z.number(),
      parameters: z.array(parameterShape),
    }),
  ),
  async run(ctx, { asOf }) {
    const adopted = await adoptedPacks(ctx, asOf)
    const inForce = parametersInForce(adopted, asOf)
    return adopted.map(({ pack, adoptedFrom }) => ({
      id: pack.id,
      number: pack.number,
      title: pack.title,
      issuer: pack.issuer,
      issuedOn: pack.issued_on,
      from: pack.in_force.from,
      to: pack.in_force.to ?? null,
      adoptedFrom,
      note: pack.note ?? null,
      targets: pack.targets.length,
      parameters: pack.parameters.flatMap(({ name }) => {
        const found = inForce.get(name)
        return found?.cite.includes(pack.number)
          ? [shownParameter(found, ctx.house.vocabulary)]
          : []
      }),
    }))
  },
})
