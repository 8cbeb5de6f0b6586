import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** Heads of departments with a sibling in a division of theirs: what the warning list is for. */
const SIBLINGS = 3
/** Couples who lead nothing together: declared, and no warning. */
const COUPLES = 3

/** A few declared families among the invented people of a demonstration province. */
export async function declareFamilies(db: Db, looksAt: string): Promise<void> {
  const on = sql`${looksAt}::date`
  const seats = sql`select t.cadre_id, t.unit_id, t.rank, u.kind, c.sex, c.born_on,
      split_part(c.full_name, ' ', 1) as surname
    from tenure t join unit u on u.id = t.unit_id join cadre c on c.id = t.cadre_id
    where t.holding = 'main' and t.during @> ${on}`
  await sql`with seats as materialized (${seats})
    insert into kinship (cadre_id, relative_id, relation, declared_on, confirmed_on)
    select h.cadre_id, r.cadre_id, 'sibling', ${on} - 300, ${on} - 240
    from seats h cross join lateral (
      select s.cadre_id from seats s
      join unit_parent p on p.unit_id = s.unit_id and p.parent_id = h.unit_id and p.during @> ${on}
      where s.surname = h.surname and abs(s.born_on - h.born_on) between 400 and 5500
      order by s.cadre_id limit 1) r
    where h.rank = 'head' and h.kind = 'department' order by h.cadre_id limit ${SIBLINGS}`.execute(
    db,
  )
  await sql`with seats as materialized (${seats})
    insert into kinship (cadre_id, relative_id, relation, declared_on, confirmed_on)
    select w.cadre_id, h.cadre_id, 'spouse', ${on} - 200, null
    from (select *, row_number() over (order by cadre_id) as place from seats
      where rank = 'specialist' and sex = 'female' and unit_id % 2 = 0) w
    join (select *, row_number() over (order by cadre_id) as place from seats
      where rank = 'specialist' and sex = 'male' and unit_id % 2 = 1) h using (place)
    where abs(w.born_on - h.born_on) < 3000 order by place limit ${COUPLES}`.execute(db)
}
