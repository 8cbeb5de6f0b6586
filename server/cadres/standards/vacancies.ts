import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { addMonths, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { inScope } from '#server/organisation/in-scope.ts'
import { unitsOn } from '#server/organisation/units.ts'
import { retirementLaw, retirementMonths, retiresLike } from '../retirement.ts'
import { lastWorkingDay, retirementDecided } from '../retirement-decided.ts'
import { housesOn } from './houses.ts'

const leaving = z.object({
  cadreId: z.number(),
  name: z.string(),
  on: z.string(),
  why: z.enum(['retires', 'term_ends']),
})

export const vacancyRow = z.object({
  postId: z.number(),
  post: z.string(),
  titleCode: z.string(),
  rank: z.string(),
  unitId: z.number(),
  unit: z.string(),
  seats: z.number(),
  held: z.number(),
  vacant: z.number(),
  /** Holders who retire or whose term ends within the months asked. */
  leaving: z.array(leaving),
})

/** Posts with an empty seat that day, or one that will be empty within some months. */
export const vacancies = query({
  name: 'cadres.vacancies',
  input: z.strictObject({
    asOf: isoDate.optional(),
    months: wholeNumber.default(12),
    unitId: wholeNumber.optional(),
    rank: z.enum(['leaders', 'all']).default('leaders'),
  }),
  output: z.object({
    asOf: z.string(),
    until: z.string(),
    vacantSeats: z.number(),
    soon: z.number(),
    rows: z.array(vacancyRow),
  }),
  async run(ctx, { asOf = ctx.today, months, unitId, rank }) {
    const until = addMonths(asOf, Math.min(months, 120))
    const houses = await housesOn(ctx, asOf)
    const rows = (await vacantPosts(ctx, asOf, until)).filter(
      (row) =>
        (rank === 'all' || !['specialist', 'staff'].includes(row.rank)) &&
        (unitId === undefined || houses.within(row.unitId, unitId)),
    )
    return {
      asOf,
      until,
      vacantSeats: rows.reduce((sum, { vacant }) => sum + vacant, 0),
      soon: rows.reduce((sum, row) => sum + row.leaving.length, 0),
      rows,
    }
  },
})

/** Whoever may not see a unit's people is not told its seats are empty: the unit is left out. */
export async function vacantPosts(
  ctx: Context,
  asOf: string,
  until: string,
  postId: number | null = null,
): Promise<z.output<typeof vacancyRow>[]> {
  const law = retirementLaw(await ctx.house.parametersOn(ctx, asOf))
  const { rows } = await sql<z.output<typeof vacancyRow>>`
    with alive as materialized (${unitsOn(asOf)}),
    schedule as materialized (${retirementMonths(law)}),
    holders as (
      select t.post_id, c.id as cadre_id, c.full_name as name, c.name_key,
        least(${lastWorkingDay}, t.term_until) as on_day,
        case when t.term_until is not null and t.term_until < coalesce(${lastWorkingDay}, 'infinity')
          then 'term_ends' else 'retires' end as why
      from tenure t join cadre c on c.id = t.cadre_id left join schedule r on ${retiresLike}
      ${retirementDecided(asOf)}
      where t.holding in ('main', 'concurrent') and t.during @> ${asOf}::date
        and t.post_id is not null),
    held as (
      select post_id, count(*)::integer as held,
        coalesce(json_agg(json_build_object('cadreId', cadre_id, 'name', name, 'on', on_day::text,
          'why', why) order by on_day, name_key) filter (where on_day between ${asOf}::date
          and ${until}::date), '[]') as leaving
      from holders group by post_id)
    select p.id as "postId", p.name as post, p.title_code as "titleCode", p.rank,
      a.id as "unitId", a.name as unit, p.seats, coalesce(h.held, 0) as held,
      greatest(p.seats - coalesce(h.held, 0), 0) as vacant, coalesce(h.leaving, '[]') as leaving
    from post p join alive a on a.id = p.unit_id join unit u on u.id = a.id
    left join held h on h.post_id = p.id
    where p.during @> ${asOf}::date and ${inScope(ctx)}
      and (${postId}::integer is null or p.id = ${postId}::integer)
      and (${postId}::integer is not null or p.seats > coalesce(h.held, 0)
        or json_array_length(coalesce(h.leaving, '[]')) > 0)
    order by u.tree_from, p.id`.execute(ctx.db)
  return rows
}
