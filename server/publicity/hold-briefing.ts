import { sql } from 'kysely'
import { z } from 'zod'
import { recordClass } from '#server/cadres/classes.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { command, query, receivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { attendanceCode, freshKey } from './attendance-code.ts'
import { audienceOf, audienceShape } from './audience.ts'
import { type Briefing, briefingNamed, holds, questionShape } from './briefings.ts'

const id = wholeNumber
const words = (problem: string) => z.string().trim().min(1, problem).max(300, 'Dài quá 300 ký tự.')
const about = ({ id: briefing }: { id: number }) => ({ caseRef: `briefing:${briefing}` })

/** Topics that a target counts as a class (VP-T4). */
export const TOPICS = { public_service_culture: { label: 'Văn hóa công vụ' } } as const

export const planBriefing = command({
  name: 'publicity.plan_briefing',
  input: z.strictObject({
    title: words('Hãy ghi nội dung phổ biến.'),
    directive: z.string().trim().max(100).optional(),
    unitId: id,
    heldOn: isoDate,
    place: words('Hãy ghi nơi tổ chức hoặc đường truyền.'),
    mode: z.enum(['in_person', 'online', 'both']),
    audience: audienceShape,
    topic: codeOf(TOPICS).optional(),
    questions: z.array(questionShape).max(20, 'Bài ngắn không quá 20 câu.').default([]),
  }),
  output: z.object({ id: z.number(), invited: z.number() }),
  about: (_, { id: briefing }) => ({ caseRef: `briefing:${briefing}`, unlogged: ['right'] }),
  async run(ctx, asked) {
    mustHold(ctx, asked.unitId)
    const wrong = asked.questions.findIndex(({ right, choices }) => right >= choices.length)
    if (wrong >= 0)
      throw new Refusal('invalid', `Câu ${wrong + 1}: phương án đúng không có trong các phương án.`)
    const { rows: meant } = await sql<{ people: number }>`select count(*)::int as people
      from ${audienceOf(asked)} m`.execute(ctx.db)
    const invited = meant[0]?.people ?? 0
    if (invited === 0)
      throw new Refusal(
        'against_rule',
        'Không ai thuộc thành phần này trong đơn vị. Hãy chọn lại thành phần dự.',
      )
    const { rows } = await sql<{ id: number }>`
      insert into briefing (title, directive, unit_id, held_on, place, mode, audience, topic, questions,
        code_key, account_name)
      values (${asked.title}, ${asked.directive || null}, ${asked.unitId}, ${asked.heldOn}::date,
        ${asked.place}, ${asked.mode}, ${JSON.stringify(asked.audience)}::jsonb,
        ${asked.topic ?? null}, ${JSON.stringify(asked.questions)}::jsonb, ${freshKey()},
        ${ctx.actor.name})
      returning id`.execute(ctx.db)
    return { id: rows[0]?.id ?? 0, invited }
  },
})

export const addMaterial = command({
  name: 'publicity.add_material',
  input: z.strictObject({ id, file: receivedFile }),
  output: z.object({ materialId: z.number() }),
  about,
  async run(ctx, { id: briefing, file }) {
    await ownBriefing(ctx, briefing)
    const { rows } = await sql<{ id: number }>`
      insert into briefing_material (briefing_id, file_name, media_type, content)
      values (${briefing}, ${file.name}, 'application/octet-stream', ${file.bytes})
      returning id`.execute(ctx.db)
    return { materialId: rows[0]?.id ?? 0 }
  },
})

/** The code on the screen of the room; the screen asks again before it ends. */
export const currentCode = query({
  name: 'publicity.attendance_code',
  input: z.strictObject({ id }),
  output: z.object({ code: z.string(), seconds: z.number(), attended: z.number() }),
  async run(ctx, { id: briefing }) {
    const held = await ownBriefing(ctx, briefing)
    const seconds = Number(
      (await ctx.house.parametersOn(ctx, held.heldOn))('attendance_code_seconds'),
    )
    const { rows } = await sql<{ key: string; now: number; attended: number }>`
      select code_key as key, extract(epoch from now())::int as now,
        (select count(*)::int from briefing_attendance where briefing_id = b.id) as attended
      from briefing b where id = ${briefing}`.execute(ctx.db)
    const { key = '', now = 0, attended = 0 } = rows[0] ?? {}
    return { code: attendanceCode(key, briefing, now + seconds), seconds, attended }
  },
})

