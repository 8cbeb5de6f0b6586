import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { carryOut } from './carry-out.ts'
import { effectOf, effectShape, snapshot } from './effect.ts'
import { placedApart } from './placed-apart.ts'
import { type Decision, decisionShape } from './plan-shape.ts'
import { draft, planId } from './plans.ts'
import { settle } from './settle.ts'

/** From now on the plan is so from its day; the days before it read as they were. */
export const decidePlan = command({
  name: 'reorganisations.decide',
  input: decisionShape.extend({
    id: planId,
    version: wholeNumber,
  }),
  output: z.object({ id: z.number(), effect: effectShape }),
  about: ({ id }) => ({ caseRef: `reorganisation:${id}` }),
  async run(ctx, { id, version, ...decision }) {
    const { placements } = await draft(ctx, id)
    await placedApart(ctx, placements, 'decide')
    return { id, effect: await decide(ctx, id, version, decision) }
  },
})

export async function decide(ctx: Context, id: number, version: number, decision: Decision) {
  const plan = await draft(ctx, id)
  unchanged(plan, { version })
  await mustBeUnused(ctx, decision.decision_no)
  const before = await snapshot(ctx.db, plan.effective_on)
  const changes = await carryOut(ctx, plan, decision)
  const effect = await effectOf(ctx.db, plan.effective_on, before, changes)
  await sql`insert into reorganisation_decision
      (plan_id, decision_no, signed_on, signed_by, effect, decided_by)
    values (${id}, ${decision.decision_no}, ${decision.signed_on}::date, ${decision.signed_by},
      ${JSON.stringify(effect)}::jsonb, ${ctx.actor.displayName})`.execute(ctx.db)
  await sql`insert into reorganisation_change (plan_id, table_name, was, became)
    select ${id}, c."table", c.was, c.became
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as c("table" text, was jsonb, became jsonb)`.execute(ctx.db)
  await settle(ctx)
  return effect
}

async function mustBeUnused({ db }: Pick<Context, 'db'>, decisionNo: string): Promise<void> {
  const { rows } = await sql<{ title: string }>`
    select p.title from reorganisation_decision d join reorganisation_plan p on p.id = d.plan_id
    where d.decision_no = ${decisionNo}`.execute(db)
  if (rows[0])
    throw new Refusal(
      'conflict',
      `Số ${decisionNo} đã dùng cho “${rows[0].title}”. Mỗi quyết định sắp xếp có một số riêng; hãy kiểm tra lại. Chưa ghi gì.`,
    )
}
