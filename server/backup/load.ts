import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { migrateProvince } from '#server/kernel/migrate.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Manifest, SavedSchema, SavedTable } from './manifest.ts'
import { entriesOf } from './read.ts'
import { Digest, linesOf, writeAlike } from './rows.ts'

/** Loads a checked file inside the caller's transaction, then compares it row for row. */
export async function loadBackup(db: Db, file: string, manifest: Manifest): Promise<void> {
  await refuseOccupied(db, manifest)
  await writeAlike(db)
  for (const { name, migrations } of manifest.schemas) {
    if (name !== 'public') await migrateProvince(db, name, migrations)
  }
  const putBack: string[] = []
  for (const schema of manifest.schemas) putBack.push(...(await emptied(db, schema)))
  const tables = new Map(
    manifest.schemas.flatMap(({ name, tables: saved }) =>
      saved.flatMap((table) => table.parts.map(({ path }) => [path, { schema: name, table }])),
    ),
  )
  for await (const { name, bytes } of entriesOf(file)) {
    const target = tables.get(name)
    if (target) await insertPart(db, target.schema, target.table, bytes)
  }
  for (const statement of putBack) await sql.raw(statement).execute(db)
  for (const schema of manifest.schemas) {
    await advanceSequences(db, schema)
    await compareRows(db, schema)
  }
  for (const { name } of manifest.schemas) if (name !== 'public') await migrateProvince(db, name)
}

async function refuseOccupied(db: Db, { schemas }: Manifest): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from public.province
    union all select nspname::text from pg_namespace where nspname <> 'public' and nspname in
      (select json_array_elements_text(${JSON.stringify(schemas.map(({ name }) => name))}::json))
    `.execute(db)
  if (rows.length === 0) return
  throw new Refusal(
    'conflict',
    `Cơ sở dữ liệu đã có ${rows.map(({ name }) => name).join(', ')}; chỉ phục hồi được vào cơ sở dữ liệu trống. ` +
      'Hãy đặt NGANGTAM_DATA hoặc DATABASE_URL là nơi còn trống rồi chạy lại. Chưa có gì bị thay đổi.',
  )
}

/**
 * Takes away foreign keys and triggers and the rows migrations begin with; returns the statements
 * that put the checks back, which look at every row. The owner of the tables may do that; turning
 * checks off in other ways would need a superuser.
 */
async function emptied(db: Db, { name, tables }: SavedSchema): Promise<string[]> {
  await sql`select set_config('search_path', ${`${name}, public`}, true)`.execute(db)
  const { rows } = await sql<{ drop: string; add: string }>`
    select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as drop,
      format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname,
        pg_get_constraintdef(k.oid)) as add
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${name} and k.contype = 'f' and k.conparentid = 0
    order by c.relname, k.conname`.execute(db)
  for (const { drop } of rows) await sql.raw(drop).execute(db)
  const putBack = [`set local search_path to "${name}", public`, ...rows.map(({ add }) => add)]
  for (const { name: table } of tables) {
    await sql`alter table ${sql.id(name, table)} disable trigger user`.execute(db)
    await sql`delete from ${sql.id(name, table)}`.execute(db)
    putBack.push(`alter table "${name}"."${table}" enable trigger user`)
  }
  return putBack
}

async function insertPart(
  db: Db,
  schema: string,
  { name, columns }: SavedTable,
  bytes: Uint8Array,
): Promise<void> {
  const table = sql.id(schema, name)
  const listed = sql.join(columns.map((column) => sql.id(column)))
  const rows = `[${Buffer.from(bytes).toString('utf8').trimEnd().replaceAll('\n', ',')}]`
  await sql`insert into ${table} (${listed}) overriding system value
    select ${listed} from json_populate_recordset(null::${table}, ${rows}::json)`.execute(db)
}

/** The next number follows the last one given, even if its row has been deleted since. */
async function advanceSequences(db: Db, { name, sequences }: SavedSchema): Promise<void> {
  for (const { name: sequence, last, called } of sequences) {
    await sql`select setval(${`"${name}"."${sequence}"`}::regclass, ${last}::bigint, ${called})`.execute(
      db,
    )
  }
}

async function compareRows(db: Db, { name: schema, tables }: SavedSchema): Promise<void> {
  for (const table of tables) {
    const digest = new Digest()
    for await (const lines of linesOf(db, schema, table)) {
      for (const line of lines) digest.add(line)
    }
    if (digest.rows === table.rows && digest.toString() === table.digest) continue
    throw new Refusal(
      'conflict',
      `Bảng ${schema}.${table.name} sau khi nạp không khớp bản sao lưu ` +
        `(${digest.rows} dòng, bản sao lưu ghi ${table.rows}). Đã hủy toàn bộ việc phục hồi.`,
    )
  }
}
