import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { fileDocument } from '#server/organisation/document.ts'
import { housesOn } from './houses.ts'
import { candidates, ownStanding, weighingOn } from './people.ts'

const content = z.object({
  people: z.number(),
  female: z.number(),
  sexUnknown: z.number(),
  /** By whole years on the day; a birth date that leaves two bands open counts as unknown. */
  under30: z.number(),
  from30: z.number(),
  from40: z.number(),
  from50: z.number(),
  ageUnknown: z.number(),
  meets: z.number(),
  lacksPaper: z.number(),
  doesNot: z.number(),
  noStandard: z.number(),
  leaders: z.number(),
  /** Posts of leaders for whose title somebody of the unit is planned. */
  leaderPosts: z.number(),
  postsWithSuccessor: z.number(),
})

const review = z.object({
  id: z.number(),
  unitId: z.number(),
  unit: z.string(),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  reportNo: z.string(),
  reviewedBy: z.string(),
  conclusion: z.string(),
  content,
})

/** The workforce of an agency as it stands, and the reviews that were closed before. */
export const reviews = query({
  name: 'cadres.reviews',
  input: z.strictObject({ asOf: isoDate.optional(), unitId: wholeNumber.optional() }),
  output: z.object({
    asOf: z.string(),
    now: z.object({ unitId: z.number(), unit: z.string(), content }).nullable(),
    rows: z.array(review),
  }),
  async run(ctx, { asOf = ctx.today, unitId }) {
    const { rows } = await sql<z.output<typeof review>>`
      select id, unit_id as "unitId", unit_name as unit, lower(period)::text as "from",
        (upper(period) - 1)::text as "to", as_of::text as "asOf", report_no as "reportNo",
        reviewed_by as "reviewedBy", conclusion, content
      from workforce_review where ${unitId ?? null}::integer is null or unit_id = ${unitId ?? null}
      order by upper(period) desc, unit_name, id`.execute(ctx.db)
    const houses = await housesOn(ctx, asOf)
    const unit = houses.list.find(({ id }) => id === unitId)
    const now = unit
      ? { unitId: unit.id, unit: unit.name, content: await contentOf(ctx, unit.id, asOf) }
      : null
    return { asOf, now, rows }
  },
})

/** Closes the review of a period: the counts of the day are frozen, and the unit has its document. */
export const reviewWorkforce = command({
  name: 'cadres.review_workforce',
  input: z.strictObject({
    unitId: z.number().int(),
    from: isoDate,
    to: isoDate,
    asOf: isoDate,
    reportNo: z.string().trim().min(1, 'Hãy ghi số báo cáo.'),
    reviewedBy: z.string().trim().min(1, 'Hãy ghi người rà soát.'),
    conclusion: z.string().trim().min(1, 'Hãy ghi kết luận rà soát.').max(2000),
  }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `review:${id}` }),
  async run(ctx, asked) {
    const { unitId, from, to, asOf, reportNo } = asked
    if (to < from) throw new Refusal('invalid', 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.')
    if (asOf < from || asOf > to)
      throw new Refusal('invalid', 'Ngày chốt số liệu phải nằm trong kỳ rà soát.')
    const unit = (await housesOn(ctx, asOf)).list.find(({ id }) => id === unitId)
    if (!unit)
      throw new Refusal('not_found', 'Ngày này không có cơ quan đó trong phạm vi được xem.')
    const taken = await sql<{ no: string }>`select report_no as no from workforce_review
      where unit_id = ${unitId} and period && daterange(${from}::date, ${to}::date, '[]')`.execute(
      ctx.db,
    )
    if (taken.rows[0])
      throw new Refusal(
        'conflict',
        `Kỳ này đã chốt bằng báo cáo ${taken.rows[0].no}. Bản đã chốt không đổi.`,
      )
    const counted = await contentOf(ctx, unitId, asOf)
    const { rows } = await sql<{ id: number }>`insert into workforce_review
        (unit_id, unit_name, period, as_of, report_no, content, reviewed_by, conclusion, account_name)
      values (${unitId}, ${unit.name}, daterange(${from}::date, ${to}::date, '[]'), ${asOf}::date,
        ${reportNo}, ${JSON.stringify(counted)}::jsonb, ${asked.reviewedBy}, ${asked.conclusion},
        ${ctx.actor.name}) returning id`.execute(ctx.db)
    await fileDocument(ctx.db, {
      ...{ unitId, from, to, number: reportNo, issuedOn: asOf, kind: 'workforce_review' },
      title: `Rà soát đội ngũ kỳ ${inVietnamese(from)} – ${inVietnamese(to)}`,
    })
    return { id: rows[0]?.id ?? 0 }
  },
})

async function contentOf(
  ctx: Context,
  unitId: number,
  asOf: string,
): Promise<z.output<typeof content>> {
  const houses = await housesOn(ctx, asOf)
  const units = [...houses.of].filter(([, house]) => house === unitId).map(([id]) => id)
  const { rows } = await sql<Omit<z.output<typeof content>, Standings>>`
    select count(*)::integer as people,
      count(*) filter (where c.sex = 'female')::integer as female,
      count(*) filter (where c.sex is null)::integer as "sexUnknown",
      count(*) filter (where youngest >= 0 and oldest < 30)::integer as "under30",
      count(*) filter (where youngest >= 30 and oldest < 40)::integer as "from30",
      count(*) filter (where youngest >= 40 and oldest < 50)::integer as "from40",
      count(*) filter (where youngest >= 50)::integer as "from50",
      count(*) filter (where oldest is null or (youngest < 30 and oldest >= 30)
        or (youngest < 40 and oldest >= 40) or (youngest < 50 and oldest >= 50))::integer as "ageUnknown",
      count(*) filter (where t.rank in ${LEADERS})::integer as leaders,
      (select count(*)::integer from post p where p.unit_id = any(${units}::integer[])
        and p.rank in ${LEADERS} and p.during @> ${asOf}::date) as "leaderPosts",
      (select count(*)::integer from post p where p.unit_id = any(${units}::integer[])
        and p.rank in ${LEADERS} and p.during @> ${asOf}::date and exists (
          select from succession_entry s join tenure st on st.cadre_id = s.cadre_id
            and st.holding = 'main' and st.during @> ${asOf}::date
          where s.title_code = p.title_code and s.during @> ${asOf}::date
            and st.unit_id = any(${units}::integer[]))) as "postsWithSuccessor"
    from tenure t join cadre c on c.id = t.cadre_id
    cross join lateral (select
      extract(year from age(${asOf}::timestamp, c.born_latest::timestamp)) as youngest,
      extract(year from age(${asOf}::timestamp, c.born_earliest::timestamp)) as oldest) ages
    where t.holding = 'main' and t.during @> ${asOf}::date
      and t.unit_id = any(${units}::integer[])`.execute(ctx.db)
  const weighing = await weighingOn(ctx, asOf)
  const people = await candidates(ctx, weighing, sql`t.unit_id = any(${units}::integer[])`)
  const states = people.map((person) => ownStanding(weighing, person).state)
  const count = (wanted: string) => states.filter((state) => state === wanted).length
  return content.parse({
    ...rows[0],
    meets: count('meets'),
    lacksPaper: count('lacks_paper'),
    doesNot: count('does_not'),
    noStandard: count('no_standard'),
  })
}

type Standings = 'meets' | 'lacksPaper' | 'doesNot' | 'noStandard'
const LEADERS = sql`('head', 'deputy', 'division_head', 'division_deputy')`
