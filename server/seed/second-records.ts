import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** People kept twice in a demonstration province: enough to show the screen, too few to matter. */
const KEPT_TWICE = 3

/**
 * Second records of people, as a list of another unit leaves them: no post and no employment, so
 * that nothing is counted twice; the last one knows only the year of birth.
 */
export async function keepSomeTwice(db: Db, looksAt: string): Promise<void> {
  await sql`with chosen as (
      select c.*, row_number() over (order by c.id) as place,
        (select max(split_part(record_no, '-', 2)::integer) from cadre) as last_no
      from cadre c join tenure t on t.cadre_id = c.id and t.holding = 'main'
        and t.rank = 'specialist' and t.during @> ${looksAt}::date
      where c.born_precision = 'day' and c.home_place is not null order by c.id limit ${KEPT_TWICE})
    insert into cadre (record_no, full_name, sex, born_on, born_precision, home_place, unit_id,
      name_search, name_key)
    select split_part(record_no, '-', 1) || '-' || lpad((last_no + place)::text, 6, '0'), full_name,
      sex, case when place = ${KEPT_TWICE} then date_trunc('year', born_on)::date else born_on end,
      case when place = ${KEPT_TWICE} then 'year' else 'day' end, home_place, unit_id,
      name_search, name_key
    from chosen`.execute(db)
}
