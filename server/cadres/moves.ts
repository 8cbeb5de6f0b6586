import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { altered, type Change, listed } from '#server/organisation/changes.ts'
import { heightOf, heldForTerm, LEADERS } from './terms.ts'

/** Where somebody goes on from a day: another post, or none while waiting for one. */
export interface Move {
  tenureId: number
  /** Null only ends the post: concurrent and acting posts vanish with their unit. */
  unitId: number | null
  postId: number | null
  seatNo: number | null
  title: string
  rank: string
}

export interface MoveBasis {
  on: string
  reason: string
  decisionNo: string
  decidedBy: string
  decidedOn: string
  /** Whether terms are counted from this decision; where only a name changes they run on. */
  termBegins: boolean
  termMonths: number
  /** How long the allowance of a post is kept in a lower one. */
  allowanceMonths: number
}

/** Everybody's posts go on elsewhere: what was held before the day is ended there, never rewritten. */
export async function moveTenures(
  db: Db,
  moves: readonly Move[],
  basis: MoveBasis,
): Promise<Change[]> {
  if (moves.length === 0) return []
  const moved = await endAndBegin(db, moves, basis)
  const ended = moved.filter(({ was }) => was !== null)
  if (ended.length === moves.length) return moved
  return [...moved, ...(await pointElsewhere(db, moves, basis.on))]
}

/** In one statement: rows already there need not travel here and back. All end before any begins. */
async function endAndBegin(db: Db, moves: readonly Move[], basis: MoveBasis) {
  const { on, reason, decisionNo, decidedBy, decidedOn } = basis
  const { rows } = await sql<{ was: object | null; became: object }>`
    with held as materialized (
      select t.*, to_jsonb(t) as was, ${heldForTerm(on)} as for_term, m."unitId" as to_unit, m."postId" as to_post,
        m."seatNo" as to_seat, m.title as to_title, m.rank as to_rank
      from ${asRows(moves)} join tenure t on t.id = m."tenureId"
      where lower(t.during) < ${on}::date),
    ended as (
      update tenure t set during = daterange(lower(t.during), ${on}::date), end_reason = ${reason}
      from held where t.id = held.id returning held.was, to_jsonb(t) as became),
    begun as (
      insert into tenure (cadre_id, unit_id, post_id, seat_no, title, rank, holding, during, entry,
        is_first_at_rank, decided_on, decision_no, decided_by, from_unit_id, term_until,
        position_allowance, allowance_kept_until, end_reason)
      select cadre_id, to_unit, to_post, to_seat, to_title, to_rank, holding,
        daterange(${on}::date, upper(during)), ${entryAfter(basis)},
        case when to_rank = rank then false end, ${decidedOn}::date, ${decisionNo}, ${decidedBy},
        unit_id, ${termAfter(basis)}, position_allowance, ${keptAfter(basis)}, end_reason
      from held where to_unit is not null and (select count(*) from ended) > 0
      returning to_jsonb(tenure) as became)
    select was, became from ended union all select null, became from begun`.execute(db)
  return rows.map(({ was, became }): Change => ({ table: 'tenure', was, became }))
}

/** A list that never said how the post was come by says no more under another name. */
const entryAfter = ({ termBegins }: MoveBasis) =>
  sql`case when entry = 'import' and not ${termBegins}::boolean then 'import' else 'transfer' end`

/** An elected post keeps the term of its body; whoever leads no longer holds for a term at all. */
const termAfter = ({ on, termBegins, termMonths }: MoveBasis) => sql`case
  when rank in ${LEADERS} and to_rank not in ${LEADERS} then null
  when not for_term then term_until
  when ${termBegins}::boolean then (${on}::date + make_interval(months => ${termMonths}))::date
  when entry = 'import' then term_until
  else coalesce(term_until, (lower(during) + make_interval(months => ${termMonths}))::date) end`

/** The allowance of a higher post is kept for a time. */
const keptAfter = ({ on, allowanceMonths }: MoveBasis) => sql`case
  when position_allowance is not null and ${heightOf('to_rank')} > ${heightOf('rank')}
  then (${on}::date + make_interval(months => ${allowanceMonths}))::date
  else allowance_kept_until end`

/** What was to begin in the unit on the day or after begins where the unit went. */
async function pointElsewhere(db: Db, moves: readonly Move[], on: string) {
  const { rows } = await sql<{ was: object; became: object }>`
    update tenure t set unit_id = m."unitId", post_id = m."postId", seat_no = m."seatNo",
      title = m.title, rank = m.rank
    from ${asRows(moves)} join lateral (select o.id, to_jsonb(o) as was from tenure o
      where o.id = m."tenureId" and lower(o.during) >= ${on}::date) o on true
    where t.id = o.id and m."unitId" is not null
    returning o.was, to_jsonb(t) as became`.execute(db)
  return rows.map(({ was, became }): Change => ({ table: 'tenure', was, became }))
}

const asRows = (moves: readonly Move[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m("tenureId" integer,
    "unitId" integer, "postId" integer, "seatNo" integer, title text, rank text)`

/** People whose posts were changed by something else since the moves. */
export async function alteredTenures(
  db: Db,
  changes: readonly Change[],
): Promise<{ cadreId: number; name: string }[]> {
  const rows = await altered(db, 'tenure', changes)
  if (rows.length === 0) return []
  const ids = rows.map(({ cadre_id }) => Number(cadre_id))
  const found = await sql<{ cadreId: number; name: string }>`
    select id as "cadreId", full_name as name from cadre where id = any(${ids}::integer[])
    order by name_key, id`.execute(db)
  return found.rows
}

/** Takes back moves of people: what they held goes on as if nothing had been decided. */
export async function restoreTenures(db: Db, changes: readonly Change[]): Promise<void> {
  const own = listed('tenure', changes)
  await sql`delete from tenure t using ${own}
    where c.was is null and t.id = (c.became ->> 'id')::integer`.execute(db)
  await sql`update tenure t set unit_id = o.unit_id, post_id = o.post_id, seat_no = o.seat_no,
      title = o.title, rank = o.rank, during = o.during, end_reason = o.end_reason
    from ${own} cross join lateral jsonb_populate_record(null::tenure, c.was) o
    where c.was is not null and t.id = o.id`.execute(db)
}

/** Records are kept where people serve today; those who serve nowhere stay where they are kept. */
export async function keepRecordsWhereServing(
  db: Db,
  cadreIds: readonly number[],
  today: string,
): Promise<void> {
  await sql`update cadre c set unit_id = t.unit_id from tenure t
    where t.cadre_id = c.id and t.holding = 'main' and t.during @> ${today}::date
      and c.id = any(${cadreIds}::integer[]) and c.unit_id is distinct from t.unit_id`.execute(db)
}
