import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { inScope } from '#server/organisation/in-scope.ts'
import { quotasOn } from '#server/organisation/quotas.ts'
import { unitsOn } from '#server/organisation/units.ts'

export interface UnitWithDeputies {
  unitId: number
  unit: string
  parentId: number | null
  parent: string | null
  kind: string
  /** What the unit belongs to: a department, or a commune with its divisions. */
  of: 'department' | 'commune'
  divisions: number
  staff: number
  quota: number | null
  actual: number
}

/** Departments, communes that have divisions, and every division below them, in the order of the tree. */
export async function unitsWithDeputies(ctx: Context, asOf: string): Promise<UnitWithDeputies[]> {
  const { rows } = await sql<UnitWithDeputies>`
    with recursive alive as materialized (${unitsOn(asOf)}),
    below(id, "of") as (
      select id, case kind when 'department' then 'department' else 'commune' end from alive
        where kind in ('department', 'commune', 'ward', 'special_zone')
      union select a.id, b."of" from below b join alive a on a.parent_id = b.id
        where a.kind = 'division'),
    given as (select unit_id, sum(quota)::integer as quota from (${quotasOn(asOf)}) q group by unit_id),
    serving as (select unit_id, count(*)::integer as people from tenure
      where holding = 'main' and during @> ${asOf}::date group by unit_id),
    held as (select p.unit_id, count(*)::integer as deputies
      from post p join tenure t on t.post_id = p.id and t.holding <> 'acting'
        and t.during @> ${asOf}::date
      where p.rank in ('deputy', 'division_deputy') group by p.unit_id),
    parts as (select parent_id, count(*)::integer as divisions,
        coalesce(sum(h.deputies), 0)::integer as deputies
      from alive a left join held h on h.unit_id = a.id where a.kind = 'division' group by parent_id)
    select a.id as "unitId", a.name as unit, above.id as "parentId", above.name as parent, a.kind,
      b."of", coalesce(d.divisions, 0) as divisions, coalesce(s.people, 0) as staff, g.quota,
      case when b."of" = 'commune' and a.kind <> 'division' then d.deputies
        else coalesce(h.deputies, 0) end as actual
    from below b join alive a on a.id = b.id join unit u on u.id = a.id
    left join alive above on above.id = a.parent_id
    left join given g on g.unit_id = a.id
    left join serving s on s.unit_id = a.id
    left join held h on h.unit_id = a.id
    left join parts d on d.parent_id = a.id
    where ${inScope(ctx)}
      and (b."of" = 'department' or a.kind = 'division' or d.divisions is not null)
    order by a.tree_from`.execute(ctx.db)
  return rows
}
