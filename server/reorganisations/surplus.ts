import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { inScope } from '#server/organisation/in-scope.ts'
import { surplusBorne } from '#server/organisation/surplus.ts'
import { unitsOn } from '#server/organisation/units.ts'
import { deputyRulesOn } from './deputy-rules.ts'

/** Deputies beyond the seats of their post: since which reorganisation, and until when that is borne. */
export const surplusDeputies = query({
  name: 'reorganisations.surplus',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    /** Years a surplus is borne. */
    years: z.number(),
    /** Null for whoever does not see the whole province. */
    departments: z
      .object({
        count: z.number(),
        deputies: z.number(),
        average: z.number().nullable(),
        allowed: z.number(),
      })
      .nullable(),
    rows: z.array(
      z.object({
        unitId: z.number(),
        unit: z.string(),
        parent: z.string().nullable(),
        post: z.string(),
        seats: z.number(),
        held: z.number(),
        since: z.string().nullable(),
        until: z.string().nullable(),
        state: z.enum(['borne', 'past', 'without_basis']),
      }),
    ),
  }),
  async run(ctx, { asOf = ctx.today }) {
    const { surplusYears: years, average } = await deputyRulesOn(ctx, asOf)
    const borne = await surplusBorne(ctx.db, asOf, years)
    const rows = await beyondSeats(ctx, asOf)
    return {
      asOf,
      years,
      departments: ctx.actor.scope ? null : await departmentsOf(ctx, asOf, average),
      rows: rows.map((row) => ({ ...row, ...borne(row.unitId) })),
    }
  },
})

interface Beyond {
  unitId: number
  unit: string
  parent: string | null
  post: string
  seats: number
  held: number
}

async function beyondSeats(ctx: Context, asOf: string): Promise<Beyond[]> {
  const { rows } = await sql<Beyond>`
    with alive as materialized (${unitsOn(asOf)}),
    held as (
      select post_id, count(*)::integer as held from tenure
      where holding <> 'acting' and during @> ${asOf}::date group by post_id)
    select a.id as "unitId", a.name as unit, above.name as parent, p.name as post, p.seats, h.held
    from held h join post p on p.id = h.post_id and h.held > p.seats
    join alive a on a.id = p.unit_id join unit u on u.id = a.id
    left join alive above on above.id = a.parent_id
    where p.rank in ('deputy', 'division_deputy') and ${inScope(ctx)}
    order by h.held - p.seats desc, a.tree_from, p.id`.execute(ctx.db)
  return rows
}

async function departmentsOf({ db }: Context, asOf: string, allowed: number) {
  const { rows } = await sql<{ count: number; deputies: number }>`
    select count(distinct u.id)::integer as count, count(t.id)::integer as deputies
    from unit u
    left join post p on p.unit_id = u.id and p.rank = 'deputy' and p.during @> ${asOf}::date
    left join tenure t on t.post_id = p.id and t.holding <> 'acting' and t.during @> ${asOf}::date
    where u.kind = 'department' and u.during @> ${asOf}::date`.execute(db)
  const { count, deputies } = rows[0] ?? { count: 0, deputies: 0 }
  return { count, deputies, average: count > 0 ? deputies / count : null, allowed }
}
