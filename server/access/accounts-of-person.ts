import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { onClosedTables } from './closed-tables.ts'

/** The account of a person follows the record it belongs to; says which, to take it back. */
export async function accountsFollowPerson(
  ctx: Pick<Context, 'db'>,
  from: number,
  to: number,
): Promise<{ id: number }[]> {
  return onClosedTables(ctx, async (db) => {
    const { rows } = await sql<{ id: number }>`
      update account set cadre_id = ${to} where cadre_id = ${from} returning id`.execute(db)
    return rows
  })
}

export async function accountsReturnToPerson(
  ctx: Pick<Context, 'db'>,
  accounts: readonly { id: number }[],
  person: number,
): Promise<void> {
  await onClosedTables(ctx, async (db) => {
    for (const { id } of accounts)
      await db.updateTable('account').set({ cadre_id: person }).where('id', '=', id).execute()
  })
}
