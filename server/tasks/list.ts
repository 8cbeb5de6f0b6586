import { z } from 'zod'
import { isoDate, yearOf } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Assignment, assignmentsOn, mine } from './assignments.ts'
import type { KnownUnit } from './bodies.ts'
import { STATES, type State } from './state.ts'
import { textNamed, textsOn } from './texts.ts'

export const STATE_CODES = Object.keys(STATES) as [State, ...State[]]
export const stateShape = z.enum(STATE_CODES)

export const taskRow = z.object({
  id: z.string(),
  directive: z.string(),
  number: z.string(),
  cite: z.string(),
  label: z.string(),
  lead: z.string(),
  with: z.array(z.string()),
  period: z.string(),
  due: z.string().nullable(),
  state: stateShape,
  reason: z.string(),
  product: z.string(),
  targets: z.array(z.string()),
  note: z.string().nullable(),
  /** How many units carry it out, by state; of one unit when asked about one. */
  units: z.number(),
  counts: z.partialRecord(stateShape, z.number()),
})

/** Tasks of the directives on a day: one line a task and time, over its units or for one unit. */
export const taskList = query({
  name: 'tasks.list',
  input: z.strictObject({
    /** Code or number of a directive; all when absent. */
    directive: z.string().min(1).optional(),
    asOf: isoDate.optional(),
    /** Number, code or name of a unit: what it leads and what it joins in. */
    unitId: z.union([z.string().min(1), z.number()]).optional(),
    state: stateShape.optional(),
  }),
  output: z.object({ asOf: z.string(), unit: z.string().nullable(), rows: z.array(taskRow) }),
  async run(ctx, { directive, asOf = ctx.today, unitId, state }) {
    const texts = await textsOn(ctx, asOf)
    const text = directive === undefined ? undefined : textNamed(texts, directive)
    const all = (await assignmentsOn(ctx, { on: asOf, text })).filter((one) => mine(ctx, one))
    const asked = unitId === undefined ? all : all.filter((one) => concerns(one, unitId))
    if (unitId !== undefined && asked.length === 0) throw noTasksOf(unitId)
    const lines = [...Map.groupBy(asked, lineOf).values()]
    const rows = lines.flatMap((held) => {
      const own = unitId === undefined ? held : held.filter(({ unit }) => named(unit, unitId))
      return settled(held, asOf) ? [] : [rowOf(own.length > 0 ? own : held)]
    })
    return {
      asOf,
      unit: unitId === undefined ? null : unitName(asked, unitId),
      rows: rows.filter((row) => (state ? (row.counts[state] ?? 0) > 0 : true)),
    }
  },
})

const lineOf = ({ text, task, period }: Assignment) => [text.id, task.id, period].join('|')

/** A year before that left nothing undone says nothing more. */
const settled = (held: readonly Assignment[], asOf: string): boolean =>
  held.every(
    ({ period, state }) =>
      /^\d{4}-/.test(period) &&
      yearOf(period) < yearOf(asOf) &&
      (state === 'accepted' || state === 'cancelled'),
  )

/** The first in the order of states is what a line over many units shows. */
function rowOf(held: Assignment[]): z.output<typeof taskRow> {
  const worst = held.toSorted(
    (a, b) => STATE_CODES.indexOf(a.state) - STATE_CODES.indexOf(b.state),
  )[0] as Assignment
  const { text, task } = worst
  const counts: Partial<Record<State, number>> = {}
  for (const { state } of held) counts[state] = (counts[state] ?? 0) + 1
  const lead = text.bodies[task.lead]
  const label = (body: string) => text.bodies[body]?.label ?? body
  return {
    id: task.id,
    directive: text.id,
    number: text.number,
    cite: `${text.number} · ${task.cite}`,
    label: task.label,
    lead: held.length === 1 && lead?.kinds && worst.unit ? worst.unit.name : label(task.lead),
    with: task.with.map(label),
    period: worst.period,
    due: worst.due,
    state: worst.state,
    reason: held.length === 1 ? worst.reason : summary(worst, counts),
    product: task.product,
    targets: task.targets,
    note: task.note ?? null,
    units: held.length,
    counts,
  }
}

/** Many units of one time; two requests of one day are told apart by their documents. */
function summary({ period, why }: Assignment, counts: Partial<Record<State, number>>): string {
  const said = STATE_CODES.filter((state) => counts[state])
    .map((state) => `${counts[state]} đơn vị ${STATES[state].label.toLowerCase()}`)
    .join(', ')
  return period.startsWith('on ') ? `${said}; ${why}` : said
}

/** A unit as a person types it: number, code or name. */
export const named = (unit: KnownUnit | null, wanted: string | number): boolean =>
  unit !== null &&
  [String(unit.id), unit.code, unit.name.toLowerCase()].includes(String(wanted).toLowerCase())

export const concerns = ({ unit, withUnits }: Assignment, wanted: string | number): boolean =>
  [unit, ...withUnits].some((one) => named(one, wanted))

const unitName = (asked: Assignment[], wanted: string | number): string | null =>
  asked.flatMap(({ unit, withUnits }) => [unit, ...withUnits]).find((one) => named(one, wanted))
    ?.name ?? null

const noTasksOf = (wanted: string | number) =>
  new Refusal(
    'not_found',
    `Không có việc nào giao cho đơn vị “${wanted}” vào ngày này. Ghi số, mã hoặc tên của cơ quan, huyện như ở màn hình Tổ chức.`,
  )
