import type { Actor, House, Province } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'

interface Person {
  username: string
  display_name: string
  position: string | null
  role: string
}

/** Signing in is no operation behind the door; it leaves an entry in the audit all the same. */
export async function recordSignIn(
  house: House,
  db: Db,
  province: Province,
  account: Person,
  operation = 'access.sign_in',
): Promise<void> {
  const actor: Actor = {
    name: account.username,
    displayName: account.display_name,
    position: account.position,
    role: account.role,
    scope: null,
    unitId: null,
    cadreId: null,
  }
  const ctx = { db, province, actor, today: house.today(), house }
  await house.appendAudit(ctx, operation, { username: account.username })
}
