import { sql } from 'kysely'

/** Units and the agency each belongs to: itself, or the nearest above that is no division. */
export const agencies = sql`(select distinct on (u.id) u.id as unit_id, a.id as agency_id
  from unit u join unit a on u.tree_from between a.tree_from and a.tree_to
    and a.kind not in ('province', 'division', 'village', 'party_committee')
  order by u.id, a.tree_to - a.tree_from, a.id)`

/** The name a unit had on a day. */
export const nameOn = (unitId: ReturnType<typeof sql>, on: string) =>
  sql<string>`coalesce((select n.name from unit_name n where n.unit_id = ${unitId}
    and n.during @> ${on}::date), (select n.name from unit_name n where n.unit_id = ${unitId}
    order by lower(n.during) desc limit 1))`
