import { sql } from 'kysely'
import { z } from 'zod'
import { targetStates } from '#server/directives/targets.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { command } from '#server/kernel/operation.ts'
import { carryOut } from './carry-out.ts'
import { effectOf, effectShape, snapshot } from './effect.ts'
import { type Decision, type Plan, planShape } from './plan-shape.ts'

const standing = z.object({
  share: z.number().nullable(),
  counted: z.number(),
  base: z.number(),
  state: z.enum(['met', 'not_met', 'unknown']),
})

export const previewShape = effectShape.extend({
  targets: z.array(
    z.object({ id: z.string(), label: z.string(), before: standing, after: standing }),
  ),
})

/** Before it is decided a plan has no number; nobody sees these words outside the rehearsal. */
const UNDECIDED = { decision_no: 'dự thảo', signed_by: 'chưa ký' }

/** What deciding the plan would do: the very same operation, taken back before anyone sees it. */
export const previewPlan = command({
  name: 'reorganisations.preview',
  input: planShape,
  output: previewShape,
  run: (ctx, plan) => preview(ctx, plan),
})

export async function preview(ctx: Context, plan: Plan): Promise<z.output<typeof previewShape>> {
  const asOf = plan.effective_on
  const before = await snapshot(ctx.db, asOf)
  const targetsBefore = (await targetStates(ctx, { asOf })).targets
  return rehearse(ctx.db, async () => {
    const decision: Decision = { ...UNDECIDED, signed_on: asOf }
    const changes = await carryOut(ctx, plan, decision)
    const effect = await effectOf(ctx.db, asOf, before, changes)
    const after = new Map(
      (await targetStates(ctx, { asOf })).targets.map((target) => [target.id, target]),
    )
    const targets = targetsBefore.flatMap((was) => {
      const is = after.get(was.id)
      return is ? [{ id: was.id, label: was.label, before: was, after: is }] : []
    })
    return { ...effect, targets }
  })
}

async function rehearse<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await sql`savepoint rehearsal`.execute(db)
  try {
    return await work()
  } finally {
    await sql`rollback to savepoint rehearsal`.execute(db)
  }
}
