import { z } from 'zod'
import { adoptedPacks } from '#server/directives/adoption.ts'
import { ACTIONS } from '#server/directives/delegation-shape.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { delegationsOn, mattersOn } from './delegations.ts'
import { patternWords } from './words.ts'

const given = z.object({
  /** Of a row of the province, which can be ended; null when a text gives it. */
  id: z.number().nullable(),
  action: z.string(),
  actionLabel: z.string(),
  about: z.string(),
  /** Who manages the posts it is about; null when it is about all. */
  managedBy: z.array(z.string()).nullable(),
  holder: z.string(),
  within: z.string().nullable(),
  legalBasis: z.string(),
  from: z.string(),
  to: z.string().nullable(),
})

/** Everything given that day, by matter, with the texts that name the matters and how many each names. */
export const delegationList = query({
  name: 'authority.delegations',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    documents: z.array(
      z.object({ packId: z.string(), number: z.string(), fields: z.number(), items: z.number() }),
    ),
    matters: z.array(
      z.object({
        code: z.string(),
        field: z.string(),
        label: z.string(),
        clause: z.string(),
        note: z.string().nullable(),
        given: z.array(given),
      }),
    ),
  }),
  async run(ctx, { asOf = ctx.today }) {
    const matters = await mattersOn(ctx, asOf)
    const all = await delegationsOn(ctx, asOf)
    const fields = [...new Set(matters.map(({ field }) => field))]
    const texts = (await adoptedPacks(ctx, asOf)).filter(
      ({ pack, adoptedFrom }) => pack.matters.length > 0 && adoptedFrom <= asOf,
    )
    return {
      asOf,
      documents: texts.map(({ pack }) => ({
        packId: pack.id,
        number: pack.number,
        fields: new Set(pack.matters.map(({ field }) => field)).size,
        items: pack.matters.length,
      })),
      matters: [...matters]
        .sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field))
        .map(({ matter, field, label, cite, note, packNumber }) => ({
          code: matter,
          field,
          label,
          clause: `${packNumber} · ${cite}`,
          note: note ?? null,
          given: all
            .filter((one) => one.matter === matter)
            .map(({ holder, about, withinUnitName, ...one }) => ({
              ...one,
              actionLabel: ACTIONS[one.action].label,
              about: patternWords(about),
              managedBy: about.managedBy ?? null,
              holder: holder.words,
              within: withinUnitName,
            })),
        })),
    }
  },
})
