import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** A class that ended, and the people who finished it: what targets about training count. */
export async function recordClass(
  db: Db,
  held: { code: string; topic: string; name: string; endedOn: string; cadreIds: readonly number[] },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into training_course (code, topic, name, ended_on)
    values (${held.code}, ${held.topic}, ${held.name}, ${held.endedOn}::date) returning id`.execute(
    db,
  )
  const id = rows[0]?.id ?? 0
  await sql`insert into training_record (cadre_id, course_id, completed_on, result)
    select finished, ${id}, ${held.endedOn}::date, 'Đạt'
    from unnest(${[...held.cadreIds]}::int[]) as finished`.execute(db)
  return id
}
