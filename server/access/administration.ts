import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { ownRole } from './roles.ts'

/** The officer of a demonstration may; in real use accounts and personnel are two people's work. */
export async function administers(ctx: Context): Promise<boolean> {
  if (ctx.actor.role === 'system') return true
  const { rights, sees } = await ownRole(ctx)
  return rights.has('accounts.decide') && (sees === 'none' || ctx.province.demonstration)
}

export async function mustAdminister(ctx: Context): Promise<void> {
  if (await administers(ctx)) return
  throw new Refusal(
    'forbidden',
    'Tài khoản do người quản trị tài khoản của tỉnh trông coi, tách khỏi việc quản lý hồ sơ. Hãy nhờ người quản trị.',
  )
}

export async function accountToChange(db: Db, username: string) {
  const account = await db
    .selectFrom('account')
    .select(['id', 'role', 'disabled_at'])
    .where('username', '=', username.trim().toLowerCase())
    .executeTakeFirst()
  if (account) return account
  throw new Refusal('not_found', `Tỉnh này không có tài khoản “${username}”. Chưa đổi gì.`)
}

export async function mustBeFree(db: Db, username: string): Promise<void> {
  const taken = await db
    .selectFrom('account')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirst()
  if (taken)
    throw new Refusal('conflict', `Đã có tài khoản “${username}”. Hãy chọn tên đăng nhập khác.`)
}

/** A province's provider secret is in the environment of the server and nowhere else. */
export const secretVariable = (provinceCode: string): string =>
  `OIDC_SECRET_${provinceCode.toUpperCase().replaceAll('-', '_')}`
