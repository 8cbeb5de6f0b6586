import { sql } from 'kysely'
import type { Actor, Context, House, Province } from '#server/kernel/context.ts'
import { type Db, inSchema } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Sees } from './roles.ts'
import { digest, randomToken } from './secrets.ts'

const ABSOLUTE_HOURS = 12
const IDLE_MINUTES = 30

/** Where a browser speaks from, as the session list shows it. */
export interface Visitor {
  address: string
  browser: string | undefined
  /** The long-lived mark of a browser that signed in before. */
  device: string | undefined
}

/** An actor who came through the door: the own-account operations need to know which session. */
export interface SignedIn extends Actor {
  accountId: number
  sessionId: number
}

export function signedIn({ actor }: Context): SignedIn {
  if ('sessionId' in actor) return actor as SignedIn
  throw new Refusal(
    'invalid',
    'Việc này thuộc về người đang đăng nhập. Từ dòng lệnh hãy dùng: ngangtam user …',
  )
}

/** A fresh token for the browser; the table keeps its hash, and the browser becomes a known one. */
export async function openSession(
  db: Db,
  province: Province,
  account_id: number,
  visitor: Visitor,
): Promise<{ session: string; device: string }> {
  const token = randomToken()
  const device = visitor.device ?? randomToken()
  await db
    .insertInto('session')
    .values({
      token_hash: digest(token),
      account_id,
      address: visitor.address,
      browser: visitor.browser?.slice(0, 300) ?? null,
      expires_at: sql`now() + make_interval(hours => ${ABSOLUTE_HOURS})`,
    })
    .execute()
  await db
    .insertInto('known_device')
    .values({ token_hash: digest(device), account_id, address: visitor.address })
    .onConflict((conflict) =>
      conflict
        .columns(['token_hash', 'account_id'])
        .doUpdateSet({ address: visitor.address, seen_at: sql`now()` }),
    )
    .execute()
  await db.deleteFrom('session').where('expires_at', '<', sql<string>`now()`).execute()
  return { session: `${province.code}.${token}`, device }
}

export async function signOut(house: House, cookie: string): Promise<void> {
  const [, token = ''] = cookie.split('.')
  await house.database.db.transaction().execute(async (db) => {
    const province = await provinceOf(db, cookie)
    if (!province) return
    await inSchema(db, province.schema_name)
    await db.deleteFrom('session').where('token_hash', '=', digest(token)).execute()
  })
}

/** What still counts as a session: neither too old nor left alone too long. */
export const alive = sql<boolean>`session.expires_at > now()
  and session.last_seen_at > now() - make_interval(mins => ${IDLE_MINUTES})`

/** Who a cookie belongs to, as long as its session and account live: asked at every request. */
export async function sessionOf(
  house: House,
  cookie: string,
): Promise<{ province: Province; actor: SignedIn } | undefined> {
  const [, token = ''] = cookie.split('.')
  return house.database.db.transaction().execute(async (db) => {
    const province = await provinceOf(db, cookie)
    if (!province) return undefined
    await inSchema(db, province.schema_name)
    const found = await db
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .innerJoin('role', 'role.code', 'account.role')
      .leftJoin('unit', 'unit.id', 'account.unit_id')
      .select([
        'session.id as session_id',
        'account.id as account_id',
        'username',
        'role.code as role',
      ])
      .select(['sees'])
      .select(['display_name', 'position', 'account.unit_id', 'cadre_id', 'tree_from', 'tree_to'])
      .select(sql<boolean>`session.last_seen_at < now() - interval '1 minute'`.as('stale'))
      .where('token_hash', '=', digest(token))
      .where('disabled_at', 'is', null)
      .where(alive)
      .executeTakeFirst()
    if (!found) return undefined
    if (found.stale) await touch(db, found.session_id)
    const sees: Sees = found.sees as Sees
    const actor: SignedIn = {
      accountId: found.account_id,
      sessionId: found.session_id,
      name: found.username,
      displayName: found.display_name,
      position: found.position,
      role: found.role,
      unitId: found.unit_id,
      cadreId: found.cadre_id,
      scope: sees === 'province' ? null : { from: found.tree_from ?? -1, to: found.tree_to ?? -1 },
    }
    return { province, actor }
  })
}

async function touch(db: Db, id: number): Promise<void> {
  await db.updateTable('session').set({ last_seen_at: sql`now()` }).where('id', '=', id).execute()
}

export async function provinceOf(db: Db, cookie: string): Promise<Province | undefined> {
  const [code = ''] = cookie.split('.')
  return db
    .withSchema('public')
    .selectFrom('province')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
}

/** Of one account: all sessions, or all but the one that asks. */
export async function endSessions(db: Db, accountId: number, except?: number): Promise<void> {
  await db.deleteFrom('sign_in_step').where('account_id', '=', accountId).execute()
  await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(except !== undefined, (rows) => rows.where('id', '!=', except ?? 0))
    .execute()
}