/** The list of the secretary: who came, entered by hand. */
export const markAttendance = command({
  name: 'publicity.mark_attendance',
  input: z.strictObject({
    id,
    cadreIds: z.array(id).min(1, 'Chưa chọn ai.').max(500, 'Mỗi lần không quá 500 người.'),
  }),
  output: z.object({ added: z.number() }),
  about,
  async run(ctx, { id: briefing, cadreIds }) {
    const held = await ownBriefing(ctx, briefing)
    const { rows } = await sql<{ cadre_id: number }>`
      insert into briefing_attendance (briefing_id, cadre_id, how, attended_on, account_name)
      select ${briefing}, m.cadre_id, 'list', ${held.heldOn}::date, ${ctx.actor.name}
      from ${audienceOf(held)} m where m.cadre_id = any(${cadreIds}::int[])
      on conflict do nothing returning cadre_id`.execute(ctx.db)
    if (rows.length === 0)
      throw new Refusal(
        'conflict',
        'Những người này đã có trong danh sách dự, hoặc không thuộc thành phần. Chưa ghi gì.',
      )
    return { added: rows.length }
  },
})

/** Ends the session; where it is also a class, whoever finished it is written down as trained. */
export const closeBriefing = command({
  name: 'publicity.close_briefing',
  input: z.strictObject({
    id,
    version: wholeNumber,
    on: isoDate.optional(),
  }),
  output: z.object({ attended: z.number(), trained: z.number() }),
  about,
  async run(ctx, { id: briefing, version, on }) {
    await sql`select from briefing where id = ${briefing} for update`.execute(ctx.db)
    const held = unchanged(await ownBriefing(ctx, briefing), { version })
    const closedOn = on ?? held.heldOn
    if (closedOn < held.heldOn)
      throw new Refusal('invalid', 'Ngày kết thúc không thể trước ngày tổ chức.')
    const finished = await finishers(ctx, held)
    const { rows } = await sql<{ attended: number }>`select count(*)::int as attended
      from briefing_attendance where briefing_id = ${briefing}`.execute(ctx.db)
    const attended = rows[0]?.attended ?? 0
    if (attended === 0)
      throw new Refusal(
        'against_rule',
        'Chưa có ai trong danh sách dự nên chưa kết thúc được. Hãy điểm danh trước.',
      )
    const courseId = held.topic
      ? await recordClass(ctx.db, {
          code: `PB-${briefing}`,
          topic: held.topic,
          name: held.title,
          endedOn: closedOn,
          cadreIds: finished,
        })
      : null
    await sql`update briefing set closed_on = ${closedOn}::date, course_id = ${courseId}::integer
      where id = ${briefing}`.execute(ctx.db)
    return { attended, trained: courseId === null ? 0 : finished.length }
  },
})

/** Whoever came and, where there is a quiz, passed it. */
async function finishers(ctx: Context, held: Briefing): Promise<number[]> {
  const pass = Number((await ctx.house.parametersOn(ctx, held.heldOn))('quiz_pass_share'))
  const { rows } = await sql<{ id: number }>`select cadre_id as id from briefing_attendance
    where briefing_id = ${held.id}
      and (${held.questions.length === 0} or score >= ${pass}::numeric)`.execute(ctx.db)
  return rows.map((row) => row.id)
}

async function ownBriefing(ctx: Context, briefing: number): Promise<Briefing> {
  const held = await briefingNamed(ctx.db, briefing)
  mustHold(ctx, held.unitId)
  if (held.closedOn !== null)
    throw new Refusal('conflict', 'Buổi này đã kết thúc nên không ghi thêm được.')
  return held
}

function mustHold(ctx: Context, unitId: number): void {
  if (holds(ctx, unitId)) return
  throw new Refusal(
    'forbidden',
    'Buổi này do đơn vị khác tổ chức. Đơn vị chỉ mở và điểm danh buổi của mình.',
  )
}
