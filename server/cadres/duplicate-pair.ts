import { sql } from 'kysely'
import { z } from 'zod'
import { accessTo } from '#server/access/column-groups.ts'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { duplicatePairShape, scoredPairs } from './duplicates.ts'
import { referencesToPeople } from './merge-rows.ts'
import { SECTION_CODES, SECTIONS, type SectionCode } from './record/dictionary.ts'
import { factsOf, type Value } from './record/rows.ts'
import { listOf } from './record/values.ts'
import { mustBeInSight } from './restricted.ts'
import { tableLabel } from './table-labels.ts'

const FUTURE = '9999-12-31'

/** Two records side by side: fields that differ, how many rows each has, why they could be one. */
export const duplicatePair = query({
  name: 'cadres.duplicate_pair',
  records: 'view',
  input: z.strictObject({ oneId: wholeNumber, otherId: wholeNumber }),
  output: z.object({
    pair: duplicatePairShape.nullable(),
    fields: z.array(
      z.object({
        /** `identity.ethnicity`, as a merge takes it. */
        field: z.string(),
        label: z.string(),
        one: z.string().nullable(),
        other: z.string().nullable(),
        /** The house gives it; it stays as it is. */
        fixed: z.boolean(),
      }),
    ),
    rows: z.array(z.object({ label: z.string(), one: z.number(), other: z.number() })),
    /** Groups whose values are merged but may not be shown to this reader. */
    hidden: z.array(z.string()),
  }),
  about: ({ oneId }) => ({ cadreId: oneId }),
  async run(ctx, asked) {
    const [oneId = 0, otherId = 0] = [asked.oneId, asked.otherId].toSorted((a, b) => a - b)
    for (const id of [oneId, otherId]) await mustBeInSight(ctx, id)
    const which = sql`one_id = ${oneId} and other_id = ${otherId}`
    const [pair = null] = await scoredPairs(ctx, which)
    const fields: Awaited<ReturnType<typeof fieldsOf>> = []
    const hidden: string[] = []
    for (const section of SECTION_CODES) {
      const { rows, restricted, label } = SECTIONS[section]
      if (rows !== 'one') continue
      const open = !restricted || (await accessTo(ctx, restricted, null)).access === 'granted'
      if (open) fields.push(...(await fieldsOf(ctx, section, oneId, otherId)))
      else hidden.push(label)
    }
    return { pair, fields, rows: await countsOf(ctx, oneId, otherId), hidden }
  },
})

async function fieldsOf({ db }: Context, section: SectionCode, oneId: number, otherId: number) {
  const [one] = await factsOf(db, section, oneId, FUTURE)
  const [other] = await factsOf(db, section, otherId, FUTURE)
  return Object.entries(SECTIONS[section].columns)
    .map(([name, column]) => {
      const shown = (values: Record<string, Value> | undefined) => {
        const value = values?.[name] ?? null
        if (value === null) return null
        const list = column.type === 'code' && listOf(column, values ?? {})
        return list ? labelOf(list, String(value)) : String(value)
      }
      return {
        field: `${section}.${name}`,
        label: column.label,
        one: shown(one?.values),
        other: shown(other?.values),
        fixed: column.fixed === true,
      }
    })
    .filter((field) => field.one !== null || field.other !== null)
}

async function countsOf({ db }: Context, oneId: number, otherId: number) {
  const counts = new Map<string, { one: number; other: number }>()
  for (const { table, column } of await referencesToPeople(db)) {
    const { rows } = await sql<{ one: number; other: number }>`select
        count(*) filter (where ${sql.id(column)} = ${oneId}) as one,
        count(*) filter (where ${sql.id(column)} = ${otherId}) as other
      from ${sql.table(table)} where ${sql.id(column)} in (${oneId}, ${otherId})`.execute(db)
    const known = counts.get(tableLabel(table)) ?? { one: 0, other: 0 }
    known.one += rows[0]?.one ?? 0
    known.other += rows[0]?.other ?? 0
    counts.set(tableLabel(table), known)
  }
  return [...counts]
    .filter(([, { one, other }]) => one + other > 0)
    .map(([label, count]) => ({ label, ...count }))
}
