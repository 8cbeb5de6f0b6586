import { type RawBuilder, sql } from 'kysely'

/** The agency, district or commune each unit belongs to that day: a division is part of its agency. */
export const agenciesOn = (asOf: string): RawBuilder<unknown> => sql`
  (with recursive climb(unit_id, agency_id, kind) as (
    select id, id, kind from unit
    union all
    select c.unit_id, p.parent_id, u.kind from climb c
    join unit_parent p on p.unit_id = c.agency_id and p.during @> ${asOf}::date
    join unit u on u.id = p.parent_id
    where c.kind = 'division')
  select c.unit_id, c.agency_id, coalesce(n.name, u.code) as agency_name, u.tree_from
  from climb c join unit u on u.id = c.agency_id
  left join lateral (select name from unit_name where unit_id = c.agency_id
    order by during @> ${asOf}::date desc, lower(during) desc limit 1) n on true
  where c.kind <> 'division')`
