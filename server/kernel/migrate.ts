import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { atomically, type Db } from './database.ts'

const SERVER = join(import.meta.dirname, '..')

interface Migration {
  name: string
  text: string
}

/** What all provinces share. */
const ofHouse = sqlFiles(join(SERVER, 'kernel/schema'))

/** Numbered across all folders; the kernel keeps its part of a province apart from the house. */
const ofProvince = readdirSync(SERVER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) =>
    sqlFiles(join(SERVER, folder, folder === 'kernel' ? 'province-schema' : 'schema')),
  )
  .sort((a, b) => a.name.localeCompare(b.name))

function sqlFiles(folder: string): Migration[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort()
      .map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8') }))
  } catch {
    return []
  }
}

/** Changes whenever any migration does: names the cached template of the tests. */
export const migrationHash = createHash('sha256')
  .update([...ofHouse, ...ofProvince].map(({ name, text }) => name + text).join('\0'))
  .digest('hex')
  .slice(0, 16)

export const migrationNames = {
  house: ofHouse.map(({ name }) => name),
  province: ofProvince.map(({ name }) => name),
}

export async function migrateHouse(db: Db): Promise<void> {
  await apply(db, 'public', ofHouse)
}

/**
 * One province, one schema: creates it when missing and brings it up to date. Names stop it short:
 * a backup is loaded into the tables of its own day, and the rest of the migrations follow.
 */
export async function migrateProvince(
  db: Db,
  schema: string,
  only: readonly string[] = migrationNames.province,
): Promise<void> {
  await apply(
    db,
    schema,
    ofProvince.filter(({ name }) => only.includes(name)),
  )
}

async function apply(db: Db, schema: string, wanted: Migration[]): Promise<void> {
  await atomically(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(7203)`.execute(trx)
    await sql`create schema if not exists ${sql.id(schema)}`.execute(trx)
    await sql`select set_config('search_path', ${`${schema}, public`}, true)`.execute(trx)
    await sql`create table if not exists ${sql.id(schema, 'migration')} (
      name text primary key, applied_at timestamptz not null default now())`.execute(trx)
    const applied = await sql<{
      name: string
    }>`select name from ${sql.id(schema, 'migration')}`.execute(trx)
    const done = new Set(applied.rows.map(({ name }) => name))
    for (const { name, text } of wanted.filter((migration) => !done.has(migration.name))) {
      await sql.raw(text).execute(trx)
      await sql`insert into ${sql.id(schema, 'migration')} (name) values (${name})`.execute(trx)
    }
    if (schema !== 'public') await openToRoles(trx, schema)
  })
}

/** The two roles see a province's tables; what they may do in each row is said by its policies. */
async function openToRoles(db: Db, schema: string): Promise<void> {
  const name = sql.id(schema)
  const roles = sql.raw('ngangtam_whole, ngangtam_scoped')
  await sql`grant usage on schema ${name} to ${roles}`.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema ${name} to ${roles}`.execute(
    db,
  )
  await sql`grant usage on all sequences in schema ${name} to ${roles}`.execute(db)
  await sql`revoke update, delete, truncate on audit_entry from ${roles}`.execute(db)
  const withheld = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = ${schema} and tablename = any(${[...CLOSED, ...ONLY_READ]})`.execute(db)
  for (const { name: table } of withheld.rows) {
    const taken = sql.raw(CLOSED.includes(table) ? 'all' : 'insert, update, delete, truncate')
    await sql`revoke ${taken} on ${sql.id(schema, table)} from ${roles}`.execute(db)
  }
}

/** Who may do what: both roles read it at every request, and neither changes it. */
const ONLY_READ = ['role', 'role_right', 'column_group_grant']

/**
 * What opens the house, and who said what of whom, is out of reach of both roles; a backup of an older
 * day has fewer of these.
 */
const CLOSED = [
  'migration',
  'opinion',
  'opinion_given',
  'petition_sender',
  'account',
  'session',
  'recovery_code',
  'sign_in_step',
  'sign_in_failure',
  'known_device',
  'set_up_code',
  'role_requirement',
  'single_sign_on',
  'single_sign_on_request',
]
