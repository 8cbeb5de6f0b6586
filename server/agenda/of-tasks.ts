import type { Context } from '#server/kernel/context.ts'
import { assignmentsOn, mine } from '#server/tasks/assignments.ts'
import { STATES } from '#server/tasks/state.ts'
import { type Asked, inside, type Line, meant } from './row.ts'

export async function tasksIn(ctx: Context, asked: Asked): Promise<Line[]> {
  const all = await assignmentsOn(ctx, { on: asked.asOf, until: asked.to })
  return all.flatMap((one) => {
    const { text, task, unit, due, state, period } = one
    const undone = state === 'overdue'
    if (due === null || !inside(asked, due, { undone })) return []
    if (!meant(asked, unit?.id ?? null) || !mine(ctx, one)) return []
    const lead = unit?.name ?? text.bodies[task.lead]?.label ?? null
    const cite = `${text.number} · ${task.cite}`
    return {
      date: due,
      kind: 'task',
      kindLabel: 'Việc giao trong văn bản',
      label: task.label,
      unitId: unit?.id ?? null,
      unit: lead,
      cite,
      state,
      stateLabel: STATES[state].label,
      task: { directive: text.id, task: task.id, period },
      ...{ cadreId: null, number: null },
      ics: {
        uid: `${[text.id, task.id, unit?.id ?? 'chung', period.replaceAll(' ', '-')].join('-')}@${ctx.province.code}.ngangtam`,
        date: due,
        summary: [undone ? STATES[state].label : '', lead, task.label].filter(Boolean).join(': '),
        description: [cite, `Sản phẩm: ${task.product}`, STATES[state].label].join('\n'),
      },
    }
  })
}
