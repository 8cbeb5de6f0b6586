import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { AFTER, PROPOSAL_STATES, PROPOSAL_STEPS } from './kinds.ts'
import { words } from './open-inspection.ts'
import { type Proposal, proposalNamed } from './proposals.ts'

/** Registered before it is done: only then can it be protected. */
export const registerProposal = command({
  name: 'inspection.register_proposal',
  input: z.strictObject({
    /** Left out, it is one's own. */
    cadreId: wholeNumber.optional(),
    title: words('Hãy ghi tên đề xuất.'),
    problem: words('Hãy ghi vướng mắc cần tháo gỡ.'),
    proposes: words('Hãy ghi cách làm đề xuất.'),
    beyond: words('Hãy ghi điều chưa có quy định, hoặc quy định đang vướng.'),
    benefit: words('Hãy ghi lợi ích chung.'),
    registeredOn: isoDate.optional(),
  }),
  output: z.object({ id: z.number() }),
  about: ({ cadreId }, { id }) => ({ cadreId: cadreId ?? null, caseRef: `proposal:${id}` }),
  async run(ctx, { cadreId = ctx.actor.cadreId ?? undefined, registeredOn = ctx.today, ...text }) {
    if (cadreId === undefined)
      throw new Refusal('invalid', 'Hãy chọn người đề xuất: tài khoản này chưa gắn với hồ sơ nào.')
    const { rows: people } = await sql<{ unitId: number | null }>`
      select coalesce((select t.unit_id from tenure t where t.cadre_id = c.id and t.holding = 'main'
        and t.during @> ${registeredOn}::date), c.unit_id) as "unitId"
      from cadre c where c.id = ${cadreId}`.execute(ctx.db)
    const unitId = people[0]?.unitId
    if (!unitId)
      throw new Refusal('not_found', 'Không có hồ sơ này trong phạm vi được xem. Hãy chọn lại.')
    const { rows } = await sql<{ id: number }>`
      insert into daring_proposal (cadre_id, unit_id, title, problem, proposes, beyond, benefit,
        registered_on, account_name)
      values (${cadreId}, ${unitId}, ${text.title}, ${text.problem}, ${text.proposes},
        ${text.beyond}, ${text.benefit}, ${registeredOn}, ${ctx.actor.name}) returning id`.execute(
      ctx.db,
    )
    return { id: rows[0]?.id ?? 0 }
  },
})

type Kind = keyof typeof PROPOSAL_STEPS

/** Assesses, lets try, refuses, protects, evaluates, learns: one step after the other. */
export const stepProposal = command({
  name: 'inspection.step_proposal',
  input: z.strictObject({
    id: wholeNumber,
    version: wholeNumber,
    kind: codeOf(PROPOSAL_STEPS),
    on: isoDate.optional(),
    says: words('Hãy ghi nội dung.'),
    decisionNo: z.string().trim().min(1).max(200).optional(),
    signedBy: z.string().trim().min(1).max(200).optional(),
    pilotUntil: isoDate.optional(),
    achieved: z.boolean().optional(),
  }),
  output: z.object({ version: z.number() }),
  about: ({ id }) => ({ caseRef: `proposal:${id}` }),
  async run(ctx, input) {
    const { id, version, kind, on = ctx.today, says } = input
    await sql`select from daring_proposal where id = ${id} for update`.execute(ctx.db)
    const held = await proposalNamed(ctx, id, '9999-12-30')
    unchanged(held, { version })
    mustFollow(ctx, held, kind, on)
    await ctx.house.keepApart(ctx, [held.cadreId], 'decide')
    const decided = ['piloted', 'refused', 'protected'].includes(kind)
    if (decided && !(input.decisionNo && input.signedBy))
      throw new Refusal('invalid', 'Việc này cần số quyết định và người ký.')
    if (kind === 'piloted' && !(input.pilotUntil && input.pilotUntil > on))
      throw new Refusal('invalid', 'Hãy ghi ngày hết thí điểm, sau ngày quyết định.')
    if (kind === 'evaluated' && input.achieved === undefined)
      throw new Refusal('invalid', 'Hãy chọn đạt hay chưa đạt mục đích.')
    await sql`insert into proposal_step (proposal_id, kind, on_day, says, decision_no, signed_by,
        pilot_until, achieved, account_name)
      values (${id}, ${kind}, ${on}, ${says}, ${input.decisionNo ?? null}, ${input.signedBy ?? null},
        ${kind === 'piloted' ? (input.pilotUntil ?? null) : null},
        ${kind === 'evaluated' ? (input.achieved ?? null) : null}, ${ctx.actor.name})`.execute(
      ctx.db,
    )
    await sql`update daring_proposal set title = title where id = ${id}`.execute(ctx.db)
    return { version: version + 1 }
  },
})

function mustFollow(ctx: Context, held: Proposal, kind: Kind, on: string): void {
  if (ctx.actor.cadreId === held.cadreId)
    throw new Refusal('against_rule', 'Người đề xuất không tự quyết định đề xuất của mình.')
  if (on < held.registeredOn)
    throw new Refusal('invalid', `Ngày này trước ngày đăng ký ${inVietnamese(held.registeredOn)}.`)
  if (!AFTER[kind].includes(held.state))
    throw new Refusal(
      'conflict',
      `Đề xuất đang ở trạng thái “${PROPOSAL_STATES[held.state].label}”, chưa thể ghi “${PROPOSAL_STEPS[kind].label}”.`,
    )
}
