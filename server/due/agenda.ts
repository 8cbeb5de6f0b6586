import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { addDays, inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { assignmentsOn, mine } from '#server/tasks/assignments.ts'
import { named } from '#server/tasks/list.ts'
import { STATES } from '#server/tasks/state.ts'
import { calendarText, type Event } from './ics.ts'
import { KINDS } from './kinds.ts'
import { clauseOf, dueBetween, periodOf, whyOf } from './question.ts'
import { unitTyped } from './unit-typed.ts'

const agendaInput = z.strictObject({
  asOf: isoDate.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** Number, code or name of a unit; everything the reader may see when absent. */
  unitId: z.union([z.string().min(1), z.number()]).optional(),
})

const agendaRow = z.object({
  date: z.string(),
  /** A task of a directive, or a kind of due date of people. */
  kind: z.string(),
  kindLabel: z.string(),
  label: z.string(),
  unitId: z.number().nullable(),
  unit: z.string().nullable(),
  cite: z.string(),
  /** Of a task; due dates of people have none. */
  state: z.string().nullable(),
  stateLabel: z.string().nullable(),
  task: z.object({ directive: z.string(), task: z.string(), period: z.string() }).nullable(),
  cadreId: z.number().nullable(),
})

export type AgendaRow = z.output<typeof agendaRow>

/** Everything that comes due in one list: tasks and reports of directives, and dates of people. */
export const agenda = query({
  name: 'due.agenda',
  input: agendaInput,
  output: z.object({
    asOf: z.string(),
    from: z.string(),
    to: z.string(),
    holidays: z.array(z.string()),
    rows: z.array(agendaRow),
  }),
  async run(ctx, input) {
    const { rows, ...period } = await agendaOf(ctx, input)
    const holidays = (await ctx.house.parametersOn(ctx, period.asOf))('public_holidays') as string[]
    const inside = holidays.filter((day) => period.from <= day && day <= period.to)
    return { ...period, holidays: inside, rows: rows.map(({ ics: _, ...row }) => row) }
  },
})

/** The same as a calendar file: neither birth dates nor discipline leave the house this way. */
export const agendaCalendar = query({
  name: 'due.agenda_calendar',
  records: 'export',
  input: agendaInput,
  output: fileAnswer,
  async run(ctx, input) {
    const { asOf, rows } = await agendaOf(ctx, input)
    const events = rows.flatMap(({ ics }) => (ics ? [ics] : []))
    return {
      fileName: `lich-${ctx.province.code}.ics`,
      mediaType: 'text/calendar; charset=utf-8',
      bytes: new TextEncoder().encode(calendarText(`Lịch, ${ctx.province.name}`, asOf, events)),
    }
  },
})

type Row = AgendaRow & { ics: Event | null }

async function agendaOf(
  ctx: Context,
  { asOf = ctx.today, from = asOf, to = addDays(from, 31), unitId }: z.output<typeof agendaInput>,
) {
  if (to < from)
    throw new Refusal('invalid', 'Ngày cuối phải sau ngày đầu. Hãy chọn lại khoảng thời gian.')
  const unit = unitId === undefined ? undefined : await unitTyped(ctx, unitId, asOf)
  const rows = [
    ...(await tasksIn(ctx, { asOf, from, to, unit: unitId })),
    ...(await peopleIn(ctx, { asOf, from, to, unit })),
  ]
  return { asOf, from, to, rows: rows.toSorted((a, b) => a.date.localeCompare(b.date)) }
}

interface Asked<Unit> {
  asOf: string
  from: string
  to: string
  unit: Unit | undefined
}

async function tasksIn(ctx: Context, asked: Asked<string | number>): Promise<Row[]> {
  const { asOf, from, to, unit: wanted } = asked
  const all = await assignmentsOn(ctx, { on: asOf, until: to })
  return all.flatMap((one) => {
    const { text, task, unit, due, state, period } = one
    const meant = wanted === undefined || named(unit, wanted)
    if (due === null || due < from || due > to || !meant || !mine(ctx, one)) return []
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
      cadreId: null,
      ics: {
        uid: `${task.id}-${unit?.id ?? 'chung'}-${period.replaceAll(' ', '-')}@${ctx.province.code}.ngangtam`,
        date: due,
        summary: `${lead ?? ''}: ${task.label}`,
        description: [cite, `Sản phẩm: ${task.product}`, STATES[state].label].join('\n'),
      },
    }
  })
}

async function peopleIn(ctx: Context, asked: Asked<number>): Promise<Row[]> {
  const { asOf, from, to, unit: unitId } = asked
  const period = await periodOf(ctx, { asOf, from, to, unitId })
  return (await dueBetween(ctx, period)).map((one) => {
    const { label, confidential, tellsBirth } = KINDS[one.kind]
    const who = one.fullName ?? `${one.people} người`
    const cite = clauseOf(one, period.rules)
    const ics = {
      uid: `${one.kind}-${one.cadreId ?? 'chung'}-${one.date}@${ctx.province.code}.ngangtam`,
      date: one.date,
      summary: `${label}: ${who}`,
      description: [one.unitName, cite, tellsBirth ? '' : whyOf(one, period.rules)]
        .filter(Boolean)
        .join('\n'),
    }
    return {
      date: one.date,
      kind: one.kind,
      kindLabel: label,
      label: `${label}: ${who}`,
      unitId: null,
      unit: one.unitName,
      cite,
      state: null,
      stateLabel: one.date < asOf ? `quá từ ${inVietnamese(one.date)}` : null,
      task: null,
      cadreId: one.cadreId,
      ics: confidential ? null : ics,
    }
  })
}
