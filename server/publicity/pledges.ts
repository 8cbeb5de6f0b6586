import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate, yearOf } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber, yearNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { agencies, nameOn } from './agencies.ts'

export const PLEDGE_LEVELS = {
  kept: { label: 'Thực hiện tốt' },
  partly: { label: 'Thực hiện một phần' },
  not_kept: { label: 'Chưa thực hiện' },
} as const

const level = codeOf(PLEDGE_LEVELS)
const id = wholeNumber
const year = yearNumber

export function ownId({ actor }: Context): number {
  if (actor.cadreId !== null) return actor.cadreId
  throw new Refusal(
    'against_rule',
    'Tài khoản này không gắn với hồ sơ cán bộ nào nên không có phần của riêng mình. Hãy nhờ người quản trị gắn hồ sơ.',
  )
}

/** The day by which the pledge of the year is signed. */
export async function pledgeDay(ctx: Context, asOf: string): Promise<string> {
  const by = (await ctx.house.parametersOn(ctx, asOf))('pledge_by')
  return `${yearOf(asOf)}-${Array.isArray(by) ? by[0] : by}`
}

/** One pledge a year; rewritten until the unit has reviewed it. */
export const pledge = command({
  name: 'publicity.pledge',
  input: z.strictObject({
    year,
    says: z
      .string()
      .trim()
      .min(50, 'Hãy viết cụ thể hơn, ít nhất 50 ký tự: việc sẽ làm, thời gian, kết quả.')
      .max(5000, 'Dài quá 5000 ký tự.'),
  }),
  output: z.object({ cadreId: z.number() }),
  about: (_, { cadreId }) => ({ cadreId }),
  async run(ctx, { year: asked, says }) {
    const cadreId = ownId(ctx)
    const on = ctx.province.looks_at ?? ctx.today
    if (asked !== yearOf(on)) throw new Refusal('invalid', `Cam kết được ký cho năm ${yearOf(on)}.`)
    const { rows } = await sql`
      insert into pledge (cadre_id, year, says, pledged_on)
      values (${cadreId}, ${asked}, ${says}, ${on}::date)
      on conflict (cadre_id, year) do update
        set says = excluded.says, pledged_on = excluded.pledged_on where pledge.level is null
      returning id`.execute(ctx.db)
    if (rows.length === 0)
      throw new Refusal(
        'conflict',
        'Cam kết năm nay đã được đơn vị nhận xét nên không sửa được nữa.',
      )
    return { cadreId }
  },
})

/** Agency by agency: how many serve, have pledged, have been reviewed. */
export const pledgeBoard = query({
  name: 'publicity.pledge_board',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    year: z.number(),
    pledgeBy: z.string(),
    rows: z.array(
      z.object({
        unitId: z.number(),
        unit: z.string(),
        people: z.number(),
        pledged: z.number(),
        late: z.number(),
        reviewed: z.number(),
      }),
    ),
  }),
  async run(ctx, { asOf = ctx.today }) {
    const pledgeBy = await pledgeDay(ctx, asOf)
    const { rows } = await sql<{
      unitId: number
      unit: string
      people: number
      pledged: number
      late: number
      reviewed: number
    }>`select a.agency_id as "unitId", ${nameOn(sql`a.agency_id`, asOf)} as unit,
        count(*)::int as people, count(p.id)::int as pledged,
        count(*) filter (where p.pledged_on > ${pledgeBy}::date)::int as late,
        count(*) filter (where p.reviewed_on <= ${asOf}::date)::int as reviewed
      from tenure t join ${agencies} a on a.unit_id = t.unit_id
      left join pledge p on p.cadre_id = t.cadre_id and p.year = ${yearOf(asOf)}
        and p.pledged_on <= ${asOf}::date
      where t.holding = 'main' and t.during @> ${asOf}::date
      group by a.agency_id order by count(p.id)::numeric / count(*), a.agency_id`.execute(ctx.db)
    return { year: yearOf(asOf), pledgeBy, rows }
  },
})

const pledgeShape = z.object({
  id: z.number().nullable(),
  cadreId: z.number(),
  name: z.string(),
  title: z.string().nullable(),
  says: z.string().nullable(),
  pledgedOn: z.string().nullable(),
  level: level.nullable(),
  review: z.string().nullable(),
  version: z.number().nullable(),
})

/** Everybody of one agency with the pledge of the year, those without it first. */
export const pledges = query({
  name: 'publicity.pledges',
  input: z.strictObject({ unitId: id, asOf: isoDate.optional() }),
  output: z.object({ rows: z.array(pledgeShape) }),
  async run({ db, today }, { unitId, asOf = today }) {
    const { rows } = await sql<z.output<typeof pledgeShape>>`
      select p.id, c.id as "cadreId", c.full_name as name, t.title, p.says,
        p.pledged_on::text as "pledgedOn", p.level, p.review, p.version
      from tenure t join ${agencies} a on a.unit_id = t.unit_id join cadre c on c.id = t.cadre_id
      left join pledge p on p.cadre_id = c.id and p.year = ${yearOf(asOf)}
        and p.pledged_on <= ${asOf}::date
      where t.holding = 'main' and t.during @> ${asOf}::date and a.agency_id = ${unitId}
      order by p.id is not null, c.name_key, c.id limit 500`.execute(db)
    return { rows }
  },
})

/** What the unit says of it at the end of the year; never by the person who pledged. */
export const reviewPledge = command({
  name: 'publicity.review_pledge',
  input: z.strictObject({
    id,
    version: wholeNumber,
    level,
    on: isoDate.optional(),
    review: z.string().trim().min(10, 'Hãy ghi nhận xét, ít nhất 10 ký tự.').max(2000),
  }),
  output: z.object({ cadreId: z.number() }),
  about: (_, { cadreId }) => ({ cadreId }),
  async run(ctx, { id: pledgeId, version, level: said, on = ctx.today, review }) {
    const { rows } = await sql<{ cadreId: number; version: number; pledgedOn: string }>`
      select cadre_id as "cadreId", version, pledged_on::text as "pledgedOn" from pledge
      where id = ${pledgeId} for update`.execute(ctx.db)
    const [held] = rows
    if (!held) throw new Refusal('not_found', 'Không có cam kết này trong đơn vị của anh, chị.')
    unchanged(held, { version })
    if (held.cadreId === ctx.actor.cadreId)
      throw new Refusal(
        'against_rule',
        'Không tự nhận xét cam kết của mình. Hãy để người khác trong đơn vị nhận xét.',
      )
    if (on < held.pledgedOn)
      throw new Refusal('invalid', 'Ngày nhận xét không thể trước ngày ký cam kết.')
    await sql`update pledge set level = ${said}, review = ${review}, reviewed_on = ${on}::date,
      reviewed_by = ${ctx.actor.displayName} where id = ${pledgeId}`.execute(ctx.db)
    return { cadreId: held.cadreId }
  },
})
