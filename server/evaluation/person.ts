import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { citingOf, cycleNamed } from './cycle.ts'
import { shownCycle } from './cycle-shown.ts'
import { productRow, productsOf } from './products-shown.ts'
import { proposals, stepsFor } from './proposals.ts'
import { notInCycle } from './rate.ts'
import { cycleShape, ratingCode, stepShape } from './shapes.ts'

const trail = z.object({
  stage: z.string(),
  rating: ratingCode,
  points: z.number().nullable(),
  reason: z.string().nullable(),
  comment: z.string().nullable(),
  authoriser: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  undone: z.boolean(),
})

const personAnswer = z.object({
  cycle: cycleShape,
  evaluationId: z.number(),
  cadreId: z.number(),
  name: z.string(),
  title: z.string(),
  group: z.string(),
  leads: z.boolean(),
  reviewerName: z.string().nullable(),
  /** The own evaluation: may be filled in here. */
  own: z.boolean(),
  parts: z.record(z.string(), z.number()),
  task: z.number().nullable(),
  common: z.number().nullable(),
  commonMost: z.number().nullable(),
  total: z.number().nullable(),
  proposed: ratingCode.nullable(),
  open: z.array(z.string()),
  steps: z.array(stepShape),
  bands: z.array(z.object({ rating: ratingCode, from: z.number().nullable() })),
  selfRating: ratingCode.nullable(),
  selfCommon: z.number().nullable(),
  selfNote: z.string().nullable(),
  selfAt: z.string().nullable(),
  rating: ratingCode.nullable(),
  points: z.number().nullable(),
  products: z.array(productRow),
  trail: z.array(trail),
  charges: z.array(
    z.object({ name: z.string(), unitId: z.number().nullable(), rating: ratingCode.nullable() }),
  ),
  version: z.number(),
})

/** One person in one cycle: products with claims and evidence, each step of the arithmetic, the trail. */
export const evaluationOf = query({
  name: 'evaluation.person',
  input: z.strictObject({ evaluationId: wholeNumber, asOf: isoDate.optional() }),
  output: personAnswer,
  run: (ctx, { evaluationId, asOf }) => personIn(ctx, evaluationId, asOf),
})

/** The same, of oneself: a right of its own, for every cadre has it. */
export const ownEvaluationShown = query({
  name: 'evaluation.own',
  input: z.strictObject({ evaluationId: wholeNumber, asOf: isoDate.optional() }),
  output: personAnswer,
  async run(ctx, { evaluationId, asOf }) {
    const answer = await personIn(ctx, evaluationId, asOf)
    if (!answer.own) throw notInCycle()
    return answer
  },
})

/** All evaluations of the asker, the latest first; before publication the rating is nobody's to tell. */
export const ownEvaluations = query({
  name: 'evaluation.own_list',
  input: z.strictObject({ asOf: z.string().optional() }),
  output: z.object({
    rows: z.array(
      z.object({
        evaluationId: z.number(),
        cycleId: z.number(),
        period: z.string(),
        unitName: z.string(),
        step: z.string(),
        selfAt: z.string().nullable(),
        rating: ratingCode.nullable(),
        points: z.number().nullable(),
        publishedOn: z.string().nullable(),
      }),
    ),
  }),
  async run({ db, actor }) {
    const { rows } = await sql<{
      evaluationId: number
      cycleId: number
      period: string
      unitName: string
      step: string
      selfAt: string | null
      rating: z.output<typeof ratingCode> | null
      points: number | null
      publishedOn: string | null
    }>`
      select e.id as "evaluationId", c.id as "cycleId", c.period, n.name as "unitName", c.step,
        e.self_at::text as "selfAt", case when c.published_on is not null then e.rating end as rating,
        case when c.published_on is not null then e.points end as points,
        c.published_on::text as "publishedOn"
      from evaluation e join evaluation_cycle c on c.id = e.cycle_id
      join unit_name n on n.unit_id = c.unit_id and n.during @> upper(c.during) - 1
      where e.cadre_id = ${actor.cadreId} order by upper(c.during) desc, c.id desc`.execute(db)
    return { rows }
  },
})

async function personIn(
  ctx: Context,
  evaluationId: number,
  asOf: string | undefined,
): Promise<z.input<typeof personAnswer>> {
  const { rows } = await sql<Row>`
    select e.cycle_id as "cycleId", e.cadre_id as "cadreId", c.full_name as name, e.title,
      e.duty_group as group, e.leads, e.self_rating as "selfRating", e.self_common as "selfCommon",
      e.self_note as "selfNote", e.self_at::text as "selfAt", e.rating, e.points, e.version,
      (select min(d.full_name) from directory_entry d where d.cadre_id = e.reviewer_id) as "reviewerName"
    from evaluation e join cadre c on c.id = e.cadre_id where e.id = ${evaluationId}`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw notInCycle()
  const { cycleId, rating, points, ...row } = found
  const cycle = await cycleNamed(ctx, cycleId)
  const citing = await citingOf(ctx, cycle)
  const proposal = (await proposals(ctx.db, cycle, citing)).get(evaluationId)
  const own = ctx.actor.cadreId === row.cadreId
  const told = !own || cycle.publishedOn !== null
  const { scheme } = citing
  return {
    ...row,
    evaluationId,
    own,
    cycle: await shownCycle(ctx, cycle, citing, asOf),
    parts: proposal?.parts ?? {},
    task: proposal?.task ?? null,
    common: proposal?.common ?? null,
    commonMost: scheme.score?.common.points ?? null,
    total: proposal?.total ?? null,
    proposed: proposal?.band ?? null,
    open: proposal?.open ?? [],
    steps: await stepsFor(ctx.db, cycle, citing, evaluationId),
    bands: scheme.bands.map((band) => ({ rating: band.rating, from: band.from ?? null })),
    rating: told ? rating : null,
    points: told ? points : null,
    products: await productsOf(ctx.db, evaluationId),
    trail: told ? await trailOf(ctx, evaluationId) : [],
    charges: (await ctx.db
      .selectFrom('evaluation_charge')
      .select(['name', 'unit_id as unitId', 'rating'])
      .where('evaluation_id', '=', evaluationId)
      .orderBy('id')
      .execute()) as z.input<typeof personAnswer>['charges'],
  }
}

type Row = Pick<
  z.input<typeof personAnswer>,
  | 'cadreId'
  | 'name'
  | 'title'
  | 'group'
  | 'leads'
  | 'reviewerName'
  | 'selfRating'
  | 'selfCommon'
  | 'selfNote'
  | 'selfAt'
  | 'rating'
  | 'points'
  | 'version'
> & { cycleId: number }

async function trailOf({ db }: Context, evaluationId: number) {
  const { rows } = await sql<z.input<typeof trail>>`
    select s.stage, s.rating, s.points, s.reason_code as reason, s.comment,
      (select min(d.full_name) from directory_entry d where d.cadre_id = s.authoriser_id) as authoriser,
      s.account_name as by, s.at::text as at, s.undone_at is not null as undone
    from rating_step s where s.evaluation_id = ${evaluationId} order by s.id`.execute(db)
  return rows
}
