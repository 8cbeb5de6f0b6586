import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Difficulty, difficultyCodes, type Kind, kindCodes } from './words.ts'

const id = wholeNumber
const written = (problem: string) => z.string().trim().min(1, problem).max(2000)

interface Question {
  field: string
  topic: string
  kind: Kind
  difficulty: Difficulty
  stem: string
  options: string[]
  correct: number[]
  guide: string | null
  clause: string
}

/** The bank: every question in force with its key, how often it was asked, and the versions before. */
export const bank = query({
  name: 'exams.bank',
  input: z.strictObject({ asOf: z.string().optional() }),
  output: z.object({
    topics: z.array(z.object({ id: z.number(), field: z.string(), name: z.string() })),
    questions: z.array(
      z.object({
        id: z.number(),
        topicId: z.number(),
        kind: z.enum(kindCodes),
        difficulty: z.enum(difficultyCodes),
        stem: z.string(),
        options: z.array(z.string()),
        correct: z.array(z.number()),
        guide: z.string().nullable(),
        clause: z.string(),
        used: z.number(),
        version: z.number(),
      }),
    ),
  }),
  async run({ db }) {
    const topics = await sql<{ id: number; field: string; name: string }>`
      select id, field, name from exam_topic order by field, name`.execute(db)
    const { rows } = await sql<
      Question & { id: number; topicId: number; used: number; version: number }
    >`
      with recursive line as (
        select id, id as latest, replaces_id, 1 as depth from exam_question where retired_on is null
        union all select q.id, l.latest, q.replaces_id, l.depth + 1
        from line l join exam_question q on q.id = l.replaces_id)
      select q.id, q.topic_id as "topicId", q.kind, q.difficulty, q.stem, q.options, k.correct,
        k.guide, q.clause, (select count(*)::int from exam_item i where i.question_id = q.id) as used,
        (select max(depth) from line l where l.latest = q.id) as version
      from exam_question q join exam_key k on k.question_id = q.id
      where q.retired_on is null order by q.topic_id, q.id`.execute(db)
    return { topics: topics.rows, questions: rows }
  },
})

/** A question is put right by another version; the one that was asked stays as it was asked. */
export const supersedeQuestion = command({
  name: 'exams.supersede_question',
  input: z.strictObject({
    id,
    stem: written('Hãy ghi câu hỏi.'),
    options: z.array(written('Phương án không được để trống.')).max(6),
    correct: z.array(z.number().int().min(1).max(6)),
    guide: z.string().trim().nullable().default(null),
    clause: written('Hãy ghi căn cứ: văn bản, điều, khoản.'),
  }),
  output: z.object({ id: z.number() }),
  // The log never tells what would have been right.
  about: (_, { id }) => ({ caseRef: `question:${id}`, unlogged: ['correct', 'guide'] }),
  async run(ctx, { id, ...next }) {
    const stored = await inForce(ctx, id)
    const { kind } = stored
    const right = next.correct
    if (
      kind === 'short'
        ? !next.guide
        : right.length === 0 || Math.max(...right) > next.options.length
    )
      throw new Refusal(
        'invalid',
        'Hãy ghi đáp án là một trong các phương án, hoặc gợi ý chấm cho câu trả lời ngắn.',
      )
    if ((kind === 'short') !== (next.options.length === 0) || next.options.length === 1)
      throw new Refusal(
        'invalid',
        'Câu trắc nghiệm cần ít nhất hai phương án; câu trả lời ngắn không có phương án.',
      )
    if (kind === 'single' && right.length > 1)
      throw new Refusal('invalid', 'Câu này thuộc loại một đáp án. Hãy chỉ chọn một.')
    await retire(ctx, id)
    return { id: await addQuestion(ctx, { ...stored, ...next }, id) }
  },
})

export const retireQuestion = command({
  name: 'exams.retire_question',
  input: z.strictObject({ id }),
  output: z.object({ id: z.number() }),
  about: ({ id }) => ({ caseRef: `question:${id}` }),
  async run(ctx, { id }) {
    await inForce(ctx, id)
    await retire(ctx, id)
    return { id }
  },
})

async function inForce({ db }: Context, id: number) {
  const { rows } = await sql<Question & { id: number }>`
    select q.id, t.field, t.name as topic, q.kind, q.difficulty from exam_question q
    join exam_topic t on t.id = q.topic_id where q.id = ${id} and q.retired_on is null for update of q`.execute(
    db,
  )
  if (rows[0]) return rows[0]
  throw new Refusal(
    'conflict',
    'Câu hỏi này đã ngừng dùng hoặc đã có bản thay. Hãy tải lại ngân hàng câu hỏi.',
  )
}

const retire = ({ db, today }: Context, id: number) =>
  sql`update exam_question set retired_on = ${today}::date where id = ${id}`.execute(db)

/** Its topic is opened with the first question of it. */
export async function addQuestion(
  { db, actor, today }: Pick<Context, 'db' | 'actor' | 'today'>,
  one: Question,
  replaces: number | null = null,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with known as (select id from exam_topic where field = ${one.field} and name = ${one.topic}),
    opened as (insert into exam_topic (field, name)
      select ${one.field}, ${one.topic} where not exists (select from known) returning id)
    insert into exam_question (topic_id, kind, difficulty, stem, options, clause, replaces_id,
      added_on, added_by)
    select id, ${one.kind}, ${one.difficulty}, ${one.stem}, ${[...one.options]}::text[],
      ${one.clause}, ${replaces}::integer, ${today}::date, ${actor.name}
    from (select id from known union all select id from opened) topic
    returning id`.execute(db)
  const added = rows[0]?.id ?? 0
  await sql`insert into exam_key (question_id, correct, guide)
    values (${added}, ${[...one.correct]}::integer[], ${one.guide})`.execute(db)
  return added
}
