import { sql } from 'kysely'
import { endPosts, foundPosts, type PostToFound } from '#server/organisation/restructure.ts'
import type { UnitThen, Work } from './work.ts'

/** Leaders sit in counted posts of the unit they come to; the posts of all others come with them. */
export const LEADS = new Set(['head', 'deputy', 'member', 'division_head', 'division_deputy'])

/**
 * Posts that are no leader's come along with their seats, as rows beside those already there: seats
 * of a post are not dated, so more of them would change the past. Leaders' posts come only where the
 * unit has none of the title: as many seats as the largest of those merged. Posts named by their
 * title leave the unit they were in, also when it goes on.
 */
export async function bringPosts(
  work: Work,
  from: readonly UnitThen[],
  into: UnitThen,
  titles: readonly string[] | null = null,
): Promise<void> {
  const { rows } = await sql<Omit<PostToFound, 'unitId'>>`
    select title_code as "titleCode", min(name) as name, min(rank) as rank,
      min(managed_by) as "managedBy", bool_or(in_frame) as "inFrame", bool_or(is_key) as "isKey",
      case when min(rank) = any(${[...LEADS]}) then max(seats) else sum(seats) end::integer as seats
    from post p
    where unit_id = any(${from.map(({ id }) => id)}::integer[]) and during @> ${work.on}::date
      and (${titles}::text[] is null or title_code = any(${titles}::text[]))
      and not (rank = any(${[...LEADS]}) and exists (select from post own
        where own.unit_id = ${into.id} and own.title_code = p.title_code
          and own.during @> ${work.on}::date))
      and not exists (select from unit u where u.id = ${into.id} and ${onlyOwnLeaders(from, into, titles)}
        and p.rank = any(${[...LEADS]}))
    group by title_code order by min(id)`.execute(work.db)
  const { changes } = await foundPosts(
    work.db,
    rows.map((post) => ({ ...post, unitId: into.id })),
    work.on,
  )
  work.changes.push(...changes)
  if (titles)
    for (const { id } of from) work.changes.push(...(await endPosts(work.db, id, titles, work.on)))
}

/** Leaders of another kind of unit (a district's secretary in a city) bring no post unless it is named. */
const onlyOwnLeaders = (
  from: readonly UnitThen[],
  into: UnitThen,
  titles: readonly string[] | null,
) => sql`${titles === null && from.some(({ kind }) => kind !== into.kind)}::boolean`
