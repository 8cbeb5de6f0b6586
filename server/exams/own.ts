import { sql } from 'kysely'
import { z } from 'zod'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'

const state = z.enum(['to_come', 'open', 'running', 'to_mark', 'marked', 'missed'])

const ownShape = z.object({
  id: z.number(),
  name: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  minutes: z.number(),
  questions: z.number(),
  passShare: z.number(),
  basis: z.string(),
  state,
  score: z.number().nullable(),
  maxScore: z.number(),
  passed: z.boolean().nullable(),
})
type Own = z.output<typeof ownShape>

/** The papers of the person who asks: what waits, what runs, what came of it. */
export const ownExams = query({
  name: 'exams.own',
  input: z.strictObject({ asOf: z.string().optional() }),
  output: z.array(ownShape),
  async run({ db, actor, today }) {
    const { rows } = await sql<Own>`
      select p.id, r.name, r.opens_on::text as "opensOn", r.closes_on::text as "closesOn", b.minutes,
        (select sum(questions)::int from exam_blueprint_part where blueprint_id = b.id) as questions,
        b.pass_share::float as "passShare", r.basis, p.score::float as score,
        p.max_score::float as "maxScore", p.passed,
        case when p.score is not null then 'marked'
          when p.submitted_at is not null or p.ends_at <= clock_timestamp() then 'to_mark'
          when p.started_at is not null then 'running'
          when r.opens_on > ${today}::date then 'to_come'
          when r.closes_on < ${today}::date then 'missed' else 'open' end as state
      from exam_paper p join exam_round r on r.id = p.round_id
      join exam_blueprint b on b.id = r.blueprint_id
      where p.cadre_id = ${actor.cadreId}::integer order by r.opens_on desc, p.id`.execute(db)
    return rows
  },
})

/** The own paper when it is over; what was right is told only after the last day of the round. */
export const ownPaperOver = query({
  name: 'exams.own_paper',
  input: z.strictObject({ id: wholeNumber }),
  output: z.object({
    keysFrom: z.string().nullable(),
    items: z.array(
      z.object({
        position: z.number(),
        stem: z.string(),
        clause: z.string().nullable(),
        options: z.array(
          z.object({ text: z.string(), chosen: z.boolean(), right: z.boolean().nullable() }),
        ),
        text: z.string().nullable(),
        guide: z.string().nullable(),
        awarded: z.number().nullable(),
        points: z.number(),
      }),
    ),
  }),
  async run({ db, actor, today }, { id }) {
    const { rows } = await sql<Over>`
      select i.position, q.stem, q.clause, q.options, i.options_order as "order", i.answer,
        i.awarded::float as awarded, i.points::float as points, k.correct, k.guide,
        (r.closes_on + 1)::text as "keysFrom"
      from exam_item i join exam_paper p on p.id = i.paper_id join exam_round r on r.id = p.round_id
      join exam_question q on q.id = i.question_id
      left join keys_after(${id}, ${today}::date) k on k.question_id = q.id
      where i.paper_id = ${id} and p.cadre_id = ${actor.cadreId}::integer
        and p.submitted_at is not null
      order by i.position`.execute(db)
    if (rows.length === 0)
      throw new Refusal('not_found', 'Không có bài đã nộp này trong các bài của anh, chị.')
    const keysFrom = rows[0]?.keysFrom ?? null
    const told = keysFrom !== null && keysFrom <= today
    return {
      keysFrom: told ? null : keysFrom,
      items: rows.map((one) => ({
        position: one.position,
        stem: one.stem,
        clause: told ? one.clause : null,
        options: one.order.map((no) => ({
          text: one.options[no - 1] ?? '',
          chosen: Array.isArray(one.answer) && one.answer.includes(no),
          right: told && one.correct ? one.correct.includes(no) : null,
        })),
        text: typeof one.answer === 'string' ? one.answer : null,
        guide: told ? one.guide : null,
        // Points of a single question would tell the key while others still write.
        awarded: told ? one.awarded : null,
        points: one.points,
      })),
    }
  },
})

interface Over {
  position: number
  stem: string
  clause: string
  options: string[]
  order: number[]
  answer: number[] | string | null
  awarded: number | null
  points: number
  correct: number[] | null
  guide: string | null
  keysFrom: string
}
