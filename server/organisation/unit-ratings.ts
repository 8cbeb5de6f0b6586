import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

interface UnitRating {
  unitId: number
  year: number
  level: string
  on: string
}

/** The rating of a unit for a year; the later decision stands. */
export async function recordUnitRating(
  db: Db,
  { unitId, year, level, on }: UnitRating,
): Promise<void> {
  await sql`insert into unit_rating (unit_id, year, level, decided_on)
    values (${unitId}, ${year}, ${level}, ${on})
    on conflict (unit_id, year) do update set level = excluded.level,
      decided_on = excluded.decided_on`.execute(db)
}
