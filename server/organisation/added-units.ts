import { sql } from 'kysely'
import { atomically, type Db, insertRows } from '#server/kernel/database.ts'
import { searchable, sortKey } from '#server/kernel/text.ts'

export interface UnitToAdd {
  name: string
  kind: string
  level: string
  parentId: number
}

/** Adds units under units that exist, parents before children, and numbers the tree anew. */
export async function addUnits(
  db: Db,
  units: readonly UnitToAdd[],
  { from, source }: { from: string; source: string },
): Promise<number[]> {
  const ids: number[] = []
  for (const unit of units) {
    const { id } = await db
      .insertInto('unit')
      .values({
        code: await freeCode(db, unit.name),
        kind: unit.kind,
        level: unit.level,
        during: `[${from},)`,
        source,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    // A parent added just before has a number below zero: its place in this very list.
    const parentId = unit.parentId < 0 ? (ids[-unit.parentId - 1] ?? 0) : unit.parentId
    await insertRows(db, 'unit_name', [{ unit_id: id, name: unit.name, during: `[${from},)` }])
    await insertRows(db, 'unit_parent', [
      { unit_id: id, parent_id: parentId, during: `[${from},)` },
    ])
    ids.push(id)
  }
  if (ids.length > 0) await numberTree(db)
  return ids
}

/** Removes what a source added and nothing refers to by now; says how many. */
export async function removeUnits(db: Db, source: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select id from unit where source = ${source} order by id desc`.execute(db)
  let removed = 0
  for (const { id } of rows) removed += await removeUnused(db, id)
  if (removed > 0) await numberTree(db)
  return removed
}

/** The constraints know best who uses a unit: what they hold on to stays. */
async function removeUnused(db: Db, id: number): Promise<number> {
  try {
    await atomically(db, async (within) => {
      await within.deleteFrom('unit_parent').where('unit_id', '=', id).execute()
      await within.deleteFrom('unit_name').where('unit_id', '=', id).execute()
      await within.deleteFrom('unit').where('id', '=', id).execute()
    })
    return 1
  } catch (error) {
    if ((error as { code?: string }).code === '23503') return 0
    throw error
  }
}

/** A code from the name that no unit has yet. */
export async function freeCode(db: Db, name: string): Promise<string> {
  const plain = searchable(name).replace(/[^a-z0-9]+/g, '-')
  const { rows } = await sql<{ taken: number }>`select count(*) as taken from unit
    where code = ${plain} or code like ${`${plain}-%`}`.execute(db)
  return rows[0]?.taken ? `${plain}-${rows[0].taken + 1}` : plain
}

/**
 * Numbers the tree of a day depth first, by name: the ranges that row-level security compares. A
 * unit that has ended stands under the one that followed it, so that its records stay with the heir;
 * one with several heirs stays where it was, and one still to come stands where it will begin.
 */
export async function numberTree(db: Db, on: string | null = null): Promise<void> {
  const today = sql`coalesce(${on}::date, (now() at time zone 'Asia/Ho_Chi_Minh')::date)`
  const { rows } = await sql<{ id: number; parent_id: number | null; name: string }>`
    select u.id, coalesce(n.name, u.code) as name, case when u.during << daterange(${today}, null)
      then coalesce(s.successor_id, p.parent_id) else p.parent_id end as parent_id
    from unit u
    left join (select distinct on (unit_id) unit_id, parent_id from unit_parent p
      order by unit_id, p.during @> ${today} desc, p.during << daterange(${today}, null) desc,
        abs(lower(p.during) - ${today})) p on p.unit_id = u.id
    left join (select distinct on (unit_id) unit_id, name from unit_name n
      order by unit_id, n.during @> ${today} desc, lower(n.during) desc) n on n.unit_id = u.id
    left join (select unit_id, min(successor_id) as successor_id from unit_succession
      group by unit_id having count(*) = 1) s on s.unit_id = u.id`.execute(db)
  const keyed = rows.map((row) => ({ ...row, key: sortKey(row.name) }))
  const children = Map.groupBy(
    keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    ({ parent_id }) => parent_id,
  )
  const numbered: { id: number; tree_from: number; tree_to: number }[] = []
  let last = 0
  const visit = (id: number) => {
    const place = { id, tree_from: ++last, tree_to: last }
    for (const child of children.get(id) ?? []) visit(child.id)
    place.tree_to = last
    numbered.push(place)
  }
  for (const { id } of children.get(null) ?? []) visit(id)
  await sql`update unit set tree_from = n.tree_from, tree_to = n.tree_to
    from json_populate_recordset(null::unit, ${JSON.stringify(numbered)}::json) n
    where n.id = unit.id and (unit.tree_from, unit.tree_to) is distinct from (n.tree_from, n.tree_to)`.execute(
    db,
  )
}
