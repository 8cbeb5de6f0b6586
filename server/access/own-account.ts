import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { onClosedTables } from './closed-tables.ts'
import { passwordMatches } from './passwords.ts'
import {
  acceptsSecondFactor,
  confirmEnrolment,
  needsSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  startEnrolment,
  wrongCode,
} from './second-factor.ts'
import { endSessions, signedIn } from './sessions.ts'
import { setPassword } from './sign-in-finish.ts'

const currentPassword = z.string().min(1, 'Hãy nhập mật khẩu đang dùng.')
const code = z.string().trim().min(6, 'Hãy nhập mã trên điện thoại, hoặc một mã dự phòng.').max(40)
const codes = z.object({ recoveryCodes: z.array(z.string()) })

export const ownAccount = query({
  name: 'access.own_account',
  input: z.object({}),
  output: z.object({
    username: z.string(),
    displayName: z.string(),
    singleSignOn: z.boolean(),
    secondFactor: z.object({
      on: z.boolean(),
      required: z.boolean(),
      recoveryCodesLeft: z.number(),
    }),
  }),
  async run(ctx) {
    const { accountId } = signedIn(ctx)
    return onClosedTables(ctx, async (db) => {
      const account = await accountOf(db, accountId)
      const { left } = await db
        .selectFrom('recovery_code')
        .select(sql<number>`count(*)`.as('left'))
        .where('account_id', '=', accountId)
        .where('used_at', 'is', null)
        .executeTakeFirstOrThrow()
      return {
        username: account.username,
        displayName: account.display_name,
        singleSignOn: account.sso_subject !== null,
        secondFactor: {
          on: account.totp_confirmed_at !== null,
          required: await needsSecondFactor(db, account.role, ctx.province),
          recoveryCodesLeft: Number(left),
        },
      }
    })
  },
})

/** Whoever changes it keeps this session; every other one ends. */
export const changePassword = command({
  name: 'access.change_password',
  input: z.object({ currentPassword, newPassword: z.string() }),
  output: z.object({ changed: z.literal(true) }),
  async run(ctx, { currentPassword, newPassword }) {
    const { sessionId } = signedIn(ctx)
    return onClosedTables(ctx, async (db) => {
      const account = await proven(ctx, db, currentPassword)
      await setPassword(db, ctx.province, account, newPassword)
      await endSessions(db, account.id, sessionId)
      return { changed: true as const }
    })
  },
})

export const startSecondFactor = command({
  name: 'access.start_second_factor',
  input: z.object({ currentPassword }),
  output: z.object({ secretKey: z.string(), uri: z.string() }),
  async run(ctx, { currentPassword }) {
    return onClosedTables(ctx, async (db) => {
      const account = await proven(ctx, db, currentPassword)
      if (account.totp_confirmed_at !== null)
        throw new Refusal('conflict', 'Xác thực hai bước đang bật. Hãy tắt trước khi đổi máy.')
      return startEnrolment(db, account, ctx.province)
    })
  },
})

export const confirmSecondFactor = command({
  name: 'access.confirm_second_factor',
  input: z.object({ code }),
  output: codes,
  async run(ctx, { code }) {
    const { accountId } = signedIn(ctx)
    return onClosedTables(ctx, async (db) => {
      const account = await accountOf(db, accountId)
      if (account.totp_confirmed_at !== null)
        throw new Refusal('conflict', 'Xác thực hai bước đã bật từ trước. Chưa đổi gì.')
      return { recoveryCodes: await confirmEnrolment(db, account, code) }
    })
  },
})

export const removeOwnSecondFactor = command({
  name: 'access.remove_second_factor',
  input: z.object({ currentPassword, code }),
  output: z.object({ removed: z.literal(true) }),
  async run(ctx, { currentPassword, code }) {
    return onClosedTables(ctx, async (db) => {
      const account = await proven(ctx, db, currentPassword)
      if (!(await acceptsSecondFactor(db, account, code))) throw wrongCode()
      await removeSecondFactor(db, account.id)
      return { removed: true as const }
    })
  },
})

export const renewOwnRecoveryCodes = command({
  name: 'access.renew_recovery_codes',
  input: z.object({ currentPassword, code }),
  output: codes,
  async run(ctx, { currentPassword, code }) {
    return onClosedTables(ctx, async (db) => {
      const account = await proven(ctx, db, currentPassword)
      if (!(await acceptsSecondFactor(db, account, code))) throw wrongCode()
      return { recoveryCodes: await renewRecoveryCodes(db, account.id) }
    })
  },
})

/** A browser left open must not be enough to take the account over. */
async function proven(ctx: Context, db: Db, password: string) {
  const account = await accountOf(db, signedIn(ctx).accountId)
  if (await passwordMatches(account.password_hash, password)) return account
  throw new Refusal('invalid', 'Mật khẩu đang dùng chưa đúng. Chưa đổi gì.')
}

const accountOf = (db: Db, id: number) =>
  db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
