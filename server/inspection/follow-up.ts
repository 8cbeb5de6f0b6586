import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { words } from './open-inspection.ts'
import { recommendationsOn } from './recommendations.ts'

const about = ({ id }: { id: number }) => ({ caseRef: `recommendation:${id}` })
const outcome = z.object({ version: z.number() })
const asked = { id: wholeNumber, version: wholeNumber, on: isoDate.optional() }

/** The unit says what it has done, with the document that shows it. */
export const reportRecommendation = command({
  name: 'inspection.report',
  input: z.strictObject({
    ...asked,
    says: words('Hãy ghi kết quả thực hiện.'),
    documentNo: z.string().trim().min(1).max(200).optional(),
  }),
  output: outcome,
  about,
  async run(ctx, { id, version, on = ctx.today, says, documentNo }) {
    const held = await mustStand(ctx, id, version, on, ['open', 'overdue'])
    if (!held.acts)
      throw new Refusal(
        'forbidden',
        `Kiến nghị này giao cho ${held.unit} thực hiện; đơn vị ấy báo cáo kết quả.`,
      )
    if (held.kind === 'handle_person' && !documentNo)
      throw new Refusal(
        'invalid',
        'Kiến nghị xử lý người: hãy ghi số quyết định xử lý, hoặc số văn bản kết luận không xử lý.',
      )
    return step(ctx, id, version, { kind: 'reported', on, says, documentNo: documentNo ?? null })
  },
})

/** What was reported is enough, or goes back with what is missing; never by who reported it. */
export const judgeRecommendation = command({
  name: 'inspection.judge',
  input: z.strictObject({
    ...asked,
    accepted: z.boolean(),
    says: words('Hãy ghi nhận xét: đã đủ, hoặc còn thiếu gì.'),
  }),
  output: outcome,
  about,
  async run(ctx, { id, version, on = ctx.today, accepted, says }) {
    await mustStand(ctx, id, version, on, ['reported'])
    const { rows } = await sql<{ by: string }>`select account_name as by from recommendation_step
      where recommendation_id = ${id} and kind = 'reported' order by id desc limit 1`.execute(
      ctx.db,
    )
    if (rows[0]?.by === ctx.actor.name)
      throw new Refusal('against_rule', 'Người báo cáo không tự xem xét. Hãy để người khác làm.')
    const kind = accepted ? 'accepted' : 'returned'
    return step(ctx, id, version, { kind, on, says, documentNo: null })
  },
})

export const extendRecommendation = command({
  name: 'inspection.extend',
  input: z.strictObject({
    ...asked,
    dueOn: isoDate,
    says: words('Hãy ghi lý do gia hạn.'),
  }),
  output: outcome,
  about,
  async run(ctx, { id, version, on = ctx.today, dueOn, says }) {
    const held = await mustStand(ctx, id, version, on, ['open', 'overdue'])
    if (dueOn <= held.dueOn || dueOn <= on)
      throw new Refusal('invalid', `Hạn mới phải sau ${inVietnamese(held.dueOn)} và sau hôm nay.`)
    return step(ctx, id, version, { kind: 'extended', on, says, documentNo: null, dueOn })
  },
})

const WHY_NOT = {
  open: 'Chưa có báo cáo nào để xem xét.',
  overdue: 'Chưa có báo cáo nào để xem xét.',
  reported: 'Báo cáo trước đang chờ xem xét.',
  done: 'Kiến nghị này đã xong.',
} as const

async function mustStand(
  ctx: Context,
  id: number,
  version: number,
  on: string,
  states: readonly (keyof typeof WHY_NOT)[],
) {
  await sql`select from recommendation where id = ${id} for update`.execute(ctx.db)
  const held = (await recommendationsOn(ctx, '9999-12-30')).find((one) => one.id === id)
  if (!held)
    throw new Refusal('not_found', 'Không có kiến nghị này trong phạm vi được xem. Hãy tải lại.')
  unchanged(held, { version })
  const last = held.steps.at(-1)?.on
  if (last && on < last)
    throw new Refusal('invalid', `Ngày này trước lần ghi gần nhất (${inVietnamese(last)}).`)
  if (!states.includes(held.state)) throw new Refusal('conflict', WHY_NOT[held.state])
  return held
}

interface Step {
  kind: 'reported' | 'accepted' | 'returned' | 'extended'
  on: string
  says: string
  documentNo: string | null
  dueOn?: string
}

async function step({ db, actor }: Context, id: number, version: number, one: Step) {
  await sql`insert into recommendation_step (recommendation_id, kind, on_day, due_on, says,
      document_no, account_name)
    values (${id}, ${one.kind}, ${one.on}, ${one.dueOn ?? null}, ${one.says}, ${one.documentNo},
      ${actor.name})`.execute(db)
  await sql`update recommendation set asks = asks where id = ${id}`.execute(db)
  return { version: version + 1 }
}
