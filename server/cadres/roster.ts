import { sql } from 'kysely'
import { z } from 'zod'
import type { CodeList } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { codeOf, flag, wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { MANAGED_BY, RANKS } from '#server/organisation/code-lists.ts'
import { DEGREES, EMPLOYMENT_KINDS, SEXES } from './code-lists.ts'
import { GAPS } from './completeness.ts'
import { ETHNICITIES } from './ethnicities.ts'
import { type RosterFilters, rosterFilters, type Search, searchOf } from './roster-filters.ts'
import { peopleOn, SORTS, type Sort } from './roster-joins.ts'
import { rosterRow, rosterRows } from './roster-rows.ts'

const MOST_ROWS = 500

/** The list of people: filtered, in Vietnamese order, one page at a time. */
export const cadreList = query({
  name: 'cadres.list',
  input: rosterFilters.extend({
    sort: codeOf(SORTS).default('name'),
    descending: flag.default(false),
    offset: wholeNumber.default(0),
    limit: wholeNumber
      .refine((rows) => rows <= MOST_ROWS, { error: `Mỗi lần xem nhiều nhất ${MOST_ROWS} người.` })
      .default(100),
  }),
  output: z.object({ asOf: z.string(), total: z.number(), rows: z.array(rosterRow) }),
  async run(ctx, { sort, descending, offset, limit, ...filters }) {
    const asOf = filters.asOf ?? ctx.today
    const { ids, total } = await rosterPage(ctx, filters, { sort, descending, offset, limit })
    return { asOf, total, rows: await rosterRows(ctx.db, ids, asOf) }
  },
})

export interface Page {
  sort: Sort
  descending: boolean
  offset: number
  limit: number | null
}

/**
 * The ids of one page first: what a line shows is joined for the page only. Filtered people are
 * collected before they are sorted, because a sort with a limit tempts the planner to walk the whole
 * name index in search of a few matches. The unfiltered list has nothing to search and walks it.
 */
export async function rosterPage(
  ctx: Context,
  filters: RosterFilters,
  page: Page,
): Promise<{ ids: number[]; total: number }> {
  const asOf = filters.asOf ?? ctx.today
  const search = await searchOf(ctx, filters)
  const isWhole = search.where.length === 0 && (page.sort === 'name' || page.sort === 'recordNo')
  return isWhole ? walk(ctx, filters, page, asOf) : collect(ctx, filters, page, asOf, search)
}

async function walk(ctx: Context, { serving }: RosterFilters, page: Page, asOf: string) {
  const direction = page.descending ? sql`desc` : sql`asc`
  const { rows } = await sql<{ id: number }>`
    select c.id from ${peopleOn(asOf, serving === 'yes', new Set())}
    order by ${SORTS[page.sort].by} ${direction}, c.id ${direction}
    limit ${page.limit}::integer offset ${page.offset}::integer`.execute(ctx.db)
  const counted =
    serving === 'yes'
      ? sql<{ total: number }>`select count(*) as total from tenure
          where holding = 'main' and during @> ${asOf}::date`
      : sql<{ total: number }>`select count(*) as total from cadre`
  const { rows: totals } = await counted.execute(ctx.db)
  return { ids: rows.map(({ id }) => id), total: totals[0]?.total ?? 0 }
}

async function collect(
  ctx: Context,
  { serving }: RosterFilters,
  { sort, descending, offset, limit }: Page,
  asOf: string,
  { ctes, joins, where }: Search,
) {
  const wanted = new Set([...joins, ...SORTS[sort].joins])
  const matched = sql`matched as materialized (
    select c.id, c.name_key, ${SORTS[sort].by} as sorted_by
    from ${peopleOn(asOf, serving === 'yes', wanted)}
    ${where.length > 0 ? sql`where ${sql.join(where, sql` and `)}` : sql``})`
  const direction = descending ? sql`desc` : sql`asc`
  const { rows } = await sql<{ ids: number[]; total: number }>`
    with recursive ${sql.join([...ctes, matched])}
    select array(
        select id from matched
        order by sorted_by ${direction} nulls last, name_key ${direction}, id ${direction}
        limit ${limit}::integer offset ${offset}::integer) as ids,
      (select count(*) from matched) as total`.execute(ctx.db)
  return { ids: rows[0]?.ids ?? [], total: rows[0]?.total ?? 0 }
}

/** What the list can be filtered by: codes with the words to show, from the lists records use. */
export const rosterColumns = query({
  name: 'cadres.columns',
  input: z.strictObject({}),
  output: z.object({
    filters: z.record(z.string(), z.array(z.object({ code: z.string(), label: z.string() }))),
    sorts: z.array(z.string()),
  }),
  async run() {
    const choices = (list: CodeList) =>
      Object.entries(list).map(([code, { label }]) => ({ code, label }))
    return {
      filters: {
        sex: choices(SEXES),
        rank: choices(RANKS),
        managedBy: choices(MANAGED_BY),
        degree: choices(DEGREES),
        employment: choices(EMPLOYMENT_KINDS),
        ethnicity: choices(ETHNICITIES),
        gap: choices(GAPS),
      },
      sorts: Object.keys(SORTS),
    }
  },
})
