import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { isInside } from './agencies.ts'
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

/**
 * Gives a petition to the unit that answers it; never to the unit it is about, nor one inside it.
 * Whom it is about is said here at the latest; what the sender said stands.
 */
export const assignPetition = command({
  name: 'publicity.assign_petition',
  input: z.strictObject({
    id,
    version,
    unitId: id,
    aboutUnitId: z.union(
      [id, z.null()],
      'Hãy chọn đơn này về đơn vị nào, hoặc không về đơn vị nào.',
    ),
    on: isoDate.optional(),
    says: words('Hãy ghi yêu cầu giải quyết.'),
  }),
  output: outcome,
  about,
  async run(ctx, { id: petitionId, version: seen, unitId, aboutUnitId, ...given }) {
    const { on, ...held } = await mustBeOpen(ctx, petitionId, seen, given.on)
    if (held.aboutUnitId !== null && held.aboutUnitId !== aboutUnitId)
      throw new Refusal(
        'against_rule',
        `Người gửi ghi đơn này về ${held.about}; giao giải quyết không đổi được điều đó.`,
      )
    if (aboutUnitId !== null && (await isInside(ctx.db, unitId, aboutUnitId)))
      throw new Refusal(
        'against_rule',
        'Đơn vị bị góp ý, khiếu nại, tố cáo không tự giải quyết đơn về mình. Hãy giao cho cơ quan cấp trên hoặc cơ quan kiểm tra.',
      )
    await sql`update petition set assigned_unit_id = ${unitId}, about_unit_id = ${aboutUnitId}::integer
      where id = ${petitionId}`.execute(ctx.db)
    await sql`insert into petition_step (petition_id, kind, on_day, unit_id, says, account_name)
      values (${petitionId}, 'assigned', ${on}::date, ${unitId}, ${given.says},
        ${ctx.actor.name})`.execute(ctx.db)
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
  async run(ctx, { id: petitionId, version: seen, accepted, on: asked, says }) {
    const { on, ...held } = await mustBeOpen(ctx, petitionId, seen, asked)
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

/** The petition as it stands, held for this change, and the day the change is made. */
async function mustBeOpen(
  ctx: Context,
  petition: number,
  seen: number,
  asked: string | undefined,
): Promise<Petition & { on: string }> {
  const on = workedOn(ctx, asked)
  const { rows } = await sql<{ last: string | null }>`
    select (select max(on_day)::text from petition_step where petition_id = ${petition}) as last
    from petition where id = ${petition} for update`.execute(ctx.db)
  const held = await petitionNamed(ctx, petition, '9999-12-30')
  const last = rows[0]?.last ?? held.receivedOn
  if (on < last)
    throw new Refusal(
      'invalid',
      `Ngày này trước lần ghi gần nhất (${inVietnamese(last)}). Hãy chọn từ ngày đó trở đi.`,
    )
  if (held.closedOn !== null)
    throw new Refusal('conflict', 'Góp ý, đơn thư này đã được trả lời. Hãy tải lại trang.')
  unchanged(held, { version: seen })
  return { ...held, on }
}

/** The office may write down what happened on an earlier day; a unit acts on the day it works. */
function workedOn({ actor, province, today }: Context, asked: string | undefined): string {
  const works = province.looks_at ?? today
  const on = asked ?? works
  if (on > works)
    throw new Refusal('invalid', `Ngày ghi không được sau ngày làm việc ${inVietnamese(works)}.`)
  if (actor.scope !== null && on !== works)
    throw new Refusal(
      'invalid',
      `Đơn vị ghi theo ngày làm việc ${inVietnamese(works)}, không chọn ngày khác.`,
    )
  return on
}
