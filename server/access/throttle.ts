import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { digest } from './secrets.ts'

/** Typing errors cost nothing; after these the wait doubles with each wrong try. */
const FREE = 5
const LONGEST_WAIT = 15 * 60
/** So many wrong tries at one account from strange addresses in a quarter of an hour are an attack. */
const ALARM = 50
const WAIT_UNDER_ALARM = 60

/** Where a try comes from: a browser the account has used before, or an address. */
export interface Place {
  key: string
  known: boolean
}

/**
 * A browser that signed in before has its own count: whoever guesses from elsewhere, or even from the
 * same address, cannot lock it out.
 */
export async function placeOf(
  db: Db,
  username: string,
  device: string | undefined,
  address: string,
): Promise<Place> {
  const known = await db
    .selectFrom('known_device')
    .innerJoin('account', 'account.id', 'known_device.account_id')
    .select(['token_hash', 'address'])
    .where('username', '=', username)
    .execute()
  const token_hash = device && digest(device)
  if (known.some((one) => one.token_hash === token_hash))
    return { key: `device:${token_hash}`, known: true }
  return { key: `address:${address}`, known: known.some((one) => one.address === address) }
}

/**
 * Counts a try before it is checked, so that a thousand at once are a thousand; a right one is
 * forgiven afterwards. Answers how many seconds to wait, 0 when the try may go on. Who shows a right
 * code of the second factor is trusted and does not wait: codes cannot be had by guessing passwords.
 */
export async function waitBeforeTry(
  db: Db,
  who: string,
  place: Place,
  trusted = false,
): Promise<number> {
  await db
    .insertInto('sign_in_failure')
    .values({ who, place: place.key })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db
    .selectFrom('sign_in_failure')
    .select(['failures', sql<number>`extract(epoch from clock_timestamp() - last_at)`.as('ago')])
    .where('who', '=', who)
    .where('place', '=', place.key)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const alarmed = !place.known && (await isUnderAttack(db, who))
  const wait = trusted ? 0 : Math.max(waitAfter(row.failures), alarmed ? WAIT_UNDER_ALARM : 0)
  if (wait > Number(row.ago)) return Math.ceil(wait - Number(row.ago))
  await db
    .updateTable('sign_in_failure')
    .set({ failures: row.failures + 1, last_at: sql`clock_timestamp()` })
    .where('who', '=', who)
    .where('place', '=', place.key)
    .execute()
  return 0
}

export const waitAfter = (failures: number): number =>
  failures < FREE ? 0 : Math.min(LONGEST_WAIT, 2 ** (failures - FREE + 1))

async function isUnderAttack(db: Db, who: string): Promise<boolean> {
  const { failures } = await db
    .selectFrom('sign_in_failure')
    .select(sql<number>`coalesce(sum(failures), 0)`.as('failures'))
    .where('who', '=', who)
    .where('place', 'like', 'address:%')
    .where('last_at', '>', sql<string>`clock_timestamp() - interval '15 minutes'`)
    .executeTakeFirstOrThrow()
  return Number(failures) >= ALARM
}

/** Wrong tries at an account since the last right ones, from wherever. */
export async function failuresOf(db: Db, who: string): Promise<number> {
  const { failures } = await db
    .selectFrom('sign_in_failure')
    .select(sql<number>`coalesce(sum(failures), 0)`.as('failures'))
    .where('who', '=', who)
    .executeTakeFirstOrThrow()
  return Number(failures)
}

/** After a right try; and what is a day old is forgotten with it. */
export async function forgive(db: Db, who: string, place: Place): Promise<void> {
  await db
    .deleteFrom('sign_in_failure')
    .where((row) =>
      row.or([
        row.and([row('who', '=', who), row('place', '=', place.key)]),
        row('last_at', '<', sql<string>`clock_timestamp() - interval '1 day'`),
      ]),
    )
    .execute()
}

export function tooOften(seconds: number): Refusal {
  const span = seconds < 90 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`
  return new Refusal(
    'forbidden',
    `Đã thử sai nhiều lần. Hãy đợi ${span} rồi thử lại, hoặc dùng máy vẫn thường đăng nhập. Nếu quên mật khẩu, hãy nhờ người quản trị của tỉnh cấp lại.`,
    { waitSeconds: seconds },
  )
}
