import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { type Petition, petitionNamed } from './petitions.ts'

const id = wholeNumber
const version = wholeNumber
const words = (problem: string) =>
  z.string().trim().min(1, problem).max(3000, 'Dài quá 3000 ký tự.')
const about = ({ id: petition }: { id: number }) => ({
  caseRef: `petition:${petition}`,
  unlogged: ['says'],
})
const outcome = z.object({ version: z.number() })

/** Gives a petition to the unit that answers it; never to the unit it is about, nor one inside it. */
export const assignPetition = command({
  name: 'publicity.assign_petition',
  input: z.strictObject({
    id,
    version,
    unitId: id,
    on: isoDate.optional(),
    says: words('Hãy ghi yêu cầu giải quyết.'),
  }),
  output: outcome,
  about,
  async run(ctx, { id: petitionId, version: seen, unitId, on = ctx.today, says }) {
    const held = await mustBeOpen(ctx, petitionId, seen, on)
    if (held.aboutUnitId !== null && (await isInside(ctx, unitId, held.aboutUnitId)))
      throw new Refusal(
        'against_rule',
        'Đơn vị bị góp ý, khiếu nại, tố cáo không tự giải quyết đơn về mình. Hãy giao cho cơ quan cấp trên hoặc cơ quan kiểm tra.',
      )
    await sql`update petition set assigned_unit_id = ${unitId} where id = ${petitionId}`.execute(
      ctx.db,
    )
    await sql`insert into petition_step (petition_id, kind, on_day, unit_id, says, account_name)
      values (${petitionId}, 'assigned', ${on}::date, ${unitId}, ${says}, ${ctx.actor.name})`.execute(
      ctx.db,
    )
    return { version: held.version + 1 }
  },
})

/** The answer the sender reads; `accepted` false says why it is not taken up. */
export const answerPetition = command({
  name: 'publicity.answer_petition',
  input: z.strictObject({
    id,
    version,
    accepted: z.boolean(),
    on: isoDate.optional(),
    says: words('Hãy ghi nội dung trả lời; người gửi đọc được phần này.'),
  }),
  output: outcome,
  about,
  async run(ctx, { id: petitionId, version: seen, accepted, on = ctx.today, says }) {
    const held = await mustBeOpen(ctx, petitionId, seen, on)
    if (held.assignedUnitId === null)
      throw new Refusal(
        'against_rule',
        'Chưa giao cho đơn vị nào giải quyết nên chưa trả lời được. Hãy giao trước.',
      )
    await sql`insert into petition_step (petition_id, kind, on_day, says, account_name)
      values (${petitionId}, ${accepted ? 'answered' : 'refused'}, ${on}::date, ${says},
        ${ctx.actor.name})`.execute(ctx.db)
    await sql`update petition set closed_on = ${on}::date where id = ${petitionId}`.execute(ctx.db)
    return { version: held.version + 1 }
  },
})

async function mustBeOpen(
  ctx: Context,
  petition: number,
  seen: number,
  on: string,
): Promise<Petition> {
  await sql`select from petition where id = ${petition} for update`.execute(ctx.db)
  const held = await petitionNamed(ctx, petition, on > ctx.today ? on : ctx.today)
  if (on < held.receivedOn)
    throw new Refusal('invalid', 'Ngày này trước ngày nhận đơn. Hãy chọn ngày từ lúc nhận trở đi.')
  if (held.closedOn !== null)
    throw new Refusal('conflict', 'Góp ý, đơn thư này đã được trả lời. Hãy tải lại trang.')
  unchanged(held, { version: seen })
  return held
}

async function isInside({ db }: Context, unitId: number, aboveId: number): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`
    select u.tree_from between a.tree_from and a.tree_to as inside
    from unit u, unit a where u.id = ${unitId} and a.id = ${aboveId}`.execute(db)
  if (!rows[0]) throw new Refusal('not_found', 'Không có đơn vị này. Hãy chọn lại trong danh sách.')
  return rows[0].inside
}
