import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { onClosedTables } from './closed-tables.ts'

/** Accounts of a unit go on seeing what followed it; says whose, to take it back. */
export async function accountsFollow(
  ctx: Pick<Context, 'db'>,
  from: number,
  to: number,
): Promise<{ id: number; unit_id: number }[]> {
  return onClosedTables(ctx, async (db) => {
    const { rows } = await sql<{ id: number }>`
      update account set unit_id = ${to} where unit_id = ${from} returning id`.execute(db)
    return rows.map(({ id }) => ({ id, unit_id: from }))
  })
}

export async function accountsReturn(
  ctx: Pick<Context, 'db'>,
  accounts: readonly { id: number; unit_id: number }[],
): Promise<void> {
  await onClosedTables(ctx, async (db) => {
    for (const { id, unit_id } of accounts)
      await db.updateTable('account').set({ unit_id }).where('id', '=', id).execute()
  })
}
