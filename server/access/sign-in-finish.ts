import { sql } from 'kysely'
import type { House, Province } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { recordRefusal } from './entries.ts'
import { checkPassword, hashPassword, passwordMatches } from './passwords.ts'
import {
  acceptsSecondFactor,
  confirmEnrolment,
  startEnrolment,
  wrongCode,
} from './second-factor.ts'
import { digest } from './secrets.ts'
import { endSessions, provinceOf, type Visitor } from './sessions.ts'
import { type AccountRow, type NextStep, type Progress, proceed, within } from './sign-in-steps.ts'
import { forgive, placeOf, tooOften, waitBeforeTry } from './throttle.ts'

interface Standing {
  db: Db
  province: Province
  account: AccountRow
}

/** What the browser that holds this step is asked for; undefined when the step has run out. */
export async function stepOf(house: House, cookie: string): Promise<NextStep | undefined> {
  const province = await provinceOf(house.database.db, cookie)
  if (!province) return undefined
  return within(house, province, async (db) => (await stepRow(db, cookie))?.awaits as NextStep)
}

/** The six digits, or a recovery code. Wrong ones are counted by account and place. */
export async function finishWithCode(
  house: House,
  cookie: string,
  code: string,
  visitor: Visitor,
): Promise<Progress> {
  const outcome = await standing(house, cookie, 'code', async ({ db, province, account }) => {
    const place = await placeOf(db, account.username, visitor.device, visitor.address)
    const who = `${account.username} (code)`
    const wait = await waitBeforeTry(db, who, place)
    if (wait > 0) return tooOften(wait)
    if (!(await acceptsSecondFactor(db, account, code))) {
      await recordRefusal(house, db, province, account, { who, address: visitor.address })
      return wrongCode()
    }
    await forgive(db, who, place)
    await endStep(db, cookie)
    return proceed(house, db, province, account, visitor, ['code'])
  })
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

/** An own password in place of the one somebody else gave. */
export function finishWithPassword(
  house: House,
  cookie: string,
  password: string,
  visitor: Visitor,
): Promise<Progress> {
  return standing(house, cookie, 'password', async ({ db, province, account }) => {
    await setPassword(db, province, account, password)
    await endSessions(db, account.id)
    return proceed(house, db, province, account, visitor, ['code', 'password'])
  })
}

export function startStepEnrolment(house: House, cookie: string) {
  return standing(house, cookie, 'enrol', ({ db, province, account }) =>
    startEnrolment(db, account, province),
  )
}

/** The role asks for a second factor: the first sign-in sets it up. */
export function finishEnrolment(
  house: House,
  cookie: string,
  code: string,
  visitor: Visitor,
): Promise<{ progress: Progress; recoveryCodes: string[] }> {
  return standing(house, cookie, 'enrol', async ({ db, province, account }) => {
    const recoveryCodes = await confirmEnrolment(db, account, code)
    await endStep(db, cookie)
    const done: NextStep[] = ['code', 'password', 'enrol']
    return { progress: await proceed(house, db, province, account, visitor, done), recoveryCodes }
  })
}

/** The one place a password is written. A repeated old one is no change. */
export async function setPassword(
  db: Db,
  province: Province,
  account: AccountRow,
  password: string,
): Promise<void> {
  checkPassword(password, account.username, province)
  if (await passwordMatches(account.password_hash, password))
    throw new Refusal('invalid', 'Mật khẩu mới trùng mật khẩu đang dùng. Chưa đổi gì.')
  await db
    .updateTable('account')
    .set({ password_hash: await hashPassword(password), must_change_password: false })
    .where('id', '=', account.id)
    .execute()
}

async function standing<T>(
  house: House,
  cookie: string,
  awaits: NextStep,
  work: (at: Standing) => Promise<T>,
): Promise<T> {
  const province = await provinceOf(house.database.db, cookie)
  if (!province) throw ranOut()
  return within(house, province, async (db) => {
    const step = await stepRow(db, cookie)
    if (step?.awaits !== awaits) throw ranOut()
    const account = await db
      .selectFrom('account')
      .selectAll()
      .where('id', '=', step.account_id)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!account) throw ranOut()
    return work({ db, province, account })
  })
}

const stepRow = (db: Db, cookie: string) =>
  db
    .selectFrom('sign_in_step')
    .selectAll()
    .where('token_hash', '=', digest(cookie.split('.')[1] ?? ''))
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()

const endStep = (db: Db, cookie: string) =>
  db
    .deleteFrom('sign_in_step')
    .where('token_hash', '=', digest(cookie.split('.')[1] ?? ''))
    .execute()

const ranOut = () =>
  new Refusal('unauthenticated', 'Lượt đăng nhập này đã quá mười phút. Hãy đăng nhập lại từ đầu.')
