import { sql } from 'kysely'
import { generateSecret, generateURI, verify } from 'otplib'
import type { Province } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { asTyped, digest, readableSecret } from './secrets.ts'

/** A phone's clock may be half a minute off. */
const TOLERANCE = 30
const RECOVERY_CODES = 10

interface Holder {
  id: number
  username: string
  totp_secret: string | null
  totp_last_step: number
}

/** A fresh secret; it is asked for only after a first code proved that the phone has it. */
export async function startEnrolment(
  db: Db,
  account: Pick<Holder, 'id' | 'username'>,
  province: Province,
): Promise<{ secretKey: string; uri: string }> {
  const secretKey = generateSecret()
  await db
    .updateTable('account')
    .set({ totp_secret: secretKey, totp_confirmed_at: null, totp_last_step: 0 })
    .where('id', '=', account.id)
    .execute()
  const issuer = `Ngang Tầm ${province.name}`
  return { secretKey, uri: generateURI({ issuer, label: account.username, secret: secretKey }) }
}

/** The first code confirms; the ten recovery codes are answered once and kept as hashes only. */
export async function confirmEnrolment(db: Db, account: Holder, code: string): Promise<string[]> {
  if (!(await acceptsCode(db, account, code))) throw wrongCode()
  await db
    .updateTable('account')
    .set({ totp_confirmed_at: sql`now()` })
    .where('id', '=', account.id)
    .execute()
  return renewRecoveryCodes(db, account.id)
}

export async function renewRecoveryCodes(db: Db, account_id: number): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => readableSecret(3))
  await db.deleteFrom('recovery_code').where('account_id', '=', account_id).execute()
  await db
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ account_id, code_hash: digest(code) })))
    .execute()
  return codes
}

export async function removeSecondFactor(db: Db, id: number): Promise<void> {
  await db
    .updateTable('account')
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: 0 })
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('recovery_code').where('account_id', '=', id).execute()
}

/** Six digits of the phone, or a recovery code; either opens once. */
export async function acceptsSecondFactor(db: Db, account: Holder, typed: string) {
  const code = asTyped(typed)
  if (/^\d{6}$/.test(code)) return acceptsCode(db, account, code)
  const used = await db
    .updateTable('recovery_code')
    .set({ used_at: sql`now()` })
    .where('account_id', '=', account.id)
    .where('code_hash', '=', digest(code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}

/** The step of an accepted code is kept: that code and all before it open nothing more. */
async function acceptsCode(db: Db, account: Holder, typed: string): Promise<boolean> {
  const token = asTyped(typed)
  if (!account.totp_secret || !/^\d{6}$/.test(token)) return false
  const result = await verify({
    secret: account.totp_secret,
    token,
    epochTolerance: TOLERANCE,
    afterTimeStep: account.totp_last_step || undefined,
  })
  if (!result.valid || !('timeStep' in result)) return false
  // Two requests with one code: the row lets only the first of them pass.
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ totp_last_step: result.timeStep })
    .where('id', '=', account.id)
    .where('totp_last_step', '<', result.timeStep)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const wrongCode = () =>
  new Refusal(
    'invalid',
    'Mã xác thực chưa đúng hoặc đã dùng rồi. Hãy đợi mã mới trên điện thoại và xem giờ của điện thoại có đúng không.',
  )

/** By the role's row, outside demonstrations: nobody has to own a phone to look around. */
export async function needsSecondFactor(db: Db, role: string, province: Province) {
  if (province.demonstration) return false
  const row = await db
    .selectFrom('role_requirement')
    .select('second_factor')
    .where('role', '=', role)
    .executeTakeFirst()
  return row?.second_factor ?? true
}
