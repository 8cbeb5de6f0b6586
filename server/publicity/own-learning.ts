import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate, yearOf } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { isSigned, readCode } from './attendance-code.ts'
import { audienceOf } from './audience.ts'
import { type Briefing, briefingNamed, briefingsOn, materialsOf } from './briefings.ts'
import { ownId, pledgeDay } from './pledges.ts'

const id = wholeNumber

/** What a person was asked to attend, what they learned of it, and their pledges. */
export const ownLearning = query({
  name: 'publicity.own',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    briefings: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        unit: z.string(),
        heldOn: z.string(),
        place: z.string(),
        attendedOn: z.string().nullable(),
        score: z.number().nullable(),
        closed: z.boolean(),
        /** Without the right answers. */
        questions: z.array(z.object({ asks: z.string(), choices: z.array(z.string()) })),
        materials: z.array(z.object({ id: z.number(), fileName: z.string() })),
      }),
    ),
    pledges: z.array(
      z.object({
        year: z.number(),
        says: z.string(),
        pledgedOn: z.string(),
        level: z.string().nullable(),
        review: z.string().nullable(),
      }),
    ),
    /** The year a pledge can be made for, and by when. */
    year: z.number(),
    pledgeBy: z.string(),
  }),
  async run(ctx, { asOf = ctx.today }) {
    const cadreId = ownId(ctx)
    const { rows } = await sql<Briefing>`select * from (${briefingsOn(asOf)}) b
      order by "heldOn" desc, id desc limit 100`.execute(ctx.db)
    const mine = []
    for (const held of rows) {
      const found = await ownPart(ctx, held, cadreId)
      if (!found) continue
      mine.push({
        ...held,
        ...found,
        closed: held.closedOn !== null,
        questions: held.questions.map(({ asks, choices }) => ({ asks, choices })),
        materials: await materialsOf(ctx.db, held.id),
      })
    }
    const pledges = await sql<{
      year: number
      says: string
      pledgedOn: string
      level: string | null
      review: string | null
    }>`select year, says, pledged_on::text as "pledgedOn", level, review from pledge
      where cadre_id = ${cadreId} order by year desc`.execute(ctx.db)
    const year = yearOf(asOf)
    return {
      asOf,
      briefings: mine,
      pledges: pledges.rows,
      year,
      pledgeBy: await pledgeDay(ctx, asOf),
    }
  },
})

interface OwnPart {
  attendedOn: string | null
  score: number | null
}

async function ownPart(
  { db }: Context,
  held: Briefing,
  cadreId: number,
): Promise<OwnPart | undefined> {
  const { rows } = await sql<OwnPart>`
    select at.attended_on::text as "attendedOn", at.score::float8 as score
    from ${audienceOf(held)} m left join briefing_attendance at
      on at.cadre_id = m.cadre_id and at.briefing_id = ${held.id}
    where m.cadre_id = ${cadreId}`.execute(db)
  return rows[0]
}

/** The scanned code: signed, not over, and only for whoever the session is meant for. */
export const checkIn = command({
  name: 'publicity.check_in',
  input: z.strictObject({ code: z.string().max(100) }),
  output: z.object({ id: z.number(), title: z.string(), already: z.boolean() }),
  about: (_, { id: briefing }) => ({ caseRef: `briefing:${briefing}` }),
  async run(ctx, { code }) {
    const cadreId = ownId(ctx)
    const read = readCode(code)
    if (!read)
      throw new Refusal('invalid', 'Mã điểm danh không đọc được. Hãy quét lại mã trên màn hình.')
    const { rows } = await sql<{ key: string; now: number }>`select code_key as key,
      extract(epoch from now())::int as now from briefing where id = ${read.briefing}`.execute(
      ctx.db,
    )
    const [kept] = rows
    if (!kept || !isSigned(kept.key, read))
      throw new Refusal('invalid', 'Mã điểm danh không đúng. Hãy quét lại mã trên màn hình.')
    if (kept.now > read.until)
      throw new Refusal(
        'against_rule',
        'Mã điểm danh đã hết hạn. Hãy quét mã đang hiện trên màn hình.',
      )
    const held = await briefingNamed(ctx.db, read.briefing)
    if (held.closedOn !== null) throw new Refusal('conflict', 'Buổi này đã kết thúc điểm danh.')
    if (!(await ownPart(ctx, held, cadreId)))
      throw new Refusal(
        'against_rule',
        `Anh, chị không thuộc thành phần của buổi “${held.title}”. Hãy báo ban tổ chức.`,
      )
    const added = await sql`insert into briefing_attendance
        (briefing_id, cadre_id, how, attended_on, account_name)
      values (${held.id}, ${cadreId}, 'code', ${held.heldOn}::date, ${ctx.actor.name})
      on conflict do nothing returning cadre_id`.execute(ctx.db)
    return { id: held.id, title: held.title, already: added.rows.length === 0 }
  },
})

/** Answered once, by whoever was there. */
export const answerQuiz = command({
  name: 'publicity.answer_quiz',
  input: z.strictObject({ id, answers: z.array(z.number().int().min(0)).max(20) }),
  output: z.object({ right: z.number(), of: z.number(), passed: z.boolean() }),
  about: ({ id: briefing }) => ({ caseRef: `briefing:${briefing}`, unlogged: ['answers'] }),
  async run(ctx, { id: briefing, answers }) {
    const cadreId = ownId(ctx)
    const { questions, heldOn, closedOn } = await briefingNamed(ctx.db, briefing)
    if (questions.length === 0 || answers.length !== questions.length)
      throw new Refusal('invalid', `Bài này có ${questions.length} câu; hãy trả lời đủ rồi gửi.`)
    if (closedOn !== null)
      throw new Refusal('conflict', 'Buổi này đã kết thúc nên không nộp bài được nữa.')
    const right = questions.filter((question, at) => question.right === answers[at]).length
    const { rows } = await sql`update briefing_attendance
      set score = ${right}::numeric / ${questions.length}, answered_on = ${ctx.today}::date
      where briefing_id = ${briefing} and cadre_id = ${cadreId} and score is null
      returning cadre_id`.execute(ctx.db)
    if (rows.length === 0)
      throw new Refusal('against_rule', 'Chỉ người đã điểm danh làm bài, và mỗi người làm một lần.')
    const pass = Number((await ctx.house.parametersOn(ctx, heldOn))('quiz_pass_share'))
    return { right, of: questions.length, passed: right / questions.length >= pass }
  },
})
