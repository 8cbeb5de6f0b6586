import { type RawBuilder, sql } from 'kysely'

/** The name a unit had on a day; the last one it had when it was gone by then. */
export const nameOn = (unitId: RawBuilder<unknown>, on: string) =>
  sql<string>`coalesce((select n.name from unit_name n where n.unit_id = ${unitId}
    and n.during @> ${on}::date), (select n.name from unit_name n where n.unit_id = ${unitId}
    order by lower(n.during) desc limit 1), '')`
