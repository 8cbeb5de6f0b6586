import { sql } from 'kysely'
import type { Task } from '#server/directives/task-shape.ts'
import type { Context } from '#server/kernel/context.ts'
import { type KnownUnit, knownUnits, type Resolved, unitsOf } from './bodies.ts'
import { type Happened, occurrencesOf } from './occurrences.ts'
import { type Entry, type Standing, standingOf, type Yardstick } from './state.ts'
import { type TaskText, textsOn } from './texts.ts'

/** A task as one unit has to carry it out, one time it comes round, as it stands on a day. */
export interface Assignment extends Standing {
  text: TaskText
  task: Task
  period: string
  /** Null where the lead is no unit the province keeps. */
  unit: KnownUnit | null
  /** The unit and those whose tasks it took over: whose entries count. */
  unitIds: number[]
  withUnits: KnownUnit[]
  opensOn: string | null
  printedDue: string | null
  /** How the day follows from the text; for a triggered task, the event with its document. */
  why: string
}

interface Asked {
  on: string
  /** How far ahead recurring tasks are asked for; the end of the year when not said. */
  until?: string | undefined
  /** One directive; every one that applies when absent. */
  text?: TaskText | undefined
}

/** Every assignment on a day: one statement for events, one for entries, arithmetic for the rest. */
export async function assignmentsOn(
  ctx: Context,
  { on, until, text }: Asked,
): Promise<Assignment[]> {
  const texts = text ? [text] : await textsOn(ctx, on)
  const parameter = await ctx.house.parametersOn(ctx, on)
  const holidays = new Set(parameter('public_holidays') as string[])
  const units = await knownUnits(ctx, on)
  const happened = await happenedBy(ctx, on)
  const entries = await entriesBy(ctx, on)
  const soonDays = Number(parameter('task_soon_days'))
  const terms = {
    until: until ?? `${on.slice(0, 4)}-12-31`,
    daysNamed: (name: string) => parameter(name) as string[],
    holidays,
    rollsOver: parameter('counted_terms_roll_over') === true,
    beforeCounts: parameter('before_day_counts') === true,
  }
  return texts.flatMap((one) => {
    const day = one.to !== null && one.to < on ? one.to : on
    const eventLabel = (event: string) => one.events.find(({ id }) => id === event)?.label ?? event
    const calendar = { ...terms, ...one, on: day, eventLabel, happened: happened.get(one.id) ?? [] }
    const yardstick = { on: day, soonDays, holidays }
    return one.tasks.flatMap((task) =>
      occurrencesOf(task.due, calendar).flatMap((occurrence) =>
        heldBy(one, task, units, day).map((held) => ({
          ...held,
          period: occurrence.period,
          opensOn: occurrence.opensOn,
          printedDue: occurrence.due,
          why: occurrence.why,
          ...standing(occurrence, held, entries, yardstick),
        })),
      ),
    )
  })
}

type Held = Pick<Assignment, 'text' | 'task' | 'unit' | 'unitIds' | 'withUnits'>

function heldBy(text: TaskText, task: Task, units: readonly KnownUnit[], day: string): Held[] {
  const withUnits = task.with.flatMap((body) =>
    unitsOf(text.bodies[body], units, day).map(({ unit }) => unit),
  )
  const leads: (Resolved | null)[] = unitsOf(text.bodies[task.lead], units, day)
  return (leads.length > 0 ? leads : [null]).map((lead) => ({
    text,
    task,
    unit: lead?.unit ?? null,
    unitIds: lead?.ids ?? [],
    withUnits,
  }))
}

function standing(
  occurrence: Parameters<typeof standingOf>[0],
  { text, task, unitIds }: Held,
  entries: ReadonlyMap<string, Entry[]>,
  yardstick: Yardstick,
): Standing {
  const own = unitIds.flatMap(
    (unit) => entries.get([text.id, task.id, unit, occurrence.period].join('|')) ?? [],
  )
  return standingOf(
    occurrence,
    own.toSorted((a, b) => a.on.localeCompare(b.on) || a.id - b.id),
    yardstick,
  )
}

/** Events as known on a day: not those taken back by then. */
async function happenedBy({ db }: Context, on: string): Promise<Map<string, Happened[]>> {
  const { rows } = await sql<Happened & { directive: string }>`
    select e.directive, e.event, e.occurred_on::text as "on", e.nth, e.document, e.due_on::text as "dueOn"
    from task_event e left join task_event_withdrawal w on w.event_id = e.id
    where e.occurred_on <= ${on}::date and coalesce(w.withdrawn_on > ${on}::date, true)
    order by e.occurred_on, e.nth`.execute(db)
  return Map.groupBy(rows, ({ directive }) => directive)
}

async function entriesBy({ db }: Context, on: string): Promise<Map<string, Entry[]>> {
  const { rows } = await sql<Entry & { key: string }>`
    select id, kind, on_day::text as "on", due_on::text as "dueOn", answers,
      concat_ws('|', directive, task, unit_id, period) as key
    from task_entry where on_day <= ${on}::date order by on_day, id`.execute(db)
  return Map.groupBy(rows, ({ key }) => key)
}

/** Whose tasks the reader may look into: all, or those of the own subtree and those it joins in. */
export function mine({ actor }: Context, { unit, withUnits }: Assignment): boolean {
  const { scope } = actor
  if (scope === null) return true
  const within = (one: KnownUnit | null) =>
    one !== null && one.treeFrom >= scope.from && one.treeFrom <= scope.to
  return within(unit) || withUnits.some(within)
}
