import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { removeUnits } from '#server/organisation/added-units.ts'
import { importOf } from './imports.ts'
import { ROW_TABLES } from './records.ts'
import { undoUpdates } from './updates.ts'

const NAMED = 5

/** Takes an import back, record by record, as if it had never been; the file itself stays in the history. */
export const undoImport = command({
  name: 'cadres.undo_import',
  input: z.object({ importId: wholeNumber }),
  output: z.object({ removed: z.number() }),
  about: ({ importId }) => ({ caseRef: `import:${importId}` }),
  async run(ctx, { importId }) {
    const { db } = ctx
    const { undone_at } = await importOf(ctx, importId)
    if (undone_at)
      throw new Refusal('conflict', `Lần nhập số ${importId} đã được hoàn tác trước đó.`)
    await refuseIfBuiltUpon(db, importId)
    await refuseIfMerged(db, importId)
    await undoUpdates(ctx, importId)
    await emptyAgain(db, importId)
    for (const table of ['cadre_private', ...ROW_TABLES] as const) {
      await sql`delete from ${sql.table(table)} where import_id = ${importId}`.execute(db)
    }
    const { rows } = await sql<{ removed: number }>`with gone as (
        delete from cadre where import_id = ${importId} returning 1)
      select count(*) as removed from gone`.execute(db)
    await db.deleteFrom('import_alias').where('import_id', '=', importId).execute()
    await removeUnits(db, `import:${importId}`)
    await sql`delete from import_row where import_id = ${importId}`.execute(db)
    await sql`update import set undone_at = now() where id = ${importId}`.execute(db)
    return { removed: rows[0]?.removed ?? 0 }
  },
})

/** Anything later that hangs on a person this import created would go with them, so it forbids the undo. */
async function refuseIfBuiltUpon(db: Db, importId: number): Promise<void> {
  const found = new Map<string, Set<string>>()
  for (const { table, column, marked } of await tablesOnCadre(db)) {
    const own = marked ? sql`and dependent.import_id is distinct from ${importId}` : sql``
    const touched = STILL_COUNTS[table] ?? sql``
    const { rows } = await sql<{ record: string }>`
      select distinct c.record_no || ' (' || c.full_name || ')' as record
      from cadre c join ${sql.table(table)} dependent on dependent.${sql.id(column)} = c.id
      where c.import_id = ${importId} ${own} ${touched} order by 1 limit ${NAMED + 1}`.execute(db)
    for (const { record } of rows) {
      found.set(record, (found.get(record) ?? new Set()).add(TABLES[table] ?? table))
    }
  }
  if (found.size === 0) return
  const named = [...found]
    .slice(0, NAMED)
    .map(([record, what]) => `${record}: ${[...what].join(', ')}`)
  throw new Refusal(
    'conflict',
    `Chưa hoàn tác được vì hồ sơ do lần nhập này tạo đã có thêm thông tin sau đó: ${named.join('; ')}${found.size > NAMED ? '…' : ''}. Hãy xóa các thông tin ấy trước, hoặc giữ lần nhập.`,
    [...found].map(([record, what]) => ({ record, tables: [...what] })),
  )
}

/** Of these tables only some rows are something built upon: a change taken back left nothing behind. */
const STILL_COUNTS: Readonly<Record<string, RawBuilder<unknown>>> = {
  import_row: sql`and dependent.outcome = 'completed'`,
  record_change: sql`and dependent.undoes is null
    and not exists (select from record_change taken_back where taken_back.undoes = dependent.id)`,
}

/** A record of this import that was merged lives on in another, which the undo must not tear apart. */
async function refuseIfMerged(db: Db, importId: number): Promise<void> {
  const { rows } = await sql<{ record: string }>`select gone_record_no as record from cadre_merge
    where undone_at is null and (gone ->> 'import_id')::integer = ${importId}
    order by 1 limit ${NAMED}`.execute(db)
  if (rows.length === 0) return
  throw new Refusal(
    'conflict',
    `Chưa hoàn tác được vì hồ sơ do lần nhập này tạo đã được gộp: ${rows.map(({ record }) => record).join(', ')}. Hãy hoàn tác việc gộp trước, hoặc giữ lần nhập.`,
  )
}

/** Every table of the province that refers to people, also those of folders above this one. */
async function tablesOnCadre(
  db: Db,
): Promise<{ table: string; column: string; marked: boolean }[]> {
  const { rows } = await sql<{ table: string; column: string; marked: boolean }>`
    select child.relname as table, a.attname as column,
      exists (select from pg_attribute m where m.attrelid = child.oid and m.attname = 'import_id') as marked
    from pg_constraint k
    join pg_class child on child.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'cadre'::regclass and child.relname <> 'cadre_distinct'
      and has_table_privilege(child.oid, 'select')
    order by 1, 2`.execute(db)
  return rows
}

const TABLES: Record<string, string> = {
  cadre_private: 'số định danh, liên hệ',
  employment: 'loại cán bộ, công chức',
  grade_holding: 'ngạch, bậc',
  tenure: 'chức vụ',
  qualification: 'trình độ chuyên môn',
  certificate: 'chứng chỉ',
  party_membership: 'đảng viên',
  succession_entry: 'quy hoạch',
  rating: 'xếp loại',
  training_record: 'đào tạo, bồi dưỡng',
  import_row: 'lần nhập sau',
  record_change: 'lần sửa hồ sơ',
  cadre_merge: 'hồ sơ đã gộp vào',
}

const FILLED = [
  ['cadre', 'id'],
  ['cadre_private', 'cadre_id'],
  ['party_membership', 'cadre_id'],
] as const

/** Columns this import filled are emptied where they still hold what it wrote. */
async function emptyAgain(db: Db, importId: number): Promise<void> {
  for (const [table, key] of FILLED) {
    const { rows } = await sql<{ column: string }>`
      select distinct jsonb_object_keys(filled -> ${table}) as column
      from import_row where import_id = ${importId} and filled -> ${table} is not null`.execute(db)
    const columns = rows.map(({ column }) => column)
    if (columns.length === 0) continue
    const sets = columns.map((name) => {
      const own = sql.ref(`known.${name}`)
      // Date and precision of birth are empty together or not at all.
      const written = name === 'born_precision' ? 'born_on' : name
      return sql`${sql.id(name)} = case when r.filled -> ${table} ->> ${written} = ${sql.ref(`known.${written}`)}::text
        then null else ${own} end`
    })
    await sql`update ${sql.table(table)} as known set ${sql.join(sets)} from import_row r
      where r.import_id = ${importId} and r.cadre_id = known.${sql.id(key)}
        and r.filled -> ${table} is not null`.execute(db)
  }
}
