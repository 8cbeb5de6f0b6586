import { sql } from 'kysely'
import { z } from 'zod'
import { adoptedPacks } from '#server/directives/adoption.ts'
import { CIRCLES, type PublicityItem } from '#server/directives/publicity-shape.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'

export interface Matter extends Omit<PublicityItem, 'days'> {
  directive: string
  number: string
  days: number
}

/** What the texts in force on a day say is made public. */
export async function mattersOn(ctx: Context, on: string): Promise<Matter[]> {
  const parameter = await ctx.house.parametersOn(ctx, on)
  const adopted = await adoptedPacks(ctx, on)
  return adopted
    .filter(({ adoptedFrom }) => adoptedFrom <= on)
    .flatMap(({ pack }) =>
      pack.publicity.items.map((item) => ({
        ...item,
        directive: pack.id,
        number: pack.number,
        days: Number(parameter(item.days)),
      })),
    )
}

export async function matterNamed(ctx: Context, on: string, id: string): Promise<Matter> {
  const matters = await mattersOn(ctx, on)
  const found = matters.find((matter) => matter.id === id)
  if (found) return found
  const known = matters.map(({ label }) => label).join('; ')
  throw new Refusal(
    'not_found',
    `Ngày này không văn bản nào quy định công khai nội dung “${id}”. Các nội dung: ${known || 'chưa có'}.`,
  )
}

export const matters = query({
  name: 'publicity.matters',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    rows: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        cite: z.string(),
        number: z.string(),
        note: z.string().nullable(),
        circle: z.string(),
        circleLabel: z.string(),
        days: z.number(),
        /** What is shown of it that day, if anything. */
        publicationId: z.number().nullable(),
        shownUntil: z.string().nullable(),
      }),
    ),
  }),
  async run(ctx, { asOf = ctx.today }) {
    const { rows } = await sql<{ id: number; item: string; directive: string; until: string }>`
      select id, item, directive, (upper(shown) - 1)::text as until from publication
      where shown @> ${asOf}::date`.execute(ctx.db)
    const found = await mattersOn(ctx, asOf)
    return {
      asOf,
      rows: found.map(({ content: _, ...matter }) => {
        const shown = rows.find(
          (row) => row.item === matter.id && row.directive === matter.directive,
        )
        return {
          ...matter,
          note: matter.note ?? null,
          circleLabel: CIRCLES[matter.circle].label,
          publicationId: shown?.id ?? null,
          shownUntil: shown?.until ?? null,
        }
      }),
    }
  },
})
