import { type RawBuilder, sql } from 'kysely'
import { atomically, type Db } from '#server/kernel/database.ts'

/** A column somewhere that names a person, and the key of its table. */
export interface Reference {
  table: string
  column: string
  key: readonly string[]
}

export interface Moved {
  table: string
  column: string
  keys: Record<string, unknown>[]
}

export interface LeftOut {
  table: string
  row: Record<string, unknown>
}

/** Every table of the province that refers to people, also those of folders above this one. */
export async function referencesToPeople(db: Db): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select child.relname as table, a.attname as column,
      array(select k.attname::text from pg_index i
        join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
        where i.indrelid = child.oid and i.indisprimary order by k.attnum) as key
    from pg_constraint f
    join pg_class child on child.oid = f.conrelid
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.confrelid = 'cadre'::regclass
      and has_table_privilege(child.oid, 'select, update')
    order by 1, 2`.execute(db)
  return rows
}

/**
 * Hands the rows of one person to another. What a constraint does not take beside the rows already
 * there (two main posts at one time, two ratings of one year) is kept aside, whole.
 */
export async function moveRows(
  db: Db,
  { table, column, key }: Reference,
  from: number,
  to: number,
): Promise<{ moved: Moved[]; leftOut: LeftOut[] }> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) as row
    from ${sql.table(table)} t where ${sql.id(column)} = ${from}
    order by ${sql.join(key.map((name) => sql.id(name)))}`.execute(db)
  const keys: Record<string, unknown>[] = []
  const leftOut: LeftOut[] = []
  for (const { row } of rows) {
    const own = Object.fromEntries(key.map((name) => [name, row[name]]))
    const fits = await tried(() =>
      atomically(db, async (inner) => {
        await sql`update ${sql.table(table)} set ${sql.id(column)} = ${to} where ${is(own)}`.execute(
          inner,
        )
      }),
    )
    if (fits) keys.push(key.includes(column) ? { ...own, [column]: to } : own)
    else {
      await sql`delete from ${sql.table(table)} where ${is(own)}`.execute(db)
      leftOut.push({ table, row })
    }
  }
  return { moved: keys.length > 0 ? [{ table, column, keys }] : [], leftOut }
}

const AGAINST_CONSTRAINT = new Set(['23505', '23P01', '23514'])

async function tried(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (AGAINST_CONSTRAINT.has((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

/** Hands rows back; false when one of them is no longer there. */
export async function returnRows(
  db: Db,
  { table, column, keys }: Moved,
  from: number,
  to: number,
): Promise<boolean> {
  for (const key of keys) {
    const { rows } = await sql`update ${sql.table(table)} set ${sql.id(column)} = ${to}
      where ${is(key)} and ${sql.id(column)} = ${from} returning 1`.execute(db)
    if (rows.length !== 1) return false
  }
  return true
}

const is = (key: Record<string, unknown>): RawBuilder<unknown> =>
  sql.join(
    Object.entries(key).map(([name, value]) => sql`${sql.id(name)} = ${value}`),
    sql` and `,
  )

/** The row as it is stored, whole. */
export async function storedRow(
  db: Db,
  table: string,
  column: string,
  id: number,
): Promise<Record<string, unknown> | null> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) as row
    from ${sql.table(table)} t where ${sql.id(column)} = ${id} for update`.execute(db)
  return rows[0]?.row ?? null
}

/** Puts a stored row back as it was; columns the database works out itself are left to it. */
export async function putBack(db: Db, { table, row }: LeftOut): Promise<void> {
  const { rows } = await sql<{ name: string }>`select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    db,
  )
  const columns = sql.join(rows.map(({ name }) => sql.id(name)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)`.execute(
    db,
  )
}
