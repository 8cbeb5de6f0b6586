import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Watched, watchedOn } from './procedures.ts'
import { FINDERS, type Found } from './warning-rows.ts'

const head = z.object({
  id: z.string(),
  label: z.string(),
  clause: z.string(),
  note: z.string().nullable(),
  /** The threshold in force that day, where it has one. */
  limit: z.number().nullable(),
  /** How many; null where the reader was not granted what it reads. */
  count: z.number().nullable(),
})

/** Early warning: each thing to look into and how often it is found, counted as of a day. */
export const warningList = query({
  name: 'inspection.warnings',
  records: 'view',
  dear: true,
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({ asOf: z.string(), rows: z.array(head) }),
  async run(ctx, { asOf = ctx.today }) {
    const rows = []
    for (const one of await watchedOn(ctx, asOf)) {
      const { found, limit } = await foundBy(ctx, one, asOf)
      rows.push(shown(one, limit, found))
    }
    return { asOf, rows }
  },
})

/** The people, units and cases behind one warning. */
export const warningDetail = query({
  name: 'inspection.warning',
  records: 'view',
  input: z.strictObject({ id: z.string(), asOf: isoDate.optional() }),
  output: head.extend({
    asOf: z.string(),
    rows: z.array(
      z.object({
        says: z.string(),
        unitId: z.number().nullable(),
        unit: z.string().nullable(),
        cadreId: z.number().nullable(),
        name: z.string().nullable(),
        caseRef: z.string().nullable(),
      }),
    ),
  }),
  async run(ctx, { id, asOf = ctx.today }) {
    const one = (await watchedOn(ctx, asOf)).find((watched) => watched.id === id)
    if (!one)
      throw new Refusal('not_found', 'Không có cảnh báo này trong các văn bản đang áp dụng.')
    const { found, limit } = await foundBy(ctx, one, asOf)
    return { ...shown(one, limit, found), asOf, rows: found ?? [] }
  },
})

async function foundBy(ctx: Context, one: Watched, asOf: string) {
  const parameter = await ctx.house.parametersOn(ctx, asOf)
  const limit = one.limit ? Number(parameter(one.limit)) : null
  const found = await FINDERS[one.finds](ctx, { asOf, limit: limit ?? 0, parameter })
  return { found, limit }
}

const shown = (
  { id, label, clause, note }: Watched,
  limit: number | null,
  found: readonly Found[] | null,
) => ({ id, label, clause, note: note ?? null, limit, count: found?.length ?? null })
