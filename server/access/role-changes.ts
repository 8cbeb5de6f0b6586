import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Sees } from './roles.ts'

export const decisionNo = z
  .string()
  .trim()
  .min(1, 'Hãy ghi số quyết định.')
  .max(300, 'Dài quá 300 ký tự.')

/** What a role or a column group is given by, from a day on. */
export const givenBy = {
  from: isoDate,
  to: isoDate.optional(),
  decisionNo,
}

export const endedBy = {
  id: wholeNumber,
  endedOn: isoDate,
  decisionNo,
}

export interface RoleToChange {
  code: string
  label: string
  sees: Sees
  onlyReads: boolean
}

/** Locked until the change is kept: two administrators at once write one after the other. */
export async function roleToChange(ctx: Context, db: Db, code: string): Promise<RoleToChange> {
  const { rows } = await sql<RoleToChange>`
    select code, label, sees, only_reads as "onlyReads" from role
    where code = ${code} and during @> ${ctx.today}::date for update`.execute(db)
  const [role] = rows
  if (!role) throw new Refusal('not_found', 'Không có vai trò này. Hãy tải lại trang rồi chọn lại.')
  if (code === ctx.actor.role) {
    throw new Refusal(
      'against_rule',
      `Anh/chị đang giữ vai trò ${role.label}; không ai tự đổi quyền của vai trò mình giữ. Hãy nhờ người quản trị giữ vai trò khác.`,
    )
  }
  return role
}

/** What was allowed on a day gone by stays as it was: changes count from today on. */
export function mustNotRewrite({ today }: Context, from: string, to?: string): void {
  if (from < today)
    throw new Refusal(
      'invalid',
      `Ngày hiệu lực phải từ hôm nay (${inVietnamese(today)}) trở đi; quyền của những ngày đã qua không sửa được.`,
    )
  if (to !== undefined && to <= from)
    throw new Refusal('invalid', 'Ngày hết hiệu lực phải sau ngày bắt đầu.')
}

export interface Stored {
  from: string
  to: string | null
  basis: string
  endedBy: string | null
}

export function mustEndWithin(ctx: Context, stored: Stored, endedOn: string): void {
  mustNotRewrite(ctx, endedOn)
  if (stored.endedBy || (stored.to && endedOn >= stored.to)) {
    const by = stored.endedBy ? ` theo ${stored.endedBy}` : ''
    throw new Refusal(
      'conflict',
      `Quyền này đã hết hiệu lực từ ${inVietnamese(stored.to ?? endedOn)}${by}. Chưa ghi gì.`,
      { stored },
    )
  }
  if (endedOn <= stored.from)
    throw new Refusal(
      'invalid',
      `Ngày hết hiệu lực phải sau ngày bắt đầu ${inVietnamese(stored.from)}.`,
    )
}

export function alreadyHeld(role: RoleToChange, what: string, stored: Stored): Refusal {
  const until = stored.to ? ` đến ${inVietnamese(stored.to)}` : ''
  return new Refusal(
    'conflict',
    `${role.label} đã có “${what}” từ ${inVietnamese(stored.from)}${until} theo ${stored.basis}. Chưa ghi gì.`,
    { stored },
  )
}
