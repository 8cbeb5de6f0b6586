import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { freeCode } from './added-units.ts'
import { added, altered, type Change, endedOn, putBack } from './changes.ts'

export interface UnitToFound {
  code?: string | undefined
  name: string
  shortName?: string | null | undefined
  kind: string
  level: string
  block: string | null
  parentId: number | null
}

/** A unit that begins on a day, with its name and its place in the tree. */
export async function foundUnit(
  db: Db,
  unit: UnitToFound,
  on: string,
): Promise<{ id: number; code: string; changes: Change[] }> {
  const code = unit.code ?? (await freeCode(db, unit.name))
  const units = await added(
    db,
    'unit',
    sql`insert into unit (code, kind, level, block, during)
      values (${code}, ${unit.kind}, ${unit.level}, ${unit.block}, daterange(${on}::date, null))
      returning to_jsonb(unit) as became`,
  )
  const { id } = (units[0]?.became ?? { id: 0 }) as { id: number }
  const changes = [...units, ...(await nameFrom(db, id, unit.name, unit.shortName ?? null, on))]
  if (unit.parentId !== null) changes.push(...(await placeFrom(db, id, unit.parentId, on)))
  return { id, code, changes: changes.map(withoutTreeNumbers) }
}

/** The unit goes on under another name; before the day it is called as it was. */
export async function renameUnit(
  db: Db,
  id: number,
  name: string,
  shortName: string | null,
  on: string,
): Promise<Change[]> {
  const ended = await endedOn(db, 'unit_name', [id], on)
  return [...ended, ...(await nameFrom(db, id, name, shortName, on))]
}

/** The unit goes on under another parent. */
export async function moveUnits(
  db: Db,
  ids: readonly number[],
  parentId: number,
  on: string,
): Promise<Change[]> {
  const changes = await endedOn(db, 'unit_parent', ids, on)
  for (const id of ids) changes.push(...(await placeFrom(db, id, parentId, on)))
  return changes
}

/** The unit ends with its name, place and posts. */
export async function endUnit(db: Db, id: number, on: string): Promise<Change[]> {
  const changes: Change[] = []
  for (const table of ['post', 'unit_parent', 'unit_name', 'unit'] as const)
    changes.push(...(await endedOn(db, table, [id], on)))
  return changes.map(withoutTreeNumbers)
}

/** Posts of these titles leave a unit, whether it ends or goes on. */
export const endPosts = (
  db: Db,
  unitId: number,
  titles: readonly string[],
  on: string,
): Promise<Change[]> => endedOn(db, 'post', [unitId], on, titles)

export async function recordSuccession(
  db: Db,
  unitId: number,
  successorId: number,
  relation: 'merged_into' | 'split_into' | 'renamed_to' | 'tasks_to',
  on: string,
  basis: string,
): Promise<Change[]> {
  return added(
    db,
    'unit_succession',
    sql`insert into unit_succession (unit_id, successor_id, relation, took_effect_on, legal_basis)
      values (${unitId}, ${successorId}, ${relation}, ${on}::date, ${basis})
      on conflict do nothing returning to_jsonb(unit_succession) as became`,
  )
}

export interface PostToFound {
  unitId: number
  titleCode: string
  name: string
  rank: string
  managedBy: string | null
  seats: number
  inFrame: boolean
  isKey: boolean
}

export async function foundPosts(
  db: Db,
  posts: readonly PostToFound[],
  on: string,
): Promise<{ ids: number[]; changes: Change[] }> {
  const changes = await added(
    db,
    'post',
    sql`insert into post (unit_id, title_code, name, rank, managed_by, seats, in_frame, is_key, during)
      select "unitId", "titleCode", name, rank, "managedBy", seats, "inFrame", "isKey",
        daterange(${on}::date, null)
      from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) as p("unitId" integer,
        "titleCode" text, name text, rank text, "managedBy" text, seats integer,
        "inFrame" boolean, "isKey" boolean)
      returning to_jsonb(post) as became`,
  )
  return { ids: changes.map(({ became }) => (became as { id: number }).id), changes }
}

const TABLES = [
  'quota_change',
  'post',
  'unit_succession',
  'unit_parent',
  'unit_name',
  'unit',
] as const

/** What somebody changed since in units, posts and quotas the changes wrote: table and row. */
export async function alteredUnits(db: Db, changes: readonly Change[]) {
  const found: { table: (typeof TABLES)[number]; row: Record<string, unknown> }[] = []
  for (const table of TABLES)
    for (const row of await altered(db, table, changes)) found.push({ table, row })
  return found
}

/** Units, posts and quotas as they were; the constraints refuse while something refers to them. */
export async function restoreUnits(db: Db, changes: readonly Change[]): Promise<void> {
  for (const table of TABLES) await putBack(db, table, changes)
}

const nameFrom = (db: Db, id: number, name: string, shortName: string | null, on: string) =>
  added(
    db,
    'unit_name',
    sql`insert into unit_name (unit_id, name, short_name, during)
      values (${id}, ${name}, ${shortName}, daterange(${on}::date, null))
      returning to_jsonb(unit_name) as became`,
  )

const placeFrom = (db: Db, id: number, parentId: number, on: string) =>
  added(
    db,
    'unit_parent',
    sql`insert into unit_parent (unit_id, parent_id, during)
      values (${id}, ${parentId}, daterange(${on}::date, null))
      returning to_jsonb(unit_parent) as became`,
  )

/** The tree is numbered anew after every change of any unit: its numbers are nobody's change. */
function withoutTreeNumbers(change: Change): Change {
  if (change.table !== 'unit') return change
  const { tree_from: _, tree_to: __, ...became } = change.became as Record<string, unknown>
  return { ...change, became }
}
