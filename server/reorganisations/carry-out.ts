import { moveTenures } from '#server/cadres/moves.ts'
import type { Context } from '#server/kernel/context.ts'
import { type Change, netChanges } from '#server/organisation/changes.ts'
import type { Decision, Plan } from './plan-shape.ts'
import { basisOf, takeStep } from './steps.ts'
import { beginWork } from './work.ts'

const REASON = 'Sắp xếp tổ chức bộ máy'

/** What a plan does, step by step, whether decided or only tried: the one place that does it. */
export async function carryOut(
  ctx: Context,
  plan: Plan,
  { decision_no, signed_by, signed_on }: Decision,
): Promise<Change[]> {
  const { db } = ctx
  const read = await ctx.house.parametersOn(ctx, plan.effective_on)
  const work = beginWork(db, plan, basisOf(decision_no, plan.effective_on, plan.legal_basis))
  for (const [index, step] of plan.steps.entries()) {
    work.at = ['steps', index]
    await takeStep(work, step)
    // Written after each step, so that the next finds people where this one put them.
    const moved = await moveTenures(db, [...work.moves.values()], {
      on: plan.effective_on,
      reason: REASON,
      decisionNo: decision_no,
      decidedBy: signed_by,
      decidedOn: signed_on,
      termBegins: step.kind !== 'rename',
      termMonths: Number(read('term_months')),
      allowanceMonths: Number(read('allowance_kept_months')),
    })
    work.changes.push(...moved)
    work.moves.clear()
  }
  return netChanges(work.changes)
}
