import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { addYears } from '#server/kernel/dates.ts'

/** Since which reorganisation a surplus is borne, until when, and whether that day has passed. */
export interface Borne {
  since: string | null
  until: string | null
  state: 'borne' | 'past' | 'without_basis'
}

/**
 * How a surplus of each unit is borne that day. Time runs from the reorganisation that brought it;
 * another one within that time does not begin it anew, or a small merger now and then would bear a
 * surplus for ever. One after it had ended does. A change of name brings nobody: it is followed back.
 */
export async function surplusBorne(
  db: Db,
  asOf: string,
  years: number,
): Promise<(unitId: number) => Borne> {
  const days = await reorganisedOn(db, asOf)
  return (unitId) => {
    const [first = null, ...later] = days.get(unitId) ?? []
    if (first === null) return { since: null, until: null, state: 'without_basis' }
    const since = later.reduce((from, day) => (day > addYears(from, years) ? day : from), first)
    const until = addYears(since, years)
    return { since, until, state: asOf <= until ? 'borne' : 'past' }
  }
}

/** Days on which others came into a unit, or into the agency a division belongs to, in order. */
async function reorganisedOn(db: Db, asOf: string): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ id: number; days: string[] }>`
    with recursive done as (select * from unit_succession where took_effect_on <= ${asOf}::date),
    named(id, was) as (
      select successor_id, successor_id from done
      union select n.id, d.unit_id from named n join done d on d.successor_id = n.was
      where d.relation = 'renamed_to'),
    came as (select n.id, d.took_effect_on as day from named n join done d on d.successor_id = n.was
      where d.relation <> 'renamed_to')
    select id, array_agg(day::text order by day) as days from (
      select id, day from came
      union select u.id, c.day from came c join unit_parent p on p.parent_id = c.id
        and p.during @> ${asOf}::date join unit u on u.id = p.unit_id and u.kind = 'division') all_days
    group by id`.execute(db)
  return new Map(rows.map(({ id, days }) => [id, days]))
}
