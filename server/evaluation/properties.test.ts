import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { BASIS, later, opened, sheetOf, step, test, worked } from '#server/cast-of-evaluation.ts'
import type { Context } from '#server/kernel/context.ts'
import { atomically, insertRows } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { withExams } from '#server/matrix-exams.ts'
import { rateUnit } from './corrections.ts'
import { citingOf, cycleNamed } from './cycle.ts'
import { ofEvidence } from './evidence.ts'
import { HEIGHT, type Rating } from './ratings.ts'
import { review } from './review.ts'
import { scoresInSql } from './score-in-sql.ts'
import { undoRating } from './undo-rating.ts'

const LEVELS = ['excellent', 'good', 'completed', 'not_completed'] as const

const product = fc.record({
  assigned: fc.integer({ min: 1, max: 9 }),
  done: fc.integer({ min: 0, max: 12 }),
  coefficient: fc.constantFrom(0.5, 1, 1.5, 2.25, 4),
  failed_checks: fc.integer({ min: 0, max: 5 }),
  delays: fc.integer({ min: 0, max: 5 }),
  spared: fc.boolean(),
})
const person = fc.record({
  products: fc.array(product, { minLength: 1, maxLength: 5 }),
  common: fc.integer({ min: 0, max: 60 }).map((half) => half / 2),
  leads: fc.boolean(),
  organise: fc.integer({ min: 0, max: 100 }),
  test: fc.option(fc.record({ score: fc.integer({ min: 0, max: 7 }), most: fc.constant(7) })),
})

/** Some have taken a test in the month of the cycle. */
async function take(
  { db }: Context,
  people: readonly { cadreId: number }[],
  everybody: readonly { test: { score: number; most: number } | null }[],
): Promise<void> {
  await sql`delete from exam_paper`.execute(db)
  for (const [at, { test: taken }] of everybody.entries()) {
    if (taken)
      await sql`insert into exam_paper (round_id, cadre_id, unit_id, seed, max_score, score,
          started_at, ends_at, submitted_at, submitted_by)
        values (1, ${people[at]?.cadreId}, 1, 'x', ${taken.most}, ${taken.score},
          '2026-10-12 08:00+07', '2026-10-12 09:00+07', '2026-10-12 08:30+07', 'person')`.execute(
        db,
      )
  }
}

