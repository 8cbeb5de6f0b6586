import { sql } from 'kysely'
import { z } from 'zod'
import type { House, Province } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { usernameShape } from './accounts.ts'
import { onClosedTables } from './closed-tables.ts'
import { recordSignIn } from './entries.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { asTyped, digest, readableSecret } from './secrets.ts'
import type { Visitor } from './sessions.ts'
import { accountNamed, within } from './sign-in-steps.ts'
import { forgive, tooOften, waitBeforeTry } from './throttle.ts'

export const setUpInput = z.object({
  province: z.string().min(1),
  code: z.string().min(1, 'Hãy nhập mã thiết lập.').max(100),
  username: usernameShape,
  displayName: z.string().trim().min(1, 'Hãy ghi họ tên.').max(120),
  password: z.string(),
})

/** A real province in which nobody can sign in yet. */
export async function awaitsSetUp(db: Db, province: Province): Promise<boolean> {
  if (province.demonstration) return false
  return !(await db.selectFrom('account').select('id').limit(1).executeTakeFirst())
}

/** A fresh code, good for a day; the one before is worth nothing from now on. */
export async function issueSetUpCode(db: Db): Promise<string> {
  const code = readableSecret(4)
  await db.deleteFrom('set_up_code').execute()
  await db
    .insertInto('set_up_code')
    .values({ code_hash: digest(code), expires_at: sql`now() + interval '1 day'` })
    .execute()
  return code
}

/** For the command line: whoever holds the server holds the first key. */
export const setUpCode = command({
  name: 'access.issue_set_up_code',
  input: z.object({}),
  output: z.object({ code: z.string() }),
  async run(ctx) {
    return onClosedTables(ctx, async (db) => {
      if (!(await awaitsSetUp(db, ctx.province)))
        throw new Refusal(
          'conflict',
          'Tỉnh này đã có tài khoản. Hãy nhờ người quản trị, hoặc dùng: ngangtam user reset',
        )
      return { code: await issueSetUpCode(db) }
    })
  },
})

/** The first administrator chooses the own password: there is no default one to forget. */
export async function setUp(
  house: House,
  province: Province,
  input: z.output<typeof setUpInput>,
  visitor: Visitor,
): Promise<void> {
  const refused = await within(house, province, async (db) => {
    const place = { key: `address:${visitor.address}`, known: false }
    const wait = await waitBeforeTry(db, '(set-up)', place)
    if (wait > 0) return tooOften(wait)
    checkPassword(input.password, input.username, province)
    if (!(await awaitsSetUp(db, province)) || !(await usesUp(db, input.code))) return wrongCode()
    await forgive(db, '(set-up)', place)
    await db
      .insertInto('account')
      .values({
        username: input.username,
        password_hash: await hashPassword(input.password),
        display_name: input.displayName,
        role: 'admin',
      })
      .execute()
    const account = await accountNamed(db, input.username)
    if (account) await recordSignIn(house, db, province, account, 'access.set_up')
    return undefined
  })
  if (refused) throw refused
}

async function usesUp(db: Db, code: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('set_up_code')
    .where('code_hash', '=', digest(asTyped(code)))
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

const wrongCode = () =>
  new Refusal(
    'forbidden',
    'Mã thiết lập chưa đúng, đã dùng hoặc đã quá một ngày. Người vận hành máy chủ lấy mã mới bằng: ngangtam user set-up --province <mã tỉnh>',
  )
