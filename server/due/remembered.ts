import { sql } from 'kysely'
import { digest } from '#server/access/secrets.ts'
import type { Db } from '#server/kernel/database.ts'

/** Whose calendar a token opens, past the row policies: nobody is signed in yet. */
export async function calendarOwner(db: Db, token: string): Promise<string | undefined> {
  const found = await db
    .updateTable('due_feed')
    .set({ read_at: sql`now()` })
    .where('token_hash', '=', digest(token))
    .where('ended_at', 'is', null)
    .returning('account_name')
    .executeTakeFirst()
  return found?.account_name
}

export interface Awaited {
  account: string
  address: string
  /** The day of the mail before, to be put back if this one does not go out. */
  before: string | null
}

/** Takes the next account without a mail that day; whoever takes it alone sends it. */
export async function nextMail(db: Db, on: string): Promise<Awaited | undefined> {
  const { rows } = await sql<Awaited>`
    update due_mail m set sent_on = ${on}::date
    from (select account_name, sent_on from due_mail where sent_on is distinct from ${on}::date
      order by account_name limit 1 for update skip locked) due
    where due.account_name = m.account_name
    returning m.account_name as account, m.address, due.sent_on as before`.execute(db)
  return rows[0]
}

export const putBack = (db: Db, { account, before }: Awaited) =>
  db.updateTable('due_mail').set({ sent_on: before }).where('account_name', '=', account).execute()
