import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { EMPTY, sum, type Tally } from './state.ts'

export interface UnitOnDate {
  id: number
  code: string
  name: string
  kind: string
  block: string | null
  level: string
  parentId: number | null
}

/** The units that exist on a date, under the parent they have that day. */
export async function unitsOn(db: Db, asOf: string): Promise<UnitOnDate[]> {
  const { rows } = await sql<UnitOnDate>`
    select u.id, u.code, n.name, u.kind, u.block, u.level, p.parent_id as "parentId"
    from unit u
    left join unit_name n on n.unit_id = u.id and n.during @> ${asOf}::date
    left join unit_parent p on p.unit_id = u.id and p.during @> ${asOf}::date
    where u.during @> ${asOf}::date order by u.tree_from, u.id`.execute(db)
  return rows
}

/** By number, code or exact name: what a person types after --unit. */
export function findUnit(units: readonly UnitOnDate[], wanted: string | number): UnitOnDate {
  const text = String(wanted).toLowerCase()
  const found = units.find(
    ({ id, code, name }) => String(id) === text || code === text || name?.toLowerCase() === text,
  )
  if (!found)
    throw new Refusal(
      'not_found',
      `Không có đơn vị “${wanted}” vào ngày này. Xem danh sách ở màn hình Tổ chức.`,
    )
  return found
}

/** Adds what sits in each unit to all its ancestors: a province is the sum of what is below it. */
export function rolledUp(
  units: readonly UnitOnDate[],
  direct: Map<number | null, Tally>,
): Map<number, Tally> {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const totals = new Map<number, Tally>()
  for (const [unitId, tally] of direct) {
    const seen = new Set<number>()
    for (
      let id = unitId;
      id !== null && id !== undefined && !seen.has(id);
      id = parents.get(id) ?? null
    ) {
      seen.add(id)
      totals.set(id, sum(totals.get(id) ?? EMPTY, tally))
    }
  }
  return totals
}

export function total(direct: Map<number | null, Tally>): Tally {
  return [...direct.values()].reduce(sum, EMPTY)
}

/** Ids of a unit and everything under it. */
export function subtree(units: readonly UnitOnDate[], root: number): Set<number> {
  const inside = new Set([root])
  let grew = true
  while (grew) {
    grew = false
    for (const { id, parentId } of units) {
      if (parentId !== null && inside.has(parentId) && !inside.has(id)) {
        inside.add(id)
        grew = true
      }
    }
  }
  return inside
}
