import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { command } from '#server/kernel/operation.ts'
import { acceptProposals } from './accept.ts'
import { endStep, isPast } from './advance.ts'
import { cycleNamed } from './cycle.ts'
import { type Step, settingsOn } from './steps.ts'

/** A decision, its publication and the lock of a period are always somebody's act. */
const BY_RULE: readonly Step[] = ['self', 'opinions', 'meeting', 'head']

const RULE = 'Khóa theo hạn'

/** Steps nobody finished in time end by rule, and say so; a late head's rows take what the evidence says. */
export const settleCycles = command({
  name: 'evaluation.settle',
  input: z.strictObject({}),
  output: z.object({ ended: z.array(z.object({ cycleId: z.number(), step: z.string() })) }),
  async run(ctx) {
    const ended = []
    for (const id of await overdueCycles(ctx)) ended.push(...(await settled(ctx, id)))
    return { ended }
  },
})

/** Cycles standing at a step whose last day is over. */
export async function overdueCycles({ db, today }: Context): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct c.id from evaluation_cycle c join cycle_step s on s.cycle_id = c.id and s.step = c.step
    where c.step = any(${BY_RULE}::text[]) and s.due_on < ${today}::date order by c.id`.execute(db)
  return rows.map(({ id }) => id)
}

async function settled(ctx: Context, cycleId: number) {
  const ended = []
  for (;;) {
    const cycle = await cycleNamed(ctx, cycleId, 'update')
    const grace = (await settingsOn(ctx, cycle.period.to)).number('evaluation_grace_days')
    if (!BY_RULE.includes(cycle.step) || !(await isPast(ctx, cycle, grace))) return ended
    if (cycle.step === 'head') {
      const nobody = { ...ctx, actor: NOBODY(ctx) }
      await acceptProposals(nobody, cycle, () => true, { account: 'rule', comment: RULE })
    }
    await endStep(ctx, cycle, { by: RULE, byRule: true, note: null, circle: 'unit' })
    ended.push({ cycleId, step: cycle.step })
  }
}

/** The deadline is nobody's relative. */
const NOBODY = ({ actor }: Context) => ({ ...actor, cadreId: null })