test('one statement for many gives what the engine gives for each', async ({ ctx }) => {
  const cycleId = await opened(ctx)
  const cycle = await cycleNamed(ctx, cycleId)
  const citing = await citingOf(ctx, cycle)
  const score = citing.scheme.score
  if (!score) throw new Error('the scheme has points')
  const { people } = await sheetOf(ctx, cycleId)
  await withExams(ctx.db)
  await sql`delete from exam_item`.execute(ctx.db)
  // Whoever leads has nobody waiting below.
  await sql`update evaluation set rating = 'good', stage = 'review'`.execute(ctx.db)
  const ways = fc.record({
    rounding: fc.constantFrom('none', 'half_up_2', 'down_2', 'half_up_0'),
    over_done: fc.constantFrom('total', 'each'),
    of: fc.constantFrom('product', 'piece'),
    share: fc.constantFrom(0, 20, 35),
    everybody: fc.array(person, { minLength: people.length, maxLength: people.length }),
  })
  await fc.assert(
    fc.asyncProperty(ways, async ({ rounding, over_done, of, share, everybody }) => {
      const scheme = {
        ...citing.scheme,
        score: {
          ...{ ...score, rounding, over_done },
          deduction: { ...score.deduction, of },
          common: { ...score.common, test: { share, cite: 'Điều 1' } },
        },
      } as typeof citing.scheme
      await sql`delete from work_product`.execute(ctx.db)
      await take(ctx, people, everybody)
      for (const [at, { leads, common, organise }] of everybody.entries())
        await sql`update evaluation set leads = ${leads}, common = ${common}, organise = ${organise},
          unite = 100 where id = ${people[at]?.evaluationId ?? 0}`.execute(ctx.db)
      await insertRows(
        ctx.db,
        'work_product',
        everybody.flatMap(({ products }, at) =>
          products.map(({ spared, ...one }, place) => ({
            ...one,
            evaluation_id: people[at]?.evaluationId,
            cadre_id: people[at]?.cadreId,
            name: `${place}`,
            counted_in: 'việc',
            spared_checks: spared ? one.failed_checks : 0,
            spared_delays: spared ? Math.min(1, one.delays) : 0,
            version: 1,
          })),
        ),
      )
      const { rows } = await scoresInSql(
        { ...citing, scheme },
        scheme.score ?? score,
        sql`e.cycle_id = ${cycleId}`,
      ).execute(ctx.db)
      for (const [at, { leads, common, organise, test }] of everybody.entries()) {
        const { evaluationId = 0, cadreId = 0 } = people[at] ?? {}
        const row = rows.find(({ id }) => id === evaluationId)
        const special = {
          id: evaluationId,
          cadreId,
          leads,
          facts: {},
          common,
          organise,
          unite: 100,
          d: 100,
          led: null,
          test: test && { ...test, name: 'Đợt' },
        }
        const {
          parts,
          task,
          common: points,
          total,
          band,
        } = await ofEvidence(ctx.db, { ...citing, scheme }, special)
        const { a, b, c } = parts
        expect(row).toMatchObject({ a, b, c, task, common: points, total, band })
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)

const action = fc.oneof(
  fc.record({
    kind: fc.constant('rate' as const),
    who: fc.nat({ max: 7 }),
    rating: fc.constantFrom(...LEVELS),
  }),
  fc.record({ kind: fc.constant('unit' as const), rating: fc.constantFrom(...LEVELS) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('step' as const) }),
)

/** Written apart from `checked`: what the clauses say, over the rows as they stand. */
function broken(
  people: { role: string; group: string; rating: Rating | null }[],
  unit: Rating | null,
): boolean {
  const tooMany = (some: typeof people) => {
    const excellent = some.filter(({ rating }) => rating === 'excellent').length
    const good = some.filter(({ rating }) => rating === 'good').length
    return excellent > Math.max(some.length < 2 ? 1 : 0, Math.floor((good * 20) / 100))
  }
  const groups = [...Map.groupBy(people, ({ group }) => group).values()]
  const head = people.find(({ role }) => role === 'head')?.rating
  const above = (HEIGHT[head ?? 'not_rated'] ?? 0) > (HEIGHT[unit ?? 'not_rated'] ?? 0)
  return [people, ...groups].some(tooMany) || above || people.some(({ rating }) => rating === null)
}

const UNDONE = Symbol('rolled back')

test('no closed cycle ever breaks the cap or a coupling, whatever was done in whatever order', async ({
  ctx,
}) => {
  const cycleId = await opened(ctx)
  await worked(ctx, cycleId)
  const end = later(ctx, '2026-12-31')
  let closed = 0
  const perform = async (
    db: typeof ctx.db,
    one: typeof action extends fc.Arbitrary<infer T> ? T : never,
  ) => {
    const now = { ...end, db }
    const { cycle, people } = await sheetOf(now, cycleId)
    // Appeals are waited for; everything else happens on one day.
    const waits = ['appeal', 'closed'].includes(cycle.step)
    if (one.kind === 'step') return step(waits ? later(now, '2027-02-01') : now, cycleId)
    if (one.kind === 'undo') return undoRating(now, { cycleId })
    if (one.kind === 'unit')
      return rateUnit(now, { cycleId, version: cycle.version, rating: one.rating, basis: BASIS })
    const { evaluationId = 0, version = 0 } = people[one.who] ?? {}
    return review(now, { cycleId, rows: [{ evaluationId, version, rating: one.rating }] })
  }
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 14 }), async (actions) => {
      await atomically(ctx.db, async (db) => {
        // Everybody starts from good, so that some of the orders do reach the end.
        await sql`update evaluation set rating = 'good', points = 80, stage = 'review' where cycle_id = ${cycleId}`.execute(
          db,
        )
        const all = [...actions, ...Array.from({ length: 6 }, () => ({ kind: 'step' as const }))]
        for (const one of all) {
          await atomically(db, (inner) => perform(inner, one)).catch((error) => {
            if (!(error instanceof Refusal)) throw error
          })
        }
        const { rows } = await sql<{
          role: string
          group: string
          rating: Rating | null
          unit: Rating | null
          done: boolean
        }>`
          select e.role, e.duty_group as group, e.rating, c.unit_rating as unit, c.closed_on is not null as done
          from evaluation e join evaluation_cycle c on c.id = e.cycle_id where c.id = ${cycleId}`.execute(
          db,
        )
        if (rows[0]?.done) {
          closed++
          expect(broken(rows, rows[0].unit)).toBe(false)
        }
        throw UNDONE
      }).catch((thrown) => {
        if (thrown !== UNDONE) throw thrown
      })
    }),
    { numRuns: 15 },
  )
  expect(closed).toBeGreaterThan(0)
}, 120_000)
