import { sql } from 'kysely'

/** Ranks that are appointed for a term, the highest first. */
const RANKS = sql.raw(`'head', 'deputy', 'division_head', 'division_deputy'`)
export const LEADERS = sql`(${RANKS})`

/** Place of a rank among them from the highest, 1; every other rank is below them all. */
export const heightOf = (rank: string) =>
  sql`coalesce(array_position(array[${RANKS}], ${sql.ref(rank)}), 9)`

/**
 * Whether a row `t` of tenure is held for a term that ends with a re-appointment. Elected posts end
 * with their body: entered by nomination, or held by an official (cán bộ) whom no appointment names.
 * Rotations and postings end by their own day, and nobody is re-appointed to acting.
 */
export const heldForTerm = (on: string) => sql`(t.rank in ${LEADERS} and t.holding <> 'acting'
  and t.entry not in ('nomination', 'rotation', 'term_posting')
  and (t.entry in ('appointment', 'reappointment') or not exists (select from employment e
    where e.cadre_id = t.cadre_id and e.kind = 'official' and e.during @> ${on}::date)))`
