import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** A knowledge test on the records, as one course: whoever takes it gets a line below it. */
export async function openTestCourse(
  db: Db,
  course: { code: string; name: string; endedOn: string },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into training_course (code, topic, name, ended_on)
    values (${course.code}, 'knowledge_test', ${course.name}, ${course.endedOn}::date)
    returning id`.execute(db)
  return rows[0]?.id ?? 0
}

/** Taken on a day; the result follows when it is marked. */
export async function recordTest(
  db: Db,
  taken: { cadreId: number; courseId: number; on: string; result: string | null },
): Promise<void> {
  await sql`insert into training_record (cadre_id, course_id, completed_on, result)
    values (${taken.cadreId}, ${taken.courseId}, ${taken.on}::date, ${taken.result})
    on conflict (cadre_id, course_id) do update set result = excluded.result`.execute(db)
}
