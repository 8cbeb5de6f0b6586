import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { handIn } from './hand-in.ts'
import { kindCodes } from './words.ts'

const id = wholeNumber
/** Made by the browser at random and kept while its tab lives. */
const device = z
  .string()
  .regex(/^[0-9a-f]{16,64}$/, 'Mã của thiết bị không đọc được. Hãy tải lại trang.')
const answer = z.union([z.array(z.number().int().min(1).max(6)).max(6), z.string().max(4000)])

const paperShape = z.object({
  id: z.number(),
  name: z.string(),
  endsAt: z.string(),
  /** The clock that decides; a browser counts from the difference to its own. */
  now: z.string(),
  items: z.array(
    z.object({
      position: z.number(),
      kind: z.enum(kindCodes),
      stem: z.string(),
      points: z.number(),
      /** In the order drawn for this paper; `no` is what an answer sends back. */
      options: z.array(z.object({ no: z.number(), text: z.string() })),
      answer: answer.nullable(),
    }),
  ),
})

/** Begins the paper, or goes on with it in the same browser; another browser must take it over. */
export const openPaper = command({
  name: 'exams.open_paper',
  input: z.strictObject({ id, device }),
  output: paperShape,
  about: ({ id }) => ({ caseRef: `exam_paper:${id}` }),
  async run(ctx, { id, device }) {
    const paper = await ownPaper(ctx, id)
    if (paper.started) {
      mustBeRunning(paper)
      mustBeHere(paper, device)
      return contents(ctx, id)
    }
    if (ctx.today < paper.opensOn || ctx.today > paper.closesOn)
      throw new Refusal(
        'against_rule',
        `Đợt này làm bài từ ${inVietnamese(paper.opensOn)} đến ${inVietnamese(paper.closesOn)}. Hôm nay chưa mở bài được.`,
      )
    await sql`update exam_paper p set started_at = clock_timestamp(), device = ${device},
        ends_at = clock_timestamp() + make_interval(mins => b.minutes)
      from exam_round r join exam_blueprint b on b.id = r.blueprint_id
      where p.id = ${id} and r.id = p.round_id`.execute(ctx.db)
    return contents(ctx, id)
  },
})

/** The paper goes on in this browser and ends in the other; the log keeps that it did. */
export const takeOverPaper = command({
  name: 'exams.take_over_paper',
  input: z.strictObject({ id, device }),
  output: paperShape,
  about: ({ id }) => ({ caseRef: `exam_paper:${id}` }),
  async run(ctx, { id, device }) {
    const paper = await ownPaper(ctx, id)
    mustBeRunning(paper)
    await sql`update exam_paper set device = ${device} where id = ${id}`.execute(ctx.db)
    return contents(ctx, id)
  },
})

/** Answers as they are given, as many as waited for the network; the latest of a position stands. */
export const saveAnswers = command({
  name: 'exams.save_answers',
  input: z.strictObject({
    id,
    device,
    answers: z
      .array(z.strictObject({ position: z.number().int().positive(), answer }))
      .min(1)
      .max(200),
  }),
  output: z.object({ saved: z.number(), endsAt: z.string(), now: z.string() }),
  about: ({ id }) => ({ caseRef: `exam_paper:${id}`, unlogged: ['answers'] }),
  async run(ctx, { id, device, answers }) {
    const paper = await ownPaper(ctx, id)
    mustBeRunning(paper)
    mustBeHere(paper, device)
    let saved = 0
    for (const one of answers) {
      const { rows } = await sql`update exam_item set answer = ${JSON.stringify(one.answer)}::jsonb,
          answered_at = clock_timestamp()
        where paper_id = ${id} and position = ${one.position}
          and (cardinality(options_order) = 0) = ${typeof one.answer === 'string'}
          and ${Array.isArray(one.answer) ? one.answer : []}::integer[] <@ options_order
        returning position`.execute(ctx.db)
      saved += rows.length
    }
    if (saved < answers.length)
      throw new Refusal(
        'invalid',
        'Có câu trả lời không khớp với đề. Hãy tải lại trang rồi chọn lại; các câu đã lưu vẫn còn.',
      )
    return { saved, ...(await clock(ctx, id)) }
  },
})

