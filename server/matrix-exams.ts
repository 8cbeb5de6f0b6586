/** A round with a paper of two units, for the matrix of who may read what. */
import { sql } from 'kysely'
import { PEOPLE, UNITS } from './cast.ts'
import type { Db } from './kernel/database.ts'

const LIST =
  'Lĩnh vực\tChủ đề\tMức độ\tCâu hỏi\tA\tB\tĐáp án\tCăn cứ\nL\tC\tDễ\tHỏi?\tMột\tHai\tA\tLuật'

export const EXAMS_ASKED: Record<string, readonly object[]> = {
  'exams.board': [{ id: 1 }],
  'exams.results_file': [{ id: 1 }],
  'exams.own_paper': [{ id: 1 }, { id: 2 }],
  'exams.preview_questions': [{ file: { name: 'dan.txt', bytes: new TextEncoder().encode(LIST) } }],
}

export async function withExams(db: Db): Promise<void> {
  await sql`insert into exam_topic (id, field, name) values (1, 'L', 'C')`.execute(db)
  await sql`insert into exam_question (id, topic_id, kind, difficulty, stem, clause, added_on, added_by)
    values (1, 1, 'short', 'easy', 'Nêu', 'Luật', '2024-01-01', 'x')`.execute(db)
  await sql`insert into exam_key (question_id, guide) values (1, 'Ý')`.execute(db)
  await sql`insert into exam_blueprint (id, name, minutes, pass_share, during, basis)
    values (1, 'Đề', 30, 0.5, '[2024-01-01,)', 'KH')`.execute(db)
  await sql`insert into exam_blueprint_part values (1, 1, 'easy', 1, 1)`.execute(db)
  await sql`insert into training_course (id, code, topic, name)
    values (900, 'KT', 'knowledge_test', 'Kiểm tra')`.execute(db)
  await sql`insert into exam_round
      (id, name, unit_id, blueprint_id, opens_on, closes_on, basis, pool, course_id, opened_by)
    values (1, 'Đợt', ${UNITS.province.id}, 1, '2024-10-01', '2024-10-31', 'KH', '{1}', 900, 'x')`.execute(
    db,
  )
  await sql`insert into exam_paper
      (id, round_id, cadre_id, unit_id, seed, max_score, started_at, ends_at, submitted_at, submitted_by)
    select n, 1, cadre_id, unit_id, 'x', 1, now(), now(), now(), 'person'
    from (values (1, ${PEOPLE.thu}::integer, ${UNITS.health.id}::integer),
      (2, ${PEOPLE.dung}::integer, ${UNITS.homeStaff.id}::integer)) v (n, cadre_id, unit_id)`.execute(
    db,
  )
  await sql`insert into exam_item (paper_id, position, cadre_id, question_id, options_order, points, answer)
    select id, 1, cadre_id, 1, '{}', 1, '"Của tôi"' from exam_paper`.execute(db)
}
