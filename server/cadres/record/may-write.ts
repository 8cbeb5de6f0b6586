import { accessTo, howToAsk } from '#server/access/column-groups.ts'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { SECTIONS, type SectionCode } from './dictionary.ts'

/** A restricted group is written by those who may read it of others. */
export async function mayWrite(ctx: Context, section: SectionCode): Promise<void> {
  const { restricted } = SECTIONS[section]
  if (!restricted) return
  const { access, roles } = await accessTo(ctx, restricted, null)
  if (access !== 'granted')
    throw new Refusal('forbidden', howToAsk(restricted, roles), { group: restricted, roles })
}

/** Officers attach to facts; the person sends evidence of what is declared, to no fact yet. */
export async function mayAttach(
  ctx: Context,
  section: SectionCode,
  cadreId: number,
  toFact: boolean,
): Promise<void> {
  if (ctx.actor.cadreId !== cadreId) {
    if (!(await ctx.house.permits(ctx, 'cadres.correct_fact')))
      throw new Refusal('forbidden', 'Chỉ gửi được tài liệu vào hồ sơ của chính mình.')
    return mayWrite(ctx, section)
  }
  mustBeDeclared(section)
  if (toFact)
    throw new Refusal(
      'against_rule',
      'Tài liệu của chính mình gửi kèm bản khai; người duyệt gắn vào hồ sơ. Hãy bỏ chọn dòng.',
    )
}

/** What comes by decisions of the office is not declared. */
export function mustBeDeclared(section: SectionCode): void {
  const { declared, label } = SECTIONS[section]
  if (declared) return
  throw new Refusal(
    'against_rule',
    `Mục “${label}” do cơ quan ghi theo quyết định, không khai được. Hãy báo cán bộ tổ chức của đơn vị.`,
  )
}
