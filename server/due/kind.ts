import { type RawBuilder, sql } from 'kysely'
import type { Rules } from './rules.ts'

export interface Asked {
  asOf: string
  rules: Rules
}

/** What a date was reckoned from, as its kind put it into `facts`. */
export type Facts = Record<string, string | number | null>

/** One kind of due date. */
export interface Kind {
  label: string
  clause(rules: Rules, facts: Facts): string
  /** Rows `(cadre_id, people, due_on, facts)` over `serving s`; `cadre_id` null speaks of many. */
  dates(asked: Asked): RawBuilder<unknown>
  /** The arithmetic in words; never a birth date unless `tellsBirth`. */
  why(facts: Facts, rules: Rules): string
  /** Whom the records cannot tell about: rows `(cadre_id)`, and what is missing. */
  unknown?: { says: string; people(asked: Asked): RawBuilder<unknown> }
  /** Not done while the record still says so: a day that has passed stays on the list. */
  open?: true
  /** Stays out of calendars kept elsewhere. */
  confidential?: true
  /** Its arithmetic begins with the birth date, which no calendar repeats. */
  tellsBirth?: true
}

/** A row of `dates` about one person. */
export const about = (due: RawBuilder<unknown>, facts: RawBuilder<unknown> = sql`'{}'::jsonb`) =>
  sql`s.cadre_id, 1 as people, (${due})::date as due_on, ${facts} as facts`

export const later = (from: RawBuilder<unknown>, months: number | RawBuilder<unknown>) =>
  sql`${from} + make_interval(months => ${months})`
