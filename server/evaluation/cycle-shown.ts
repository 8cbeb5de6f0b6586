import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import type { Cycle } from './cycle.ts'
import type { Citing } from './score.ts'
import type { cycleShape, stepState } from './shapes.ts'
import { type Step, settingsOn } from './steps.ts'

type StepState = z.output<typeof stepState>
type StepRow = Omit<StepState, 'state'>

export async function stepsOfCycle(
  ctx: Context,
  cycle: Cycle,
  on = ctx.today,
): Promise<StepState[]> {
  const { rows } = await sql<StepRow>`
    select step, label, due_on::text as "dueOn", done_on::text as "doneOn", done_by as "doneBy",
      by_rule as "byRule", note
    from cycle_step where cycle_id = ${cycle.id} order by position`.execute(ctx.db)
  const remind = (await settingsOn(ctx, cycle.period.to)).number('evaluation_reminder_days')
  return rows.map((row) => ({ ...row, state: stateOf(row, cycle.step, on, remind) }))
}

/** Waiting becomes a reminder, then overdue; what is done stays done however late. */
export function stateOf(
  { step, dueOn, doneOn }: Pick<StepRow, 'step' | 'dueOn' | 'doneOn'>,
  current: Step,
  today: string,
  remind: number,
): StepState['state'] {
  if (doneOn) return 'done'
  if (step !== current) return 'later'
  const left = daysBetween(today, dueOn)
  return left < 0 ? 'overdue' : left <= remind ? 'reminder' : 'waiting'
}

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

export async function shownCycle(
  ctx: Context,
  cycle: Cycle,
  { scheme, document }: Citing,
  on = ctx.today,
): Promise<z.input<typeof cycleShape>> {
  const { period, ...rest } = cycle
  const steps = await stepsOfCycle(ctx, cycle, on)
  const current = steps.find(({ step }) => step === cycle.step)
  const dueOn = current?.dueOn ?? period.to
  return {
    ...rest,
    period: period.code,
    periodLabel: period.label,
    kind: period.kind,
    from: period.from,
    to: period.to,
    schemeLabel: scheme.label,
    document,
    stepLabel: current?.label ?? 'Khóa kỳ',
    dueOn,
    daysLeft: daysBetween(on, dueOn),
    steps,
  }
}