export const submitPaper = command({
  name: 'exams.submit_paper',
  input: z.strictObject({ id, device }),
  output: z.object({ id: z.number() }),
  about: ({ id }) => ({ caseRef: `exam_paper:${id}` }),
  async run(ctx, { id, device }) {
    const paper = await ownPaper(ctx, id)
    if (!paper.submitted && paper.started && !paper.over) mustBeHere(paper, device)
    if (!paper.started) throw new Refusal('against_rule', 'Bài này chưa mở nên chưa nộp được.')
    if (!paper.submitted) await handIn(ctx, id, paper.over ? 'server' : 'person')
    return { id }
  },
})

interface Paper {
  opensOn: string
  closesOn: string
  started: boolean
  over: boolean
  submitted: boolean
  device: string | null
}

/** Locked, so that two browsers of one person take turns. */
async function ownPaper({ db, actor }: Context, paperId: number): Promise<Paper> {
  const { rows } = await sql<Paper>`
    select r.opens_on::text as "opensOn", r.closes_on::text as "closesOn",
      p.started_at is not null as started, coalesce(p.ends_at <= clock_timestamp(), false) as over,
      p.submitted_at is not null as submitted, p.device
    from exam_paper p join exam_round r on r.id = p.round_id
    where p.id = ${paperId} and p.cadre_id = ${actor.cadreId}::integer for update of p`.execute(db)
  if (rows[0]) return rows[0]
  throw new Refusal('not_found', 'Không có bài kiểm tra này trong các bài của anh, chị.')
}

function mustBeRunning({ started, submitted, over }: Paper): void {
  if (submitted) throw new Refusal('against_rule', 'Bài này đã nộp, không sửa được nữa.')
  if (!started) throw new Refusal('against_rule', 'Bài này chưa mở. Hãy bấm “Bắt đầu làm bài”.')
  if (over)
    throw new Refusal(
      'against_rule',
      'Đã hết giờ theo đồng hồ của máy chủ. Các câu lưu trước đó được chấm.',
    )
}

function mustBeHere(paper: Paper, device: string): void {
  if (paper.device === device) return
  throw new Refusal(
    'conflict',
    'Bài đang mở trên một thiết bị khác. Muốn làm tiếp ở đây, hãy bấm “Chuyển bài sang thiết bị này”; thiết bị kia sẽ dừng và nhật ký ghi lại.',
  )
}

const iso = sql`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`

async function clock({ db }: Context, paperId: number): Promise<{ endsAt: string; now: string }> {
  const { rows } = await sql<{ endsAt: string; now: string }>`
    select to_char(ends_at at time zone 'utc', ${iso}) as "endsAt",
      to_char(clock_timestamp() at time zone 'utc', ${iso}) as now
    from exam_paper where id = ${paperId}`.execute(db)
  if (rows[0]) return rows[0]
  throw new Error(`paper ${paperId} has no clock`)
}

type Contents = z.input<typeof paperShape>

async function contents(ctx: Context, paperId: number): Promise<Contents> {
  const head = await sql<{ name: string }>`select r.name from exam_round r
    join exam_paper p on p.round_id = r.id where p.id = ${paperId}`.execute(ctx.db)
  const { rows } = await sql<Contents['items'][number]>`
    select i.position, q.kind, q.stem, i.points::float as points, i.answer,
      coalesce((select jsonb_agg(jsonb_build_object('no', o.no, 'text', q.options[o.no]) order by o.at)
        from unnest(i.options_order) with ordinality o (no, at)), '[]') as options
    from exam_item i join exam_question q on q.id = i.question_id
    where i.paper_id = ${paperId} order by i.position`.execute(ctx.db)
  return {
    id: paperId,
    name: head.rows[0]?.name ?? '',
    items: rows,
    ...(await clock(ctx, paperId)),
  }
}
