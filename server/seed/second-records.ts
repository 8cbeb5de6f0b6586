import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** People kept twice in a demonstration province: enough to show the screen, too few to matter. */
const KEPT_TWICE = 3

/**
 * Second records of people, as a list of another unit leaves them: no post and no employment, so
 * that nothing is counted twice; the papers they were made from are the same.
 */
export async function keepSomeTwice(db: Db, looksAt: string): Promise<void> {
  const twins = sql`select n.id, o.id as own from cadre n join cadre o
    on o.name_search = n.name_search and o.born_on = n.born_on and o.id < n.id
    where not exists (select from tenure t where t.cadre_id = n.id)`
  await sql`with chosen as (
      select c.*, row_number() over (order by c.id) as place,
        (select max(split_part(record_no, '-', 2)::integer) from cadre) as last_no
      from cadre c join tenure t on t.cadre_id = c.id and t.holding = 'main'
        and t.rank = 'specialist' and t.during @> ${looksAt}::date
      where c.born_precision = 'day' and c.home_place is not null order by c.id limit ${KEPT_TWICE})
    insert into cadre (record_no, full_name, sex, born_on, born_precision, home_place, unit_id,
      name_search, name_key)
    select split_part(record_no, '-', 1) || '-' || lpad((last_no + place)::text, 6, '0'), full_name,
      sex, born_on, 'day', home_place, unit_id,
      name_search, name_key
    from chosen`.execute(db)
  await sql`insert into qualification (cadre_id, level, major)
    select twin.id, q.level, q.major from (${twins}) twin
    join qualification q on q.cadre_id = twin.own`.execute(db)
  await sql`insert into certificate (cadre_id, kind, level)
    select twin.id, x.kind, x.level from (${twins}) twin
    join certificate x on x.cadre_id = twin.own`.execute(db)
}
