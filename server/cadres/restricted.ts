import { accessTo, howToAsk } from '#server/access/column-groups.ts'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'

export const LEAST_REASON = 10

/** Opens a restricted group of a person by grant and reason; one's own needs no reason. */
export async function openGroup(
  ctx: Context,
  group: string,
  id: number,
  reason: string,
): Promise<void> {
  const { access, roles } = await accessTo(ctx, group, id)
  if (access === 'none') throw new Refusal('forbidden', howToAsk(group, roles), { group, roles })
  if (access === 'granted' && reason.length < LEAST_REASON) {
    throw new Refusal(
      'invalid',
      `Hãy ghi lý do xem, ít nhất ${LEAST_REASON} ký tự, ví dụ: “thẩm tra hồ sơ bổ nhiệm”. Lý do được lưu vào nhật ký và chính cán bộ đọc được.`,
    )
  }
}

/** Hidden and absent are answered alike, before anything is said about groups. */
export async function mustBeInSight({ db }: Context, id: number): Promise<void> {
  const found = await db.selectFrom('cadre').select('id').where('id', '=', id).executeTakeFirst()
  if (found) return
  throw new Refusal(
    'not_found',
    'Không có hồ sơ này, hoặc hồ sơ do đơn vị khác quản lý. Hãy tìm lại trong danh sách hồ sơ.',
  )
}
