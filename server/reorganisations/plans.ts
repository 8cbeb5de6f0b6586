import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { effectShape } from './effect.ts'
import { placedApart } from './placed-apart.ts'
import { type Plan, planShape } from './plan-shape.ts'

export const planId = wholeNumber

const storedShape = planShape.extend({
  id: z.number(),
  version: z.number(),
  createdBy: z.string(),
  state: z.enum(['draft', 'decided', 'in_force', 'undone']),
  decision: z
    .object({
      decisionNo: z.string(),
      signedOn: z.string(),
      signedBy: z.string(),
      decidedBy: z.string(),
      effect: effectShape,
    })
    .nullable(),
  undone: z.object({ reason: z.string(), by: z.string(), on: z.string() }).nullable(),
})
export type StoredPlan = z.output<typeof storedShape>

/** Every plan, the latest day first. */
export const planList = query({
  name: 'reorganisations.plans',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    rows: z.array(
      storedShape
        .pick({ id: true, title: true, effective_on: true, state: true, createdBy: true })
        .extend({ steps: z.number(), decisionNo: z.string().nullable() }),
    ),
  }),
  async run(ctx) {
    const plans = await storedPlans(ctx)
    return {
      rows: plans.map(({ id, title, effective_on, state, createdBy, steps, decision }) => ({
        ...{ id, title, effective_on, state, createdBy },
        steps: steps.length,
        decisionNo: decision?.decisionNo ?? null,
      })),
    }
  },
})

export const planFile = query({
  name: 'reorganisations.plan',
  input: z.strictObject({ id: planId }),
  output: storedShape,
  run: (ctx, { id }) => storedPlan(ctx, id),
})

export const preparePlan = command({
  name: 'reorganisations.prepare',
  input: planShape,
  output: z.object({ id: z.number(), version: z.number() }),
  about: (_, { id }) => ({ caseRef: `reorganisation:${id}` }),
  async run(ctx, plan) {
    await placedApart(ctx, plan.placements, 'propose')
    return prepare(ctx, plan)
  },
})

export async function prepare({ db, actor }: Pick<Context, 'db' | 'actor'>, plan: Plan) {
  const { rows } = await sql<{ id: number; version: number }>`
    insert into reorganisation_plan (title, effective_on, legal_basis, steps, placements, created_by)
    values (${plan.title}, ${plan.effective_on}::date, ${plan.legal_basis},
      ${JSON.stringify(plan.steps)}::jsonb, ${JSON.stringify(plan.placements)}::jsonb,
      ${actor.displayName}) returning id, version`.execute(db)
  return rows[0] ?? { id: 0, version: 0 }
}

/** Only a draft is written over; the officer who saves second hears of the first. */
export const revisePlan = command({
  name: 'reorganisations.revise',
  input: planShape.extend({ id: planId, version: wholeNumber }),
  output: z.object({ id: z.number(), version: z.number() }),
  about: ({ id }) => ({ caseRef: `reorganisation:${id}` }),
  async run(ctx, { id, version, ...plan }) {
    const stored = await draft(ctx, id)
    unchanged(stored, { ...plan, version })
    await placedApart(ctx, plan.placements, 'propose')
    const { rows } = await sql<{ version: number }>`
      update reorganisation_plan set title = ${plan.title},
        effective_on = ${plan.effective_on}::date, legal_basis = ${plan.legal_basis},
        steps = ${JSON.stringify(plan.steps)}::jsonb,
        placements = ${JSON.stringify(plan.placements)}::jsonb
      where id = ${id} returning version`.execute(ctx.db)
    return { id, version: rows[0]?.version ?? version }
  },
})

export const dropPlan = command({
  name: 'reorganisations.drop',
  input: z.strictObject({ id: planId }),
  output: z.object({ id: z.number() }),
  about: ({ id }) => ({ caseRef: `reorganisation:${id}` }),
  async run(ctx, { id }) {
    await draft(ctx, id)
    await sql`delete from reorganisation_plan where id = ${id}`.execute(ctx.db)
    return { id }
  },
})

/** Locked until the end of the transaction, so that two officers cannot decide it twice. */
export async function draft(ctx: Pick<Context, 'db' | 'today'>, id: number): Promise<StoredPlan> {
  await sql`select 1 from reorganisation_plan where id = ${id} for update`.execute(ctx.db)
  const plan = await storedPlan(ctx, id)
  if (plan.state === 'draft') return plan
  throw new Refusal(
    'conflict',
    `Phương án này đã được quyết định (số ${plan.decision?.decisionNo}). Muốn thay đổi, hãy hoàn tác hoặc lập phương án khác. Chưa ghi gì.`,
  )
}

export async function storedPlan(ctx: Pick<Context, 'db' | 'today'>, id: number) {
  const [plan] = await storedPlans(ctx, id)
  if (!plan)
    throw new Refusal('not_found', 'Không có phương án này. Hãy mở lại danh sách phương án.')
  return plan
}

export async function storedPlans(
  { db, today }: { db: Db; today: string },
  id: number | null = null,
): Promise<StoredPlan[]> {
  const { rows } = await sql<StoredPlan>`
    select p.id, p.title, p.effective_on::text, p.legal_basis, p.steps, p.placements, p.version,
      p.created_by as "createdBy",
      case when d.plan_id is null then 'draft' when x.plan_id is not null then 'undone'
        when p.effective_on <= ${today}::date then 'in_force' else 'decided' end as state,
      case when d.plan_id is not null then json_build_object('decisionNo', d.decision_no,
        'signedOn', d.signed_on, 'signedBy', d.signed_by, 'decidedBy', d.decided_by,
        'effect', d.effect) end as decision,
      case when x.plan_id is not null then json_build_object('reason', x.reason, 'by', x.undone_by,
        'on', (x.undone_at at time zone 'Asia/Ho_Chi_Minh')::date) end as undone
    from reorganisation_plan p
    left join reorganisation_decision d on d.plan_id = p.id
    left join reorganisation_undo x on x.plan_id = p.id
    where ${id}::integer is null or p.id = ${id}::integer
    order by p.effective_on desc, p.id desc`.execute(db)
  return rows
}
