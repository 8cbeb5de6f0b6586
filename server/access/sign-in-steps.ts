import { sql } from 'kysely'
import { z } from 'zod'
import type { House, Province } from '#server/kernel/context.ts'
import { type Db, inSchema } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { recordRefusal, recordSignIn } from './entries.ts'
import { passwordMatches } from './passwords.ts'
import { acceptsSecondFactor, needsSecondFactor } from './second-factor.ts'
import { digest, randomToken } from './secrets.ts'
import { openSession, type Visitor } from './sessions.ts'
import { forgive, placeOf, tooOften, waitBeforeTry } from './throttle.ts'

export const signInInput = z.object({
  province: z.string().min(1, 'Hãy chọn tỉnh.'),
  username: z.string().trim().toLowerCase().min(1, 'Hãy nhập tên đăng nhập.').max(200),
  password: z.string().min(1, 'Hãy nhập mật khẩu.'),
  /** Beside the password it shows a stranger's address to be the owner's. */
  code: z.string().max(40).optional(),
})

/** What a sign-in still asks for before it opens a session. */
export type NextStep = 'code' | 'password' | 'enrol'

export type Progress =
  | { kind: 'open'; session: string; device: string }
  | { kind: 'awaits'; awaits: NextStep; step: string }

export type AccountRow = NonNullable<Resolved<ReturnType<typeof accountNamed>>>
type Resolved<T> = T extends Promise<infer R> ? R : T

/** The first step. A wrong try must be remembered, so it is answered and not thrown inside. */
export async function signIn(
  house: House,
  province: Province,
  input: z.output<typeof signInInput>,
  visitor: Visitor,
): Promise<Progress> {
  const outcome = await within(house, province, async (db) => {
    const account = await accountNamed(db, input.username)
    const place = await placeOf(db, input.username, visitor.device, visitor.address)
    const hasCode =
      input.code !== undefined &&
      account?.totp_confirmed_at != null &&
      (await acceptsSecondFactor(db, account, input.code))
    const wait = await waitBeforeTry(db, input.username, place, hasCode)
    if (wait > 0) return tooOften(wait)
    const matches = await passwordMatches(account?.password_hash, input.password)
    const guessedCode = input.code !== undefined && account?.totp_confirmed_at != null && !hasCode
    if (!account || !matches || guessedCode) {
      const tried = { who: input.username, address: visitor.address }
      await recordRefusal(house, db, province, account, tried)
      return wrongPassword()
    }
    await forgive(db, input.username, place)
    return proceed(house, db, province, account, visitor, hasCode ? ['code'] : [])
  })
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

const wrongPassword = () =>
  new Refusal(
    'unauthenticated',
    'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock.',
  )

/** Opens a session, or the next step: second factor first, so that nobody else chooses a password. */
export async function proceed(
  house: House,
  db: Db,
  province: Province,
  account: AccountRow,
  visitor: Visitor,
  done: readonly NextStep[],
): Promise<Progress> {
  const awaits = await nextOf(db, province, account, done)
  if (!awaits) {
    await recordSignIn(house, db, province, account)
    return { kind: 'open', ...(await openSession(db, province, account.id, visitor)) }
  }
  const step = randomToken()
  await db.deleteFrom('sign_in_step').where('expires_at', '<', sql<string>`now()`).execute()
  await db
    .insertInto('sign_in_step')
    .values({
      token_hash: digest(step),
      account_id: account.id,
      awaits,
      expires_at: sql`now() + interval '10 minutes'`,
    })
    .execute()
  return { kind: 'awaits', awaits, step: `${province.code}.${step}` }
}

async function nextOf(
  db: Db,
  province: Province,
  account: AccountRow,
  done: readonly NextStep[],
): Promise<NextStep | undefined> {
  const enrolled = account.totp_confirmed_at !== null
  if (enrolled && !done.includes('code')) return 'code'
  if (account.must_change_password && !done.includes('password')) return 'password'
  const needs = await needsSecondFactor(db, account.role, province)
  return needs && !enrolled && !done.includes('enrol') ? 'enrol' : undefined
}

export function accountNamed(db: Db, username: string) {
  return db
    .selectFrom('account')
    .selectAll()
    .where('username', '=', username)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

/** One transaction on a province's own tables, without a role: nobody has signed in yet. */
export function within<T>(house: House, province: Province, work: (db: Db) => Promise<T>) {
  return house.database.db.transaction().execute(async (db) => {
    await inSchema(db, province.schema_name)
    return work(db)
  })
}
