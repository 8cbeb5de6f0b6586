import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'

/**
 * The tables of this folder are closed to both roles that read a province. Its operations, already
 * past the permission check of the door, step out of the role for their own statements only.
 */
export async function onClosedTables<T>(
  { db }: Pick<Context, 'db'>,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const { rows } = await sql<{ role: string }>`select current_setting('role') as role`.execute(db)
  await sql`select set_config('role', 'none', true)`.execute(db)
  const result = await work(db)
  // After an error there is nothing to put back: the savepoint or the transaction does.
  await sql`select set_config('role', ${rows[0]?.role ?? 'ngangtam_scoped'}, true)`.execute(db)
  return result
}
