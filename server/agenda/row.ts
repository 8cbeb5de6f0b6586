import { z } from 'zod'
import type { Event } from '#server/due/ics.ts'

export const agendaRow = z.object({
  date: z.string(),
  /** A task of a directive, a kind of due date of people, or what another folder hands in. */
  kind: z.string(),
  kindLabel: z.string(),
  label: z.string(),
  unitId: z.number().nullable(),
  unit: z.string().nullable(),
  cite: z.string(),
  /** Of a task; the others have none. */
  state: z.string().nullable(),
  stateLabel: z.string().nullable(),
  task: z.object({ directive: z.string(), task: z.string(), period: z.string() }).nullable(),
  cadreId: z.number().nullable(),
  /** The petition or briefing it opens. */
  number: z.number().nullable(),
})

/** A line of the calendar, with what of it may leave the house. */
export type Line = z.output<typeof agendaRow> & { ics: Event | null }

export interface Asked {
  asOf: string
  from: string
  to: string
  /** Number of a unit; every unit in sight when absent. */
  unit: number | undefined
  /** Without a first day asked for: what should be done by now and is not comes along. */
  overdue: boolean
}

export const inside = (
  { from, to, overdue }: Asked,
  date: string,
  { undone }: { undone: boolean },
): boolean => date <= to && (from <= date || (overdue && undone))
export const meant = ({ unit }: Asked, unitId: number | null): boolean =>
  unit === undefined || unit === unitId

export const NO_LINK = { state: null, task: null, cadreId: null, number: null } as const
