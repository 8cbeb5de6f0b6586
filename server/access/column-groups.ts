import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** Facts of a person that a role reads by grant only; which they are says the record (cadres/record). */
export const COLUMN_GROUPS: Readonly<Record<string, { label: string }>> = {
  identity_numbers: { label: 'Số định danh, liên hệ' },
  family: { label: 'Gia đình, thân nhân' },
  personal_history: { label: 'Lịch sử bản thân' },
  health: { label: 'Sức khỏe' },
  assets: { label: 'Tài sản, thu nhập' },
  political_clearance: { label: 'Tiêu chuẩn chính trị' },
  complaints: { label: 'Đơn thư, khiếu nại, tố cáo' },
  ballots: { label: 'Phiếu bầu, phiếu tín nhiệm' },
}

/** A closed list, so that no sign can be turned round by mistake. */
export type Access = 'own' | 'granted' | 'none'

export interface Grants {
  access: Access
  /** Roles that read the group of others' records today, in words. */
  roles: string[]
}

/** What the actor may do with a group of one person's columns, by the grants in force today. */
export async function accessTo(
  { db, actor, today }: Context,
  group: string,
  cadreId: number | null,
): Promise<Grants> {
  const { rows } = await sql<{ role: string; label: string; ownOnly: boolean }>`
    select role, r.label, own_record_only as "ownOnly"
    from column_group_grant g join role r on r.code = g.role
    where column_group = ${group} and g.during @> ${today}::date order by id`.execute(db)
  const mine = rows.find(({ role }) => role === actor.role)
  const isOwn = cadreId !== null && actor.cadreId === cadreId
  const roles = rows.filter(({ ownOnly }) => !ownOnly).map(({ label }) => label)
  if (mine && isOwn) return { access: 'own', roles }
  return { access: mine && !mine.ownOnly ? 'granted' : 'none', roles }
}

/** Who reads the group, and how to ask: the words of a lock. */
export function howToAsk(group: string, roles: readonly string[]): string {
  const label = COLUMN_GROUPS[group]?.label ?? group
  const holders = roles.length > 0 ? roles.join(', ') : 'chưa vai trò nào'
  return `Nhóm ${label}: tài khoản này chưa có quyền xem. Đang có quyền: ${holders}. Cần xem thì gửi đề nghị, nêu lý do, cho cán bộ tổ chức cấp tỉnh.`
}

/** For what holds a group as a whole, like an original list: refused without a grant. */
export async function requireGroup(ctx: Context, group: string): Promise<void> {
  const { access, roles } = await accessTo(ctx, group, null)
  if (access !== 'granted') throw new Refusal('forbidden', howToAsk(group, roles), { group, roles })
}
