import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { quotasOn } from '#server/organisation/quotas.ts'
import { unitsOn } from '#server/organisation/units.ts'

/** Seats filled and people are null where the reader may not see who sits there. */
const counts = {
  seats: z.number(),
  filled: z.number().nullable(),
  vacant: z.number().nullable(),
  people: z.number().nullable(),
  quota: z.number().nullable(),
}

export const staffedUnit = z.object({
  id: z.number(),
  parentId: z.number().nullable(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  level: z.string(),
  block: z.string().nullable(),
  ...counts,
  subtree: z.object({ units: z.number(), ...counts }),
})

/** The tree of that day: each unit with its own numbers and those of everything under it. */
export const unitTree = query({
  name: 'organisation.tree',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({ asOf: z.string(), rows: z.array(staffedUnit) }),
  async run(ctx, { asOf = ctx.today }) {
    return { asOf, rows: await staffedUnits(ctx, asOf) }
  },
})

/**
 * One statement for the whole tree, or for one unit and what is under it. A post with more holders
 * than seats has no vacancy, and never pays for the vacancy of another post.
 */
export async function staffedUnits(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  asOf: string,
  root: number | null = null,
): Promise<z.output<typeof staffedUnit>[]> {
  const on = sql`${asOf}::date`
  const inScope = actor.scope
    ? sql`tree_from between ${actor.scope.from}::integer and ${actor.scope.to}::integer`
    : sql`true`
  const { rows } = await sql<StaffedRow>`
    with recursive alive as materialized (${unitsOn(asOf)}),
    closure(ancestor, unit_id) as (
      select id, id from alive where ${root}::integer is null or id = ${root}::integer
      union
      select c.ancestor, a.id from closure c join alive a on a.parent_id = c.unit_id),
    asked as materialized (select distinct unit_id from closure),
    holders as (
      select t.post_id, count(*) as held
      from asked join post p using (unit_id) join tenure t on t.post_id = p.id
      where t.holding in ('main', 'concurrent') and t.during @> ${on} group by t.post_id),
    posts as (
      select p.unit_id, sum(p.seats) as seats, sum(coalesce(h.held, 0)) as filled,
        sum(greatest(p.seats - coalesce(h.held, 0), 0)) as vacant
      from post p left join holders h on h.post_id = p.id
      where p.during @> ${on} group by p.unit_id),
    serving as (
      select unit_id, count(*) as people from asked join tenure using (unit_id)
      where holding = 'main' and during @> ${on} group by unit_id),
    quotas as (
      select unit_id, sum(quota) as quota from (${quotasOn(asOf)}) q group by unit_id),
    own as materialized (
      select a.*, coalesce(p.seats, 0) as seats, coalesce(p.filled, 0) as filled,
        coalesce(p.vacant, 0) as vacant, coalesce(s.people, 0) as people, q.quota,
        ${inScope} as seen
      from alive a left join posts p on p.unit_id = a.id
      left join serving s on s.unit_id = a.id left join quotas q on q.unit_id = a.id),
    rolled as (
      select c.ancestor, count(*) as units, sum(o.seats) as seats, sum(o.filled) as filled,
        sum(o.vacant) as vacant, sum(o.people) as people, sum(o.quota) as quota,
        bool_and(o.seen) as seen
      from closure c join own o on o.id = c.unit_id group by c.ancestor)
    select o.id, o.parent_id, o.code, o.name, o.kind, o.level, o.block,
      o.seats, o.filled, o.vacant, o.people, o.quota, o.seen,
      r.units as all_units, r.seats as all_seats, r.filled as all_filled, r.vacant as all_vacant,
      r.people as all_people, r.quota as all_quota, r.seen as all_seen
    from own o join rolled r on r.ancestor = o.id
    where ${root}::integer is null or o.id = ${root}::integer
    order by o.tree_from, o.id`.execute(db)
  return rows.map(asUnit)
}

interface Numbers {
  seats: number
  filled: number
  vacant: number
  people: number
  quota: number | null
}

type StaffedRow = Numbers & {
  id: number
  parent_id: number | null
  code: string
  name: string
  kind: string
  level: string
  block: string | null
  seen: boolean
  all_units: number
  all_seats: number
  all_filled: number
  all_vacant: number
  all_people: number
  all_quota: number | null
  all_seen: boolean
}

function asUnit(row: StaffedRow): z.output<typeof staffedUnit> {
  const { id, parent_id, code, name, kind, level, block } = row
  const all = {
    seats: row.all_seats,
    filled: row.all_filled,
    vacant: row.all_vacant,
    people: row.all_people,
    quota: row.all_quota,
  }
  return {
    ...{ id, parentId: parent_id, code, name, kind, level, block },
    ...shown(row, row.seen),
    subtree: { units: row.all_units, ...shown(all, row.all_seen) },
  }
}

/** Row-level security hides people, and a hidden person must not read as an empty seat. */
function shown({ seats, filled, vacant, people, quota }: Numbers, seen: boolean) {
  return {
    seats,
    filled: seen ? filled : null,
    vacant: seen ? vacant : null,
    people: seen ? people : null,
    quota,
  }
}
