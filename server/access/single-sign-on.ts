import { z } from 'zod'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { accountToChange, mustAdminister } from './administration.ts'
import { onClosedTables } from './closed-tables.ts'
import { isLoopback } from './single-sign-on-requests.ts'

const issuerAddress = z
  .url('Địa chỉ nhà cung cấp phải là một địa chỉ web đầy đủ.')
  .refine(
    (text) => text.startsWith('https:') || (text.startsWith('http:') && isLoopback(text)),
    'Nhà cung cấp phải dùng https.',
  )

export const setSingleSignOn = command({
  name: 'access.set_single_sign_on',
  input: z.object({
    issuer: issuerAddress,
    clientId: z.string().trim().min(1, 'Hãy ghi mã ứng dụng đã đăng ký với nhà cung cấp.'),
    label: z.string().trim().min(1, 'Hãy ghi tên hiện trên nút đăng nhập.').max(60),
  }),
  output: z.object({ set: z.literal(true) }),
  async run(ctx, { issuer, clientId, label }) {
    await mustAdminister(ctx)
    await onClosedTables(ctx, async (db) => {
      await db.deleteFrom('single_sign_on').execute()
      await db.insertInto('single_sign_on').values({ issuer, client_id: clientId, label }).execute()
    })
    return { set: true as const }
  },
})

export const endSingleSignOn = command({
  name: 'access.end_single_sign_on',
  input: z.object({}),
  output: z.object({ ended: z.literal(true) }),
  async run(ctx) {
    await mustAdminister(ctx)
    await onClosedTables(ctx, (db) => db.deleteFrom('single_sign_on').execute())
    return { ended: true as const }
  },
})

/** Only here does a stranger at the provider become somebody in the house. */
export const linkAccount = command({
  name: 'access.link_account',
  input: z.object({
    username: z.string(),
    /** `sub` of the provider; empty unlinks. */
    subject: z.string().trim().max(255).nullable(),
  }),
  output: z.object({ username: z.string(), subject: z.string().nullable() }),
  async run(ctx, { username, subject }) {
    await mustAdminister(ctx)
    return onClosedTables(ctx, async (db) => {
      const account = await accountToChange(db, username)
      const provider = await db.selectFrom('single_sign_on').selectAll().executeTakeFirst()
      if (subject && !provider)
        throw new Refusal('invalid', 'Tỉnh chưa khai báo nhà cung cấp đăng nhập một lần.')
      const sso_issuer = subject && provider ? provider.issuer : null
      const taken = await db
        .selectFrom('account')
        .select('username')
        .where('sso_issuer', '=', sso_issuer)
        .where('sso_subject', '=', subject || null)
        .where('id', '!=', account.id)
        .executeTakeFirst()
      if (taken)
        throw new Refusal(
          'conflict',
          `Mã người dùng này đã nối với tài khoản “${taken.username}”. Hãy bỏ nối ở đó trước.`,
        )
      await db
        .updateTable('account')
        .set({ sso_issuer, sso_subject: subject || null })
        .where('id', '=', account.id)
        .execute()
      return { username, subject: subject || null }
    })
  },
})
