import { sql } from 'kysely'
import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { difficultyCodes } from './words.ts'

export const partShape = z.object({
  topicId: z.number().int(),
  difficulty: z.enum(difficultyCodes),
  questions: z.number().int().min(1, 'Mỗi dòng cần ít nhất một câu.').max(200),
  points: z.number().positive('Điểm mỗi câu phải lớn hơn 0.').max(100),
})

/** What a paper consists of, by title: those in force and those that were. */
export const blueprints = query({
  name: 'exams.blueprints',
  input: z.strictObject({ asOf: z.string().optional() }),
  output: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      title: z.string().nullable(),
      minutes: z.number(),
      passShare: z.number(),
      from: z.string(),
      to: z.string().nullable(),
      basis: z.string(),
      inForce: z.boolean(),
      parts: z.array(partShape.extend({ topic: z.string(), inBank: z.number() })),
    }),
  ),
  async run({ db, today }) {
    const { rows } = await sql<Row>`
      select b.id, b.name, t.name as title, b.minutes, b.pass_share::float as "passShare",
        lower(b.during)::text as "from", upper(b.during)::text as "to", b.basis,
        b.during @> ${today}::date as "inForce",
        (select jsonb_agg(jsonb_build_object('topicId', p.topic_id, 'difficulty', p.difficulty,
            'questions', p.questions, 'points', p.points, 'topic', e.name, 'inBank', (
              select count(*) from exam_question q where q.topic_id = p.topic_id
                and q.difficulty = p.difficulty and q.retired_on is null)) order by e.name, p.difficulty)
          from exam_blueprint_part p join exam_topic e on e.id = p.topic_id
          where p.blueprint_id = b.id) as parts
      from exam_blueprint b left join job_title t on t.code = b.title_code
      order by t.sort_order nulls first, lower(b.during) desc`.execute(db)
    return rows
  },
})

interface Row {
  id: number
  name: string
  title: string | null
  minutes: number
  passShare: number
  from: string
  to: string | null
  basis: string
  inForce: boolean
  parts: (z.output<typeof partShape> & { topic: string; inBank: number })[]
}

/** From a day on papers of a title are made so; the blueprint before ends that day and stays readable. */
export const setBlueprint = command({
  name: 'exams.set_blueprint',
  input: z.strictObject({
    name: z.string().trim().min(1, 'Hãy đặt tên cấu trúc đề.').max(200),
    titleCode: z.string().optional(),
    minutes: z.number().int().min(1).max(300),
    passShare: z.number().gt(0).max(1),
    from: isoDate,
    basis: z.string().trim().min(1, 'Hãy ghi căn cứ: số quyết định, kế hoạch.').max(300),
    parts: z.array(partShape).min(1, 'Cấu trúc đề cần ít nhất một dòng.'),
  }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `blueprint:${id}` }),
  async run({ db }, { titleCode = null, parts, ...one }) {
    const named =
      await sql`select 1 from exam_topic where id = any(${parts.map((part) => part.topicId)}::integer[])
      and (${titleCode}::text is null or exists (select from job_title where code = ${titleCode}))`.execute(
        db,
      )
    const lines = new Set(parts.map(({ topicId, difficulty }) => `${topicId} ${difficulty}`))
    if (
      named.rows.length !== new Set(parts.map(({ topicId }) => topicId)).size ||
      lines.size < parts.length
    )
      throw new Refusal(
        'invalid',
        'Mỗi dòng phải là một chủ đề có trong ngân hàng, mỗi chủ đề và mức độ ghi một lần; chức danh lấy trong danh mục.',
      )
    const { rows: before } = await sql<{ id: number; from: string }>`
      select id, lower(during)::text as "from" from exam_blueprint
      where title_code is not distinct from ${titleCode}::text
        and (during @> ${one.from}::date or lower(during) >= ${one.from}::date) for update`.execute(
      db,
    )
    const later = before.find(({ from }) => from >= one.from)
    if (later)
      throw new Refusal(
        'conflict',
        'Chức danh này đã có cấu trúc đề áp dụng từ ngày đó trở đi. Hãy chọn ngày sau.',
      )
    for (const { id } of before)
      await sql`update exam_blueprint set during = daterange(lower(during), ${one.from}::date)
        where id = ${id}`.execute(db)
    const { rows } = await sql<{ id: number }>`
      insert into exam_blueprint (name, title_code, minutes, pass_share, during, basis)
      values (${one.name}, ${titleCode}::text, ${one.minutes}, ${one.passShare},
        daterange(${one.from}::date, null), ${one.basis}) returning id`.execute(db)
    const id = rows[0]?.id ?? 0
    for (const part of parts)
      await sql`insert into exam_blueprint_part (blueprint_id, topic_id, difficulty, questions, points)
        values (${id}, ${part.topicId}, ${part.difficulty}, ${part.questions}, ${part.points})`.execute(
        db,
      )
    return { id }
  },
})
