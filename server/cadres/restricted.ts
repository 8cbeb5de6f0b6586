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

/** A record that was merged says into which one. */
export async function pointToMerged(db: Context['db'], id: number): Promise<void> {
  const merged = await db
    .selectFrom('cadre_merge')
    .innerJoin('cadre', 'cadre.id', 'cadre_id')
    .select(['gone_record_no', 'record_no', 'full_name', 'cadre_id'])
    .where('gone_id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (!merged) return
  throw new Refusal(
    'not_found',
    `Hồ sơ ${merged.gone_record_no} đã gộp vào hồ sơ ${merged.record_no} (${merged.full_name}). Hãy mở hồ sơ ${merged.record_no}.`,
    { mergedInto: merged.cadre_id },
  )
}

/** Hidden and absent are answered alike, before anything is said about groups. */
export async function mustBeInSight({ db }: Context, id: number): Promise<void> {
  const found = await db.selectFrom('cadre').select('id').where('id', '=', id).executeTakeFirst()
  if (found) return
  await pointToMerged(db, id)
  throw new Refusal(
    'not_found',
    'Không có hồ sơ này, hoặc hồ sơ do đơn vị khác quản lý. Hãy tìm lại trong danh sách hồ sơ.',
  )
}
