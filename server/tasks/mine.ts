import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { type Assignment, assignmentsOn } from './assignments.ts'
import { STATE_CODES, stateShape } from './list.ts'
import { UNDONE } from './state.ts'

const item = z.object({
  /** What is asked of the reader: own step, own unit's task, a product or a request to decide on. */
  asks: z.enum(['step', 'carry_out', 'accept', 'extend']),
  directive: z.string(),
  number: z.string(),
  task: z.string(),
  period: z.string(),
  unitId: z.number().nullable(),
  unit: z.string(),
  label: z.string(),
  due: z.string().nullable(),
  state: stateShape,
  reason: z.string(),
})

type Item = z.output<typeof item>

/** What waits for the reader of the page: nothing that somebody else has to move first. */
export const ownTasks = query({
  name: 'tasks.own',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({ asOf: z.string(), items: z.array(item) }),
  async run(ctx, { asOf = ctx.today }) {
    const all = await assignmentsOn(ctx, { on: asOf })
    const items = [
      ...(await stepsOf(ctx, all, asOf)),
      ...all.flatMap((one) => asked(ctx, one).map((asks) => itemOf(one, asks))),
    ]
    return { asOf, items: items.toSorted(byUrgency) }
  },
})

/** Officers of a unit carry out; officers of the province decide. */
function asked(
  { actor }: Context,
  { unit, state, submission, request }: Assignment,
): Item['asks'][] {
  if (actor.scope === null)
    return [
      ...(submission !== null && state === 'submitted' ? (['accept'] as const) : []),
      ...(request !== null ? (['extend'] as const) : []),
    ]
  const own = unit && unit.treeFrom >= actor.scope.from && unit.treeFrom <= actor.scope.to
  return own && UNDONE.includes(state) ? ['carry_out'] : []
}

const itemOf = (
  { text, task, period, unit, due, state, reason }: Assignment,
  asks: Item['asks'],
): Item => ({
  asks,
  directive: text.id,
  number: text.number,
  task: task.id,
  period,
  unitId: unit?.id ?? null,
  unit: unit?.name ?? '',
  label: task.label,
  due,
  state,
  reason,
})

interface OwnStep {
  directive: string
  task: string
  unit: number
  period: string
  label: string
  dueOn: string
}

async function stepsOf(ctx: Context, all: readonly Assignment[], asOf: string): Promise<Item[]> {
  const { rows } = await sql<OwnStep>`
    select directive, task, unit_id as unit, period, label, due_on::text as "dueOn"
    from task_step where owner_account = ${ctx.actor.name} and planned_on <= ${asOf}::date
      and coalesce(done_on > ${asOf}::date, true) order by due_on, id`.execute(ctx.db)
  return rows.flatMap((step) => {
    const held = all.find(
      (one) =>
        one.text.id === step.directive &&
        one.task.id === step.task &&
        one.period === step.period &&
        one.unitIds.includes(step.unit),
    )
    if (!held || held.state === 'accepted' || held.state === 'cancelled') return []
    const state = step.dueOn < asOf ? 'overdue' : 'open'
    const reason = `bước của việc ${held.task.id}, hạn ${inVietnamese(step.dueOn)}`
    return [{ ...itemOf(held, 'step'), label: step.label, due: step.dueOn, state, reason }]
  })
}

const byUrgency = (a: Item, b: Item): number =>
  STATE_CODES.indexOf(a.state) - STATE_CODES.indexOf(b.state) ||
  (a.due ?? '9999').localeCompare(b.due ?? '9999')
