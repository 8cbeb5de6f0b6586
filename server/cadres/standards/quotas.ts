import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate, yearOf } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { quotasOn } from '#server/organisation/quotas.ts'
import { surplusBorne } from '#server/organisation/surplus.ts'
import { EMPLOYMENT_KINDS } from '../code-lists.ts'
import { housesOn } from './houses.ts'

export const KINDS = [...Object.keys(EMPLOYMENT_KINDS), 'unknown']
const YEARS = 3

export const quotaCell = z.object({
  kind: z.string(),
  year: z.number(),
  /** 31 December, or the day asked about in its year. */
  on: z.string(),
  given: z.number().nullable(),
  used: z.number(),
  vacant: z.number(),
  over: z.number(),
})

export const quotaRow = z.object({
  unitId: z.number(),
  unit: z.string(),
  kind: z.string(),
  cells: z.array(quotaCell),
  /** Over the quota in some kind on the day itself: since which reorganisation, borne until when. */
  tolerance: z
    .object({
      since: z.string().nullable(),
      until: z.string().nullable(),
      state: z.enum(['borne', 'past', 'without_basis']),
    })
    .nullable(),
})

export const quotaTable = z.object({
  asOf: z.string(),
  years: z.array(z.number()),
  toleranceYears: z.number(),
  rows: z.array(quotaRow),
  totals: z.array(quotaCell),
})

/** Given, used, vacant and over: agency by kind by year, divisions counted in their agency. */
export const quotas = query({
  name: 'cadres.quotas',
  input: z.strictObject({ asOf: isoDate.optional(), unitId: wholeNumber.optional() }),
  output: quotaTable,
  run: (ctx, { asOf = ctx.today, unitId }) => quotaTableOn(ctx, asOf, unitId),
})

export async function quotaTableOn(
  ctx: Context,
  asOf: string,
  unitId?: number,
): Promise<z.output<typeof quotaTable>> {
  const read = await ctx.house.parametersOn(ctx, asOf)
  const toleranceYears = Number(read('surplus_staff_years'))
  const rows = new Map<number, z.output<typeof quotaRow>>()
  const days = daysOf(asOf)
  for (const on of days) {
    for (const { id, name, kind, cells } of await countedOn(ctx, on)) {
      if (unitId !== undefined && id !== unitId) continue
      const row = rows.get(id) ?? { unitId: id, unit: name, kind, cells: [], tolerance: null }
      row.unit = name
      row.cells.push(...cells)
      rows.set(id, row)
    }
  }
  const borne = await surplusBorne(ctx.db, asOf, toleranceYears)
  for (const row of rows.values())
    if (row.cells.some(({ on, over }) => on === asOf && over > 0)) row.tolerance = borne(row.unitId)
  // Agencies that have ended stay for their years, after those that exist.
  const exists = (row: z.output<typeof quotaRow>) => row.cells.some(({ on }) => on === asOf)
  const [live, ended] = [
    [...rows.values()].filter(exists),
    [...rows.values()].filter((row) => !exists(row)),
  ]
  const list = [...live, ...ended].filter(({ cells }) => cells.length > 0)
  return { asOf, years: days.map(yearOf), toleranceYears, rows: list, totals: totalsOf(list) }
}

const daysOf = (asOf: string): string[] => {
  const before = Array.from({ length: YEARS - 1 }, (_, i) => yearOf(asOf) - YEARS + 1 + i)
  return [...before.map((year) => `${year}-12-31`), asOf]
}

async function countedOn(ctx: Context, on: string) {
  const houses = await housesOn(ctx, on)
  const given =
    await sql<Counted>`select unit_id as "unitId", employment_kind as kind, quota as number
    from (${quotasOn(on)}) q`.execute(ctx.db)
  const used = await sql<Counted>`
    select t.unit_id as "unitId", coalesce(e.kind, 'unknown') as kind, count(*)::integer as number
    from tenure t left join (select cadre_id, kind from employment
      where during @> ${on}::date offset 0) e on e.cadre_id = t.cadre_id
    where t.holding = 'main' and t.during @> ${on}::date group by 1, 2`.execute(ctx.db)
  const sum = (rows: Counted[]) => {
    const sums = new Map<string, number>()
    for (const { unitId, kind, number } of rows) {
      const key = `${houses.of.get(unitId)} ${kind}`
      sums.set(key, (sums.get(key) ?? 0) + number)
    }
    return sums
  }
  const [givenTo, usedBy] = [sum(given.rows), sum(used.rows)]
  return houses.list.map(({ id, name, kind }) => ({
    ...{ id, name, kind },
    cells: KINDS.flatMap((employment) => {
      const quota = givenTo.get(`${id} ${employment}`) ?? null
      const people = usedBy.get(`${id} ${employment}`) ?? 0
      return quota === null && people === 0 ? [] : [cellOf(employment, on, quota, people)]
    }),
  }))
}

interface Counted {
  unitId: number
  kind: string
  number: number
}

/** Without a quota nothing is over or vacant: there is nothing to compare with. */
const cellOf = (kind: string, on: string, given: number | null, used: number) => ({
  ...{ kind, year: yearOf(on), on, given, used },
  vacant: given === null ? 0 : Math.max(given - used, 0),
  over: given === null ? 0 : Math.max(used - given, 0),
})

function totalsOf(rows: readonly z.output<typeof quotaRow>[]): z.output<typeof quotaCell>[] {
  const cells = rows.flatMap((row) => row.cells)
  return [...Map.groupBy(cells, ({ kind, on }) => `${kind} ${on}`).values()].map((group) => {
    const sum = (of: (cell: z.output<typeof quotaCell>) => number) =>
      group.reduce((total, cell) => total + of(cell), 0)
    const [{ kind, year, on } = { kind: '', year: 0, on: '' }] = group
    const given = group.some((cell) => cell.given !== null) ? sum((cell) => cell.given ?? 0) : null
    return {
      ...{ kind, year, on, given },
      used: sum(({ used }) => used),
      vacant: sum(({ vacant }) => vacant),
      over: sum(({ over }) => over),
    }
  })
}
