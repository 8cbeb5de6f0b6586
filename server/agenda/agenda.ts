import { z } from 'zod'
import { calendarText } from '#server/due/ics.ts'
import { unitTyped } from '#server/due/unit-typed.ts'
import type { Context } from '#server/kernel/context.ts'
import { addDays, isoDate } from '#server/kernel/dates.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { inspectionsIn } from './of-inspection.ts'
import { peopleIn } from './of-people.ts'
import { briefingsIn, petitionsIn } from './of-publicity.ts'
import { tasksIn } from './of-tasks.ts'
import { agendaRow } from './row.ts'

const agendaInput = z.strictObject({
  asOf: isoDate.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** Number, code or name of a unit; everything the reader may see when absent. */
  unitId: z.union([z.string().min(1), z.number()]).optional(),
})

/** Everything that comes due in one list, whichever folder it belongs to. */
export const agenda = query({
  name: 'agenda.list',
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
  name: 'agenda.calendar',
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

async function agendaOf(
  ctx: Context,
  { asOf = ctx.today, from: first, to: last, unitId }: z.output<typeof agendaInput>,
) {
  const from = first ?? asOf
  const to = last ?? addDays(from, 31)
  if (to < from)
    throw new Refusal('invalid', 'Ngày cuối phải sau ngày đầu. Hãy chọn lại khoảng thời gian.')
  const unit = unitId === undefined ? undefined : await unitTyped(ctx, unitId, asOf)
  const rows = []
  for (const linesIn of [tasksIn, peopleIn, petitionsIn, briefingsIn, inspectionsIn])
    rows.push(...(await linesIn(ctx, { asOf, from, to, unit, overdue: first === undefined })))
  return { asOf, from, to, rows: rows.toSorted((a, b) => a.date.localeCompare(b.date)) }
}
