import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import type { SavedSchema } from './manifest.ts'

/**
 * Who is signed in, who reads which calendar and what was answered to whom is of the day: a copy of
 * the records opens nothing. Migrations are named apart.
 */
const LEFT_OUT = [
  'session',
  'sign_in_step',
  'sign_in_failure',
  'known_device',
  'set_up_code',
  'single_sign_on_request',
  'answered_command',
  'due_feed',
  'migration',
]

export interface TableShape {
  name: string
  /** Without those the database computes. */
  columns: string[]
}

export async function tablesOf(db: Db, schema: string): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    select c.relname::text as name, json_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = ${schema}
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> all (array(select json_array_elements_text(${JSON.stringify(LEFT_OUT)}::json)))
      and not exists (select from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by c.oid, c.relname order by c.relname`.execute(db)
  return rows
}

export async function migrationsOf(db: Db, schema: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.id(schema, 'migration')} order by name collate "C"`.execute(db)
  return rows.map(({ name }) => name)
}

export async function sequencesOf(db: Db, schema: string): Promise<SavedSchema['sequences']> {
  const { rows } = await sql<{ name: string }>`
    select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relkind = 'S' order by c.relname`.execute(db)
  const sequences: SavedSchema['sequences'] = []
  for (const { name } of rows) {
    const state = await sql<{ last: number; called: boolean }>`
      select last_value::float8 as last, is_called as called
      from ${sql.id(schema, name)}`.execute(db)
    for (const row of state.rows) sequences.push({ name, ...row })
  }
  return sequences
}
