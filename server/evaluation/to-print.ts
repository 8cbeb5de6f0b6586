import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Cycle, cycleNamed } from './cycle.ts'
import { type Meeting, meetingIn } from './meeting.ts'
import { type ProductRow, productsOf } from './products-shown.ts'
import { type OnSheet, type Sheet, sheetOf } from './sheet.ts'

export const FORMS = ['self', 'minutes', 'summary', 'decision', 'notice'] as const
export type Form = (typeof FORMS)[number]

/** What the papers of a cycle say, whichever file they become. */
export interface ToPrint {
  cycle: Cycle
  sheet: Sheet
  meeting: Meeting | null
  /** Number and date of the decision as it was written down when the authority decided. */
  decision: string | null
  own: (OnSheet & { products: ProductRow[]; note: string | null }) | null
}

/** Refuses a form whose content is not there yet, and says what comes first. */
export async function toPrint(
  ctx: Context,
  cycleId: number,
  form: Form,
  evaluationId: number | undefined,
): Promise<ToPrint> {
  const cycle = await cycleNamed(ctx, cycleId)
  if (form === 'decision' || form === 'notice') mustBeDecided(cycle)
  const sheet = await sheetOf(ctx, cycle)
  const meeting = await meetingIn(ctx, cycleId)
  if (form === 'minutes' && !meeting)
    throw new Refusal('not_found', 'Kỳ này chưa ghi biên bản họp. Hãy ghi biên bản rồi in.')
  const own = form === 'self' ? await ownOn(ctx, sheet, evaluationId) : null
  return { cycle, sheet, meeting, own, decision: await decisionOf(ctx, cycleId) }
}

function mustBeDecided({ step }: Cycle): void {
  if (['publish', 'appeal', 'closed'].includes(step)) return
  throw new Refusal(
    'against_rule',
    'Cấp có thẩm quyền chưa quyết định nên chưa in được quyết định, thông báo. Hãy in bảng tổng hợp.',
  )
}

async function ownOn({ db }: Context, { people }: Sheet, evaluationId: number | undefined) {
  const found = people.find(({ person }) => person.id === evaluationId)
  if (!found) throw new Refusal('invalid', 'Hãy chọn người cần in phiếu tự đánh giá.')
  const { rows } = await sql<{ note: string | null }>`
    select self_note as note from evaluation where id = ${found.person.id}`.execute(db)
  const products = await productsOf(db, found.person.id)
  return { ...found, products, note: rows[0]?.note ?? null }
}

async function decisionOf({ db }: Context, cycleId: number): Promise<string | null> {
  const { rows } = await sql<{ note: string | null }>`
    select note from cycle_step where cycle_id = ${cycleId} and step = 'authority'`.execute(db)
  return rows[0]?.note ?? null
}
