import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import { later, opened, own, sheetOf, test, worked } from '#server/cast-of-evaluation.ts'
import type { Context } from '#server/kernel/context.ts'
import { setCharges } from './corrections.ts'
import { openCycle } from './open-cycle.ts'
import { evaluationOf, ownEvaluationShown } from './person.ts'
import { acceptAll } from './review.ts'
import { undoRating } from './undo-rating.ts'

/** The department with its division, both of October, everybody's work done. */
async function department(ctx: Context) {
  const division = await opened(ctx)
  await worked(ctx, division)
  const { cycles } = await openCycle(ctx, { unitIds: [UNITS.home.id], period: '2026-10' })
  const whole = cycles[0]?.id ?? 0
  await worked(ctx, whole)
  return { division, whole }
}

const rated = (ctx: Context, cycleId: number, rating: string | null, cadreId = 0) =>
  sql`update evaluation set rating = ${rating}, stage = case when ${rating}::text is null then null else 'review' end
    where cycle_id = ${cycleId} and ${cadreId}::integer in (0, cadre_id)`.execute(ctx.db)

const d = async (ctx: Context, cycleId: number, cadreId: number) =>
  (await sheetOf(ctx, cycleId)).of(cadreId).parts.d ?? null

describe('the result of what a leader answers for', () => {
  test('is that of everybody below a head, in the cycles of divisions too', async ({ ctx }) => {
    const { division, whole } = await department(ctx)
    const { of } = await sheetOf(ctx, whole)
    expect(of(PEOPLE.binh)).toMatchObject({ proposed: null, total: null })
    expect(of(PEOPLE.binh).exceptions.map(({ says }) => says)).toEqual([
      'Còn người, lĩnh vực hoặc phòng thuộc quyền chưa xếp loại (d)',
    ])
    await rated(ctx, division, 'good')
    // The deputies beside come after the head: they are not waited for.
    expect(await d(ctx, whole, PEOPLE.binh)).toBe(100)
    await rated(ctx, division, 'not_completed', 103)
    expect(await d(ctx, whole, PEOPLE.binh)).toBe(50)
    expect(await d(ctx, division, PEOPLE.lan)).toBe(50)
    await rated(ctx, division, null, 104)
    await rated(ctx, division, 'good', 103)
    expect(await d(ctx, whole, PEOPLE.binh)).toBeNull()
    expect(await d(ctx, division, PEOPLE.lan)).toBeNull()
  })

  test('leaves a head waiting without a word on deputies who are only proposed', async ({
    ctx,
  }) => {
    const { whole } = await department(ctx)
    const { evaluationId } = (await sheetOf(ctx, whole)).of(PEOPLE.hoa)
    await setCharges(ctx, { evaluationId, charges: [{ name: 'Cải cách', rating: 'good' }] })
    const { of, violations } = await sheetOf(ctx, whole)
    expect(of(PEOPLE.binh).proposed).toBeNull()
    expect(of(PEOPLE.hoa).proposed).toBe('good')
    expect(violations).toEqual([])
    await rated(ctx, whole, 'good', PEOPLE.hoa)
    expect((await sheetOf(ctx, whole)).violations).toMatchObject([
      { who: 'Lê Thị Hoa', rule: 'head_before_deputies' },
    ])
  })

  test('keeps two heads of one unit from waiting for each other', async ({ ctx }) => {
    const { division, whole } = await department(ctx)
    await rated(ctx, division, 'good')
    await sql`update evaluation set role = 'head' where cycle_id = ${whole} and cadre_id = ${PEOPLE.hoa}`.execute(
      ctx.db,
    )
    expect(await d(ctx, whole, PEOPLE.binh)).toBe(100)
    expect(await d(ctx, whole, PEOPLE.hoa)).toBe(100)
  })

  test('leaves out other periods and the other regime', async ({ ctx }) => {
    const { division, whole } = await department(ctx)
    await rated(ctx, division, 'not_completed')
    await sql`update evaluation_cycle set scheme = 'qd366-2025-ca-nhan' where id = ${division}`.execute(
      ctx.db,
    )
    expect(await d(ctx, whole, PEOPLE.binh)).toBe(100)
  })

  test('is that of the fields and divisions of a deputy, unknown while none is on record', async ({
    ctx,
  }) => {
    const { division, whole } = await department(ctx)
    const { evaluationId, exceptions } = (await sheetOf(ctx, whole)).of(PEOPLE.hoa)
    expect(exceptions.map(({ says }) => says)).toEqual(['Chưa ghi lĩnh vực, phòng phụ trách (d)'])
    const charged = (charges: Parameters<typeof setCharges>[1]['charges']) =>
      setCharges(ctx, { evaluationId, charges })
    await charged([{ name: 'Cải cách hành chính' }])
    expect(await d(ctx, whole, PEOPLE.hoa)).toBeNull()
    await charged([{ name: 'Cải cách hành chính', rating: 'good' }])
    expect(await d(ctx, whole, PEOPLE.hoa)).toBe(100)
    await charged([{ name: 'Công chức', unitId: UNITS.homeStaff.id, rating: 'good' }])
    expect(await d(ctx, whole, PEOPLE.hoa)).toBeNull()
    await rated(ctx, division, 'good')
    expect(await d(ctx, whole, PEOPLE.hoa)).toBe(100)
    await rated(ctx, division, 'not_completed', 105)
    expect(await d(ctx, whole, PEOPLE.hoa)).toBe(50)
  })

  test('is the same to whoever sees only the own row', async ({ ctx, as }) => {
    const { division } = await department(ctx)
    await rated(ctx, division, 'good')
    await rated(ctx, division, 'not_completed', 103)
    const { evaluationId } = (await sheetOf(ctx, division)).of(PEOPLE.lan)
    const lan = await as(own(PEOPLE.lan))
    expect((await ownEvaluationShown(lan, { evaluationId })).parts.d).toBe(50)
  })
})

test('accepting goes from below upwards in one go, and is undone in one go', async ({ ctx }) => {
  const cycleId = await opened(ctx)
  await worked(ctx, cycleId)
  const end = later(ctx, '2026-10-31')
  expect(await acceptAll(end, { cycleId })).toEqual({ rated: 8, left: 0 })
  expect((await sheetOf(end, cycleId)).of(PEOPLE.lan)).toMatchObject({ rating: 'good' })
  expect(await undoRating(end, { cycleId })).toEqual({ undone: 8 })
})

test('what deputies are in charge of is kept into the next period, its result is not', async ({
  ctx,
}) => {
  const { whole } = await department(ctx)
  const { evaluationId } = (await sheetOf(ctx, whole)).of(PEOPLE.hoa)
  await setCharges(ctx, { evaluationId, charges: [{ name: 'Cải cách', rating: 'good' }] })
  const november = later(ctx, '2026-11-20')
  const { cycles } = await openCycle(november, { unitIds: [UNITS.home.id], period: '2026-11' })
  const next = (await sheetOf(november, cycles[0]?.id ?? 0)).of(PEOPLE.hoa)
  const { charges } = await evaluationOf(november, { evaluationId: next.evaluationId })
  expect(charges).toEqual([{ name: 'Cải cách', unitId: null, rating: null }])
})

test('more done than assigned is something to look at', async ({ ctx }) => {
  const cycleId = await opened(ctx)
  await worked(ctx, cycleId)
  await sql`update work_product set done = assigned + 1 where cadre_id = 100`.execute(ctx.db)
  expect((await sheetOf(ctx, cycleId)).of(100).exceptions).toEqual([
    { kind: 'beyond', says: '1 việc ghi làm vượt số được giao' },
  ])
})
