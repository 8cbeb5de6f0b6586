import { type RawBuilder, sql } from 'kysely'

/** A date as the database compares it: text in, `date` there. */
const day = (asOf: string) => sql`${asOf}::date`

/**
 * Units existing that day, with the name and the parent of that day: the body of a CTE.
 * A unit nobody named for that day is still shown, by its code.
 */
export function unitsOn(asOf: string): RawBuilder<unknown> {
  return sql`select u.id, u.code, u.kind, u.level, u.block, u.tree_from,
      coalesce(n.name, u.code) as name, p.parent_id
    from unit u
    left join unit_name n on n.unit_id = u.id and n.during @> ${day(asOf)}
    left join unit_parent p on p.unit_id = u.id and p.during @> ${day(asOf)}
    where u.during @> ${day(asOf)}`
}

/** Ids of a unit and of all units under it that day: the body of a recursive CTE `${name}(id)`. */
export function subtreeOn(unitId: number, asOf: string, name: string): RawBuilder<unknown> {
  return sql`select ${unitId}::integer
    union
    select p.unit_id from unit_parent p join ${sql.id(name)} above on above.id = p.parent_id
    where p.during @> ${day(asOf)}`
}
