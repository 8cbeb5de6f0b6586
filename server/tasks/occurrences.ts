import type { TaskDue } from '#server/directives/task-shape.ts'
import { addDays, endOfMonth, inVietnamese, yearOf } from '#server/kernel/dates.ts'
import { addWorkingDays, nextWorked } from './working-days.ts'

/** One time a task comes round. */
export interface Occurrence {
  /** The day the text prints for a recurring one, the event that started it (`on` + its day), or empty. */
  period: string
  /** First day it can be worked on; null while an event is awaited. */
  opensOn: string | null
  due: string | null
  /** How the day follows from the text. */
  why: string
}

export interface Happened {
  event: string
  on: string
  /** Which time it happened that day. */
  nth: number
  document: string
  dueOn: string | null
}

export interface Calendar {
  /** The directive applies to the province from this day, to that one. */
  from: string
  to: string | null
  /** The day the question is asked for. */
  on: string
  /** How far ahead recurring tasks are asked for. */
  until: string
  happened: readonly Happened[]
  eventLabel(event: string): string
  /** Days of the year a parameter names, `MM-DD`. */
  daysNamed(parameter: string): readonly string[]
  holidays: ReadonlySet<string>
  rollsOver: boolean
  /** Whether “trước 15/11” leaves the 15th in time. */
  beforeCounts: boolean
}

/** The times a task comes round as known on the day asked. */
export function occurrencesOf(due: TaskDue, calendar: Calendar): Occurrence[] {
  const { from } = calendar
  if (due === 'lasting') return [once(from, null, 'việc thường xuyên, văn bản không ghi hạn')]
  if ('by' in due) return [once(from, lastDay(due.by, due, calendar), 'hạn ghi trong văn bản')]
  if ('quarter' in due) return [once(from, endOfQuarter(due.quarter), `quý ${quarterWords(due)}`)]
  if ('year' in due)
    return [once(later(from, `${due.year}-01-01`), `${due.year}-12-31`, `trong năm ${due.year}`)]
  if ('from' in due) return [once(later(from, due.from), null, `từ ${inVietnamese(due.from)}`)]
  if ('yearly' in due) return yearly(due, calendar)
  return started(due, calendar)
}

const once = (opensOn: string, due: string | null, why: string): Occurrence => ({
  period: '',
  opensOn,
  due,
  why,
})

/** A text that says “trước” a day leaves open whether that day is still in time; the province says. */
const lastDay = (day: string, { before }: { before?: true | undefined }, calendar: Calendar) =>
  before && !calendar.beforeCounts ? addDays(day, -1) : day

const later = (a: string, b: string) => (a > b ? a : b)

const ROMAN = ['I', 'II', 'III', 'IV']

const quarterWords = ({ quarter }: { quarter: string }) =>
  `${ROMAN[Number(quarter.slice(6)) - 1]}/${quarter.slice(0, 4)}`

const endOfQuarter = (quarter: string): string =>
  endOfMonth(`${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}-01`)

/**
 * From last year's on: what an older year left undone is for its report, not for the board. Each
 * begins the day after the one before was due, and is named by the day the text prints.
 */
function yearly(due: Extract<TaskDue, { yearly: unknown }>, calendar: Calendar): Occurrence[] {
  const { from, to, on, until, daysNamed } = calendar
  const days = Array.isArray(due.yearly) ? due.yearly : daysNamed(due.yearly.parameter)
  const all: string[] = []
  for (let year = yearOf(on) - 2; year <= yearOf(until); year += 1)
    for (const day of days.toSorted()) all.push(`${year}-${day}`)
  return all.flatMap((period, index) => {
    const last = all[index - 1]
    const applies = period >= from && (to === null || period <= to)
    if (!last || !applies || yearOf(period) < yearOf(on) - 1) return []
    const said = `${'before' in due ? 'trước' : 'hạn'} ${inVietnamese(period).slice(0, 5)}`
    const opensOn = later(from, addDays(last, 1))
    const why = `định kỳ hằng năm, ${said}`
    return [{ period, opensOn, due: lastDay(period, due, calendar), why }]
  })
}

/** Every time the event happened is a time of its own; until then the task waits. */
function started(due: Extract<TaskDue, { after: string }>, calendar: Calendar): Occurrence[] {
  const happened = calendar.happened.filter(
    ({ event, on }) => event === due.after && on <= calendar.on,
  )
  if (happened.length === 0) {
    const why = `chờ: ${calendar.eventLabel(due.after)}`
    return [{ period: '', opensOn: null, due: null, why }]
  }
  return happened.map(({ on, nth, document, dueOn }) => ({
    period: nth === 1 ? `on ${on}` : `on ${on}/${nth}`,
    opensOn: later(calendar.from, on),
    due: dueOn ?? counted(due, on, calendar),
    why: `${calendar.eventLabel(due.after)} ngày ${inVietnamese(on)} (${document})`,
  }))
}

function counted(
  due: Extract<TaskDue, { after: string }>,
  on: string,
  { holidays, rollsOver }: Calendar,
): string | null {
  if ('working_days' in due) return addWorkingDays(on, due.working_days, holidays)
  if (!('days' in due)) return null
  const last = addDays(on, due.days)
  return rollsOver ? nextWorked(last, holidays) : last
}
