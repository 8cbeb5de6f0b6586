import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import type { Tables } from '#server/kernel/tables.generated.ts'

/** One row a reorganisation wrote, whole, before and after; undoing compares it and puts it back. */
export interface Change {
  table: keyof Tables
  was: object | null
  became: object | null
}

/** Runs an insert that ends in `returning to_jsonb(…) as became`. */
export async function added(
  db: Db,
  table: keyof Tables,
  statement: RawBuilder<{ became: object }>,
): Promise<Change[]> {
  const { rows } = await statement.execute(db)
  return rows.map(({ became }) => ({ table, was: null, became }))
}

/**
 * Ends on a day the rows of a table that hold on it: the only way a dated row is ever changed. One
 * that would only begin that day never comes to be.
 */
export async function endedOn(
  db: Db,
  table: 'unit' | 'unit_name' | 'unit_parent' | 'post',
  unitIds: readonly number[],
  on: string,
  titles?: readonly string[],
): Promise<Change[]> {
  const key = sql.id(table === 'unit' ? 'id' : 'unit_id')
  const titled = titles ? sql`and title_code = any(${titles}::text[])` : sql``
  const dropped = await sql<{ was: object }>`
    delete from ${sql.table(table)} t
    where t.${key} = any(${unitIds}::integer[]) and lower(t.during) = ${on}::date ${titled}
    returning to_jsonb(t) as was`.execute(db)
  const ended = await sql<{ was: object; became: object }>`
    update ${sql.table(table)} t set during = daterange(lower(t.during), ${on}::date)
    from (select ctid as place, to_jsonb(o) as was from ${sql.table(table)} o
      where o.${key} = any(${unitIds}::integer[]) and o.during @> ${on}::date ${titled}) o
    where t.ctid = o.place returning o.was, to_jsonb(t) as became`.execute(db)
  return [
    ...dropped.rows.map(({ was }) => ({ table, was, became: null })),
    ...ended.rows.map(({ was, became }) => ({ table, was, became })),
  ]
}

/** One change a row, from what it was before all of them to what it is after. */
export function netChanges(changes: readonly Change[]): Change[] {
  const net = new Map<string, Change>()
  for (const change of changes) {
    const key = keyOf(change)
    net.set(key, { ...change, was: net.has(key) ? (net.get(key)?.was ?? null) : change.was })
  }
  return [...net.values()].filter(({ was, became }) => was !== null || became !== null)
}

function keyOf({ table, was, became }: Change): string {
  const row = (became ?? was) as Record<string, unknown>
  const since = String(row.during ?? row.took_effect_on).split(',')[0]
  return JSON.stringify([table, row.id ?? [row.unit_id, row.successor_id, since]])
}

/** Rows that no longer read as the reorganisation left them; a column added since does not count. */
export async function altered(
  db: Db,
  table: keyof Tables,
  changes: readonly Change[],
): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ became: Record<string, unknown> }>`
    select c.became from ${listed(table, changes)}
    left join ${sql.table(table)} t on to_jsonb(t) @> c.became
    where c.became is not null and t is null`.execute(db)
  return rows.map(({ became }) => became)
}

/** Takes out what was added and puts back the days of what was ended. */
export async function putBack(
  db: Db,
  table: keyof Tables,
  changes: readonly Change[],
): Promise<void> {
  const own = listed(table, changes)
  await sql`delete from ${sql.table(table)} t using ${own}
    where c.was is null and to_jsonb(t) @> c.became`.execute(db)
  if (!changes.some((change) => change.table === table && change.was !== null)) return
  await sql`update ${sql.table(table)} t set during = (c.was ->> 'during')::daterange from ${own}
    where c.was is not null and to_jsonb(t) @> c.became`.execute(db)
  await sql`insert into ${sql.table(table)} select o.* from ${own}
    cross join lateral jsonb_populate_record(null::${sql.table(table)}, c.was) o
    where c.became is null`.execute(db)
}

/** The changes of one table as rows `c(was, became)`. */
export const listed = (table: keyof Tables, changes: readonly Change[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(
    changes.filter((change) => change.table === table),
  )}::jsonb) as c(was jsonb, became jsonb)`
