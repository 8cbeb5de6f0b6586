import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** The yearly ratings decided together; a year rated before takes the later decision. */
export async function recordRatings(
  db: Db,
  year: number,
  decidedOn: string,
  people: readonly { cadreId: number; level: string }[],
): Promise<void> {
  await sql`insert into rating (cadre_id, year, level, decided_on)
    select "cadreId", ${year}::integer, level, ${decidedOn}::date
    from json_to_recordset(${JSON.stringify(people)}::json) as r("cadreId" integer, level text)
    on conflict (cadre_id, year) do update set level = excluded.level,
      decided_on = excluded.decided_on`.execute(db)
}
