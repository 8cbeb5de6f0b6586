import { sql } from 'kysely'
import { z } from 'zod'
import { requireGroup } from '#server/access/column-groups.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { unitsOn } from '#server/organisation/units.ts'
import { kinRulesOn } from './kin.ts'

const seat = z.object({
  cadreId: z.number(),
  name: z.string(),
  title: z.string(),
  unitName: z.string(),
})

/**
 * Relatives of whom one heads the agency in which the other serves, or heads a place where the other
 * leads organisation, finance or inspection, or who both lead one unit. A warning: the office decides.
 */
export const relativesInPosts = query({
  name: 'authority.relatives_in_posts',
  records: 'view',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    clause: z.string(),
    rows: z.array(
      z.object({
        rule: z.enum(['same_leadership', 'heads_unit', 'watched_unit']),
        says: z.string(),
        above: seat,
        relative: seat,
        relation: z.string(),
        confirmed: z.boolean(),
      }),
    ),
  }),
  async run(ctx, { asOf = ctx.today }) {
    await requireGroup(ctx, 'family')
    return { asOf, ...(await relativePairs(ctx, asOf)) }
  },
})

/** For who was granted the group family: each pair in words, with the clause. */
export async function relativePairs(ctx: Context, asOf: string) {
  const { relations, watched, watchedClause } = await kinRulesOn(ctx, asOf)
  const pairs = await pairsOn(
    ctx,
    asOf,
    watched.map(({ code }) => code),
  )
  const rows = pairs.flatMap((pair) => {
    const known = relations.get(pair.relation)
    if (!known) return []
    const relation = pair.turned ? (relations.get(known.inverse)?.label ?? '') : known.label
    return [{ ...pair, relation, says: inWords(pair, relation) }]
  })
  return { clause: watchedClause, rows }
}

interface Seat {
  cadreId: number
  name: string
  title: string
  unitName: string
}

interface Pair {
  rule: 'same_leadership' | 'heads_unit' | 'watched_unit'
  above: Seat
  relative: Seat
  relation: string
  /** The one below declared it, so the relation reads the other way. */
  turned: boolean
  confirmed: boolean
}

function inWords({ rule, above, relative }: Pair, relation: string): string {
  const who = `${relative.name} (${relation} của ${above.name})`
  if (rule === 'same_leadership')
    return `${who} cùng trong lãnh đạo ${above.unitName}: ${above.title} và ${relative.title}.`
  if (rule === 'heads_unit')
    return `${above.name} là ${above.title}, ${above.unitName}; ${who} công tác trong đơn vị đó: ${relative.title}, ${relative.unitName}.`
  return `${above.name} là ${above.title}, ${above.unitName}; ${who} phụ trách ${relative.unitName}: ${relative.title}.`
}

/** A place (province, district, commune) is headed by somebody over everybody: there only the watched units count. */
async function pairsOn({ db }: Context, asOf: string, watched: string[]): Promise<Pair[]> {
  const on = sql`${asOf}::date`
  const { rows } = await sql<Pair>`
    with recursive alive as materialized (${unitsOn(asOf)}),
    kin as (
      select cadre_id as one, relative_id as other, relation, false as turned, confirmed_on
      from kinship where relative_id is not null and declared_on <= ${on}
      union all
      select relative_id, cadre_id, relation, true, confirmed_on
      from kinship where relative_id is not null and declared_on <= ${on}),
    seats as materialized (
      select t.cadre_id, c.full_name, t.title, t.rank, t.unit_id, a.name as unit_name, a.kind, a.code
      from tenure t join cadre c on c.id = t.cadre_id join alive a on a.id = t.unit_id
      where t.holding = 'main' and t.during @> ${on} and t.cadre_id in (select one from kin)),
    climb(unit_id, above_id) as (
      select distinct unit_id, unit_id from seats
      union
      select c.unit_id, a.parent_id from climb c join alive a on a.id = c.above_id
      where a.parent_id is not null),
    judged as (
      select case
          when h.unit_id = r.unit_id and h.rank in ('head', 'deputy') and r.rank in ('head', 'deputy')
            then case when h.rank = 'head' or (r.rank = 'deputy' and h.cadre_id < r.cadre_id)
              then 'same_leadership' end
          when h.rank = 'head' and h.kind not in
            ('province', 'district', 'commune', 'ward', 'township', 'special_zone')
            then 'heads_unit'
          when h.rank in ('head', 'deputy') and r.rank in ('head', 'deputy', 'division_head', 'division_deputy')
            and exists (select 1 from unnest(${watched}::text[]) as w(code)
              where r.code like '%' || w.code || '%')
            then 'watched_unit'
        end as rule,
        json_build_object('cadreId', h.cadre_id, 'name', h.full_name, 'title', h.title,
          'unitName', h.unit_name) as above,
        json_build_object('cadreId', r.cadre_id, 'name', r.full_name, 'title', r.title,
          'unitName', r.unit_name) as relative,
        k.relation, k.turned, k.confirmed_on is not null as confirmed
      from kin k join seats h on h.cadre_id = k.one join seats r on r.cadre_id = k.other
      join climb c on c.unit_id = r.unit_id and c.above_id = h.unit_id)
    select * from judged where rule is not null
    order by rule, (above ->> 'cadreId')::integer, (relative ->> 'cadreId')::integer`.execute(db)
  return rows
}
