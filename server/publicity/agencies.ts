import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'

const isAgency = sql`a.kind not in ('province', 'division', 'village', 'party_committee')`

/** Units and the agency each belongs to: itself, or the nearest above that is no division. */
export const agencies = sql`(select distinct on (u.id) u.id as unit_id, a.id as agency_id
  from unit u join unit a on u.tree_from between a.tree_from and a.tree_to and ${isAgency}
  order by u.id, a.tree_to - a.tree_from, a.id)`

/** The name a unit had on a day. */
export const nameOn = (unitId: ReturnType<typeof sql>, on: string) =>
  sql<string>`coalesce((select n.name from unit_name n where n.unit_id = ${unitId}
    and n.during @> ${on}::date), (select n.name from unit_name n where n.unit_id = ${unitId}
    order by lower(n.during) desc limit 1))`

/** The agencies of a day by name, as anybody knows them. */
export async function agencyNames(db: Db, on: string): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select a.id, ${nameOn(sql`a.id`, on)} as name from unit a
    where a.during @> ${on}::date and ${isAgency} order by a.tree_from`.execute(db)
  return rows
}

/** Whether a unit is another one or lies inside it. */
export async function isInside(db: Db, unitId: number, aboveId: number): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`
    select u.tree_from between a.tree_from and a.tree_to as inside
    from unit u, unit a where u.id = ${unitId} and a.id = ${aboveId}`.execute(db)
  if (!rows[0]) throw new Refusal('not_found', 'Không có đơn vị này. Hãy chọn lại trong danh sách.')
  return rows[0].inside
}
