import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { fileAnswer, query, type ReceivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { agencies, nameOn } from './agencies.ts'
import { audienceOf, audienceShape } from './audience.ts'

export const questionShape = z.strictObject({
  asks: z.string().trim().min(1, 'Hãy ghi câu hỏi.').max(500),
  choices: z
    .array(z.string().trim().min(1).max(200))
    .min(2, 'Mỗi câu ít nhất hai phương án.')
    .max(6),
  right: z.number().int().min(0),
})

export interface Briefing {
  id: number
  title: string
  directive: string | null
  unitId: number
  unit: string
  heldOn: string
  place: string
  mode: 'in_person' | 'online' | 'both'
  audience: z.output<typeof audienceShape>
  topic: string | null
  questions: z.output<typeof questionShape>[]
  closedOn: string | null
  courseId: number | null
  version: number
}

export const briefingsOn = (asOf: string) => sql<Briefing>`
  select b.id, b.title, b.directive, b.unit_id as "unitId", ${nameOn(sql`b.unit_id`, asOf)} as unit,
    b.held_on::text as "heldOn", b.place, b.mode, b.audience, b.topic, b.questions,
    b.closed_on::text as "closedOn", b.course_id as "courseId", b.version
  from briefing b`

export async function briefingNamed(db: Db, id: number): Promise<Briefing> {
  const { rows } =
    await sql<Briefing>`select * from (${briefingsOn('infinity')}) b where id = ${id}`.execute(db)
  return rows[0] ?? notKnown()
}

function notKnown(): never {
  throw new Refusal('not_found', 'Không có buổi phổ biến này. Hãy chọn lại trong danh sách.')
}

const id = wholeNumber
const cardShape = z.object({
  id: z.number(),
  title: z.string(),
  directive: z.string().nullable(),
  unitId: z.number(),
  unit: z.string(),
  heldOn: z.string(),
  place: z.string(),
  mode: z.string(),
  topic: z.string().nullable(),
  closedOn: z.string().nullable(),
  /** Of the people in sight. */
  invited: z.number(),
  attended: z.number(),
})

/** Briefings, the latest first, with how many of the people in sight came. */
export const briefings = query({
  name: 'publicity.briefings',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({ asOf: z.string(), rows: z.array(cardShape) }),
  async run(ctx, { asOf = ctx.today }) {
    const { rows } = await sql<Briefing>`select * from (${briefingsOn(asOf)}) b
      where "heldOn"::date <= ${asOf}::date + interval '1 year' order by "heldOn" desc, id desc`.execute(
      ctx.db,
    )
    const cards = []
    for (const held of rows) {
      const seen = await inSight(ctx, held)
      if (seen) cards.push(seen)
    }
    return { asOf, rows: cards }
  },
})

/** A briefing with its coverage for whoever holds it or sees somebody meant; for nobody else. */
async function inSight(ctx: Context, held: Briefing) {
  const coverage = await coverageOf(ctx, held)
  const sum = (part: 'invited' | 'attended') => coverage.reduce((all, unit) => all + unit[part], 0)
  const seen = { ...held, coverage, invited: sum('invited'), attended: sum('attended') }
  return seen.invited > 0 || holds(ctx, held.unitId) ? seen : null
}

/** A unit holds its own briefings; the province holds any. */
export const holds = ({ actor }: Context, unitId: number): boolean =>
  actor.scope === null || actor.unitId === unitId

interface Coverage {
  unitId: number
  unit: string
  invited: number
  attended: number
  passed: number
}

/** Agency by agency: who is meant, who came, who passed; the least covered first. */
export async function coverageOf(ctx: Context, held: Briefing): Promise<Coverage[]> {
  const pass = (await ctx.house.parametersOn(ctx, held.heldOn))('quiz_pass_share')
  const { rows } = await sql<Coverage>`
    select a.agency_id as "unitId", ${nameOn(sql`a.agency_id`, held.heldOn)} as unit,
      count(*)::int as invited, count(at.cadre_id)::int as attended,
      count(*) filter (where at.score >= ${Number(pass)}::numeric)::int as passed
    from ${audienceOf(held)} m join ${agencies} a on a.unit_id = m.unit_id
    left join briefing_attendance at on at.cadre_id = m.cadre_id and at.briefing_id = ${held.id}
    group by a.agency_id
    order by count(at.cadre_id)::numeric / count(*), a.agency_id`.execute(ctx.db)
  return rows
}

export const briefingDetail = query({
  name: 'publicity.briefing',
  input: z.strictObject({ id }),
  output: cardShape.extend({
    audience: audienceShape,
    /** Without the right answers: whoever reads this may have the quiz before them. */
    questions: z.array(questionShape.omit({ right: true }).strip()),
    version: z.number(),
    materials: z.array(z.object({ id: z.number(), fileName: z.string() })),
    coverage: z.array(
      z.object({
        unitId: z.number(),
        unit: z.string(),
        invited: z.number(),
        attended: z.number(),
        passed: z.number(),
      }),
    ),
  }),
  async run(ctx, { id: briefingId }) {
    const seen = await seenBriefing(ctx, briefingId)
    return { ...seen, materials: await materialsOf(ctx.db, briefingId) }
  },
})

/** Out of sight is answered as absent. */
async function seenBriefing(ctx: Context, briefing: number) {
  return (await inSight(ctx, await briefingNamed(ctx.db, briefing))) ?? notKnown()
}

export async function materialsOf(db: Db, briefing: number) {
  const { rows } = await sql<{ id: number; fileName: string }>`select id, file_name as "fileName"
    from briefing_material where briefing_id = ${briefing} order by id`.execute(db)
  return rows
}

/** Who was meant and did not come, by name, in one agency. */
export const missing = query({
  name: 'publicity.missing',
  input: z.strictObject({ id, unitId: id }),
  output: z.object({
    rows: z.array(
      z.object({ cadreId: z.number(), name: z.string(), title: z.string().nullable() }),
    ),
  }),
  async run(ctx, { id: briefingId, unitId }) {
    const held = await seenBriefing(ctx, briefingId)
    const { rows } = await sql<{ cadreId: number; name: string; title: string | null }>`
      select c.id as "cadreId", c.full_name as name, m.title
      from ${audienceOf(held)} m join ${agencies} a on a.unit_id = m.unit_id
      join cadre c on c.id = m.cadre_id
      where a.agency_id = ${unitId} and not exists (select from briefing_attendance at
        where at.briefing_id = ${briefingId} and at.cadre_id = m.cadre_id)
      order by c.name_key, c.id limit 500`.execute(ctx.db)
    return { rows }
  },
})

/** A file handed out at a briefing; whoever has an account may read it. */
export const material = query({
  name: 'publicity.material',
  records: 'export',
  input: z.strictObject({ id }),
  output: fileAnswer,
  async run({ db }, { id: materialId }) {
    const { rows } = await sql<ReceivedFile & { mediaType: string }>`
      select file_name as name, media_type as "mediaType", content as bytes from briefing_material
      where id = ${materialId}`.execute(db)
    const [found] = rows
    if (!found) throw new Refusal('not_found', 'Không có tài liệu này. Hãy tải lại trang.')
    return { fileName: found.name, mediaType: found.mediaType, bytes: new Uint8Array(found.bytes) }
  },
})
