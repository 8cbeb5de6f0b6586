import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { accountToChange, mustAdminister, mustBeFree } from './administration.ts'
import { onClosedTables } from './closed-tables.ts'
import { hashPassword } from './passwords.ts'
import { roleNamed } from './roles.ts'
import { removeSecondFactor } from './second-factor.ts'
import { readableSecret } from './secrets.ts'
import { endSessions } from './sessions.ts'

export const usernameShape = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9._-]{1,39}$/,
    'Tên đăng nhập gồm 2–40 chữ cái không dấu, chữ số, dấu chấm, gạch nối.',
  )

const whole = wholeNumber.nullish()

/** Shown once to whoever gives it on; the owner must replace it at the first sign-in. */
const given = z.object({ username: z.string(), temporaryPassword: z.string() })

export const addAccount = command({
  name: 'access.add_account',
  input: z.object({
    username: usernameShape,
    displayName: z.string().trim().min(1, 'Hãy ghi họ tên.').max(120),
    position: z.string().trim().max(200).nullish(),
    role: z.string(),
    unitId: whole,
    /** The code of the unit, as the command line knows it. */
    unitCode: z.string().optional(),
    cadreId: whole,
  }),
  output: given,
  async run(ctx, input) {
    await mustAdminister(ctx)
    return onClosedTables(ctx, async (db) => {
      await mustBeFree(db, input.username)
      const { sees } = await roleNamed(db, input.role, ctx.today)
      const unit_id = sees === 'unit' ? await unitOf(db, input) : null
      // A head is a person too: known by the record, nobody reviews oneself.
      const isPerson = sees === 'own' || (sees === 'unit' && input.cadreId != null)
      const cadre_id = isPerson ? await cadreOf(db, input.cadreId) : null
      const temporaryPassword = readableSecret(4)
      const { username, displayName, position, role } = input
      await db
        .insertInto('account')
        .values({
          username,
          password_hash: await hashPassword(temporaryPassword),
          must_change_password: true,
          display_name: displayName,
          position: position || null,
          role,
          unit_id,
          cadre_id,
        })
        .execute()
      return { username, temporaryPassword }
    })
  },
})

/** Bites on the next request: the sessions go with it. */
export const disableAccount = command({
  name: 'access.disable_account',
  input: z.object({ username: z.string() }),
  output: z.object({ username: z.string(), disabled: z.boolean() }),
  async run(ctx, { username }) {
    await mustAdminister(ctx)
    if (username === ctx.actor.name)
      throw new Refusal('invalid', 'Không thể tự khóa tài khoản mình đang dùng.')
    return onClosedTables(ctx, async (db) => {
      const account = await accountToChange(db, username)
      await mustLeaveAnAdmin(ctx, db, account)
      await db
        .updateTable('account')
        .set({ disabled_at: sql`now()` })
        .where('id', '=', account.id)
        .execute()
      await endSessions(db, account.id)
      return { username, disabled: true }
    })
  },
})

export const enableAccount = command({
  name: 'access.enable_account',
  input: z.object({ username: z.string() }),
  output: z.object({ username: z.string(), disabled: z.boolean() }),
  async run(ctx, { username }) {
    await mustAdminister(ctx)
    return onClosedTables(ctx, async (db) => {
      const { id } = await accountToChange(db, username)
      await db.updateTable('account').set({ disabled_at: null }).where('id', '=', id).execute()
      return { username, disabled: false }
    })
  },
})

/** A forgotten password, or a lost phone with its recovery codes: whoever asks is known in person. */
export const resetAccount = command({
  name: 'access.reset_account',
  input: z.object({ username: z.string(), secondFactor: z.boolean().default(false) }),
  output: given,
  async run(ctx, { username, secondFactor }) {
    await mustAdminister(ctx)
    return onClosedTables(ctx, async (db) => {
      const { id } = await accountToChange(db, username)
      const temporaryPassword = readableSecret(4)
      await db
        .updateTable('account')
        .set({ password_hash: await hashPassword(temporaryPassword), must_change_password: true })
        .where('id', '=', id)
        .execute()
      if (secondFactor) await removeSecondFactor(db, id)
      await db.deleteFrom('known_device').where('account_id', '=', id).execute()
      await endSessions(db, id)
      return { username, temporaryPassword }
    })
  },
})

export const endAccountSessions = command({
  name: 'access.end_account_sessions',
  input: z.object({ username: z.string() }),
  output: z.object({ username: z.string() }),
  async run(ctx, { username }) {
    await mustAdminister(ctx)
    return onClosedTables(ctx, async (db) => {
      await endSessions(db, (await accountToChange(db, username)).id)
      return { username }
    })
  },
})

async function mustLeaveAnAdmin(ctx: Context, db: Db, account: { id: number; role: string }) {
  if (account.role !== 'admin' || ctx.province.demonstration) return
  const other = await db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .where('id', '!=', account.id)
    .executeTakeFirst()
  if (!other)
    throw new Refusal(
      'conflict',
      'Đây là người quản trị duy nhất của tỉnh. Hãy thêm một người quản trị khác trước khi khóa.',
    )
}

async function unitOf(db: Db, input: { unitId?: number | null; unitCode?: string }) {
  const unit = await db
    .selectFrom('unit')
    .select('id')
    .$if(input.unitCode !== undefined, (rows) => rows.where('code', '=', input.unitCode ?? ''))
    .$if(input.unitCode === undefined, (rows) => rows.where('id', '=', input.unitId ?? 0))
    .executeTakeFirst()
  if (unit) return unit.id
  throw new Refusal('invalid', 'Cán bộ tổ chức của đơn vị phải gắn với một đơn vị có thật.')
}

async function cadreOf(db: Db, cadreId: number | null | undefined) {
  const found = await db
    .selectFrom('cadre')
    .select('id')
    .where('id', '=', cadreId ?? 0)
    .executeTakeFirst()
  if (found) return found.id
  throw new Refusal('invalid', 'Tài khoản cán bộ phải gắn với số hồ sơ của chính người đó.')
}
