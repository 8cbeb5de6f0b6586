import type { Actor, House, Province } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { failuresOf } from './throttle.ts'

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
  more: object = {},
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
  await house.appendAudit(ctx, operation, { username: account.username, ...more })
}

/**
 * A wrong try at an account leaves an entry, but a flood must not grow the log: one at the first, at
 * the fifth, and whenever their number has doubled since. Names nobody has leave none.
 */
export async function recordRefusal(
  house: House,
  db: Db,
  province: Province,
  account: Person | undefined,
  { who, address }: { who: string; address: string },
): Promise<void> {
  if (!account) return
  const tries = await failuresOf(db, who)
  if (tries !== 1 && !Number.isInteger(Math.log2(tries / 5))) return
  await recordSignIn(house, db, province, account, 'access.sign_in_refused', { address, tries })
}
