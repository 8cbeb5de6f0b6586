import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { digest } from './secrets.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Without TLS only on this machine, where a provider is tried out. */
export const isLoopback = (issuer: string): boolean => LOOPBACK.has(new URL(issuer).hostname)

export const providerOf = (db: Db) => db.selectFrom('single_sign_on').selectAll().executeTakeFirst()

/** What the button at the door says; null without a provider. */
export async function singleSignOnLabel(db: Db): Promise<string | null> {
  return (await providerOf(db))?.label ?? null
}

interface Sent {
  state: string
  nonce: string
  verifier: string
  returnTo: string
}

export async function rememberRequest(db: Db, sent: Sent): Promise<void> {
  await db
    .deleteFrom('single_sign_on_request')
    .where('expires_at', '<', sql<string>`now()`)
    .execute()
  await db
    .insertInto('single_sign_on_request')
    .values({
      state_hash: digest(sent.state),
      nonce: sent.nonce,
      verifier: sent.verifier,
      return_to: sent.returnTo,
      expires_at: sql`now() + interval '10 minutes'`,
    })
    .execute()
}

/** Read and gone in one statement: a way back is walked once. */
export function takeRequest(db: Db, state: string) {
  return db
    .deleteFrom('single_sign_on_request')
    .where('state_hash', '=', digest(state))
    .where('expires_at', '>', sql<string>`now()`)
    .returningAll()
    .executeTakeFirst()
}

/** By the provider of this day: a link made for another one opens nothing. */
export async function accountLinkedTo(db: Db, subject: string) {
  const provider = await providerOf(db)
  if (!provider) return undefined
  return db
    .selectFrom('account')
    .selectAll()
    .where('sso_issuer', '=', provider.issuer)
    .where('sso_subject', '=', subject)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}
