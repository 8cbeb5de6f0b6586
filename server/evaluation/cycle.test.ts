import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import {
  HEAD,
  opened,
  own,
  PERIOD,
  row,
  STAFF,
  sheetOf,
  test,
  worked,
} from '#server/cast-of-evaluation.ts'
import { assign, undoAssignment } from './assign.ts'
import { claimEffect } from './claim-effect.ts'
import { claimCause, decideClaim } from './claims.ts'
import { correctLine } from './corrections.ts'
import { openCycle } from './open-cycle.ts'
import { assessSelf } from './own.ts'
import { ownEvaluations } from './person.ts'
import { checkProduct } from './products.ts'
import { acceptAll, review } from './review.ts'
import { undoRating } from './undo-rating.ts'

describe('opening', () => {
  test('takes the people of the unit, their groups and who reviews them', async ({ ctx }) => {
    const cycleId = await opened(ctx)
    const { cycle, of, people, groups } = await sheetOf(ctx, cycleId)
    expect(people).toHaveLength(STAFF + 2)
    expect(groups.map(({ name }) => name)).toEqual(['Người đứng đầu', 'Nhóm chuyên viên'])
    expect(of(PEOPLE.dung).reviewerName).toBe('Vũ Thị Lan')
    expect(of(PEOPLE.lan).reviewerName).toBe('Trần Văn Bình')
    expect(cycle.steps.map((one) => one.step)).toEqual([
      'self',
      'head',
      'authority',
      'publish',
      'appeal',
      'closed',
    ])
    await expect(
      openCycle(ctx, { unitIds: [UNITS.homeStaff.id], period: PERIOD }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('asks for a text that is in force, and for people', async ({ ctx }) => {
    await expect(
      openCycle(ctx, { unitIds: [UNITS.homeStaff.id], period: '2023-10' }),
    ).rejects.toThrow('chưa văn bản nào tỉnh áp dụng')
    await expect(openCycle(ctx, { unitIds: [3], period: '2024-13' })).rejects.toThrow('2026-10')
  })
})

describe('products and claims', () => {
  test('are taken back in one go while nobody worked on them', async ({ ctx }) => {
    const cycleId = await opened(ctx)
    const to = { everybody: true } as const
    const batch = await assign(ctx, { cycleId, to, products: [{ name: 'Báo cáo', assigned: 1 }] })
    expect(batch).toMatchObject({ products: STAFF + 2, people: STAFF + 2 })
    expect(await undoAssignment(ctx, { batchId: batch.batchId })).toEqual({ removed: STAFF + 2 })
    const again = await assign(ctx, { cycleId, to, products: [{ name: 'Báo cáo', assigned: 1 }] })
    await sql`update work_product set done = 1 where cadre_id = ${PEOPLE.dung}`.execute(ctx.db)
    await expect(undoAssignment(ctx, { batchId: again.batchId })).rejects.toThrow('Đặng Dũng')
  })

  test('a confirmed cause spares the delay, and nobody confirms the own', async ({ ctx, as }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    const { rows } = await sql<{
      id: number
    }>`select id from work_product where cadre_id = ${PEOPLE.dung}`.execute(ctx.db)
    const productId = rows[0]?.id ?? 0
    await checkProduct(ctx, { productId, version: 1, delays: 1 })
    expect((await sheetOf(ctx, cycleId)).of(PEOPLE.dung).parts.c).toBe(75)
    const dung = await as(own(PEOPLE.dung))
    const reason = '3 xã gửi số liệu sau hạn'
    await expect(claimCause(dung, { productId, of: 'check', reason })).rejects.toThrow('có 0 lần')
    const { id } = await claimCause(dung, { productId, of: 'delay', reason })
    await expect(claimEffect(dung, { claimId: id })).rejects.toMatchObject({ kind: 'forbidden' })
    const head = await as(HEAD)
    expect((await sheetOf(head, cycleId)).of(PEOPLE.dung).exceptions[0]?.kind).toBe('claim')
    const shown = await claimEffect(head, { claimId: id })
    const total = async () => (await sheetOf(head, cycleId)).of(PEOPLE.dung).total
    expect(shown.now).toEqual({ total: await total(), band: 'good' })
    expect(shown.confirmed).toEqual({ total: 85, band: 'good' })
    await expect(
      decideClaim(
        { ...head, actor: { ...head.actor, cadreId: PEOPLE.dung } },
        { claimId: id, confirmed: true },
      ),
    ).rejects.toMatchObject({ kind: 'against_rule' })
    await decideClaim(head, { claimId: id, confirmed: true })
    expect(await total()).toBe(shown.confirmed.total)
    await expect(claimEffect(head, { claimId: id })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(decideClaim(head, { claimId: id, confirmed: false })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})

describe('self-assessment and review', () => {
  test('the own sheet only, until the head has looked', async ({ ctx, as }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    const { of } = await sheetOf(ctx, cycleId)
    const dung = await as(own(PEOPLE.dung))
    const [mine] = (await ownEvaluations(dung, {})).rows
    expect(mine?.evaluationId).toBe(of(PEOPLE.dung).evaluationId)
    const sent = { rating: 'good', common: 20, sent: true } as const
    const foreign = of(100).evaluationId
    await expect(
      assessSelf(dung, { evaluationId: foreign, version: 1, ...sent }),
    ).rejects.toMatchObject({ kind: 'not_found' })
    const evaluationId = mine?.evaluationId ?? 0
    await assessSelf(dung, { evaluationId, version: 1, ...sent })
    await expect(assessSelf(dung, { evaluationId, version: 1, ...sent })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const head = await as(HEAD)
    await acceptAll(head, { cycleId })
    await expect(
      assessSelf(await as(own(PEOPLE.dung)), { evaluationId, version: 3, ...sent }),
    ).rejects.toThrow('không sửa được nữa')
  })

  test('the head accepts many, undoes, and rates neither self nor those of another', async ({
    ctx,
    as,
  }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    const head = await as(HEAD)
    expect(await acceptAll(head, { cycleId })).toEqual({ rated: STAFF + 1, left: 1 })
    const { of, people } = await sheetOf(head, cycleId)
    expect(people.filter(({ rating }) => rating === 'excellent')).toHaveLength(3)
    await review(head, { cycleId, rows: [{ ...row(of(103)), rating: 'good' }] })
    expect(await undoRating(head, { cycleId })).toEqual({ undone: 1 })
    expect((await sheetOf(head, cycleId)).of(103).rating).toBe('excellent')
    expect(await undoRating(head, { cycleId })).toEqual({ undone: STAFF + 1 })
    await expect(undoRating(head, { cycleId })).rejects.toMatchObject({ kind: 'conflict' })
    const lan = (await sheetOf(head, cycleId)).of(PEOPLE.lan)
    await expect(review(head, { cycleId, rows: [row(lan)] })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(
      review(head, { cycleId, rows: [{ ...row(of(100)), version: 0 }] }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a wrong reporting line is put right inside the cycle', async ({ ctx, as }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    const { of } = await sheetOf(ctx, cycleId)
    const asked = {
      evaluationId: of(100).evaluationId,
      reason: 'Do phó giám đốc trực tiếp phụ trách',
    }
    await expect(correctLine(ctx, { ...asked, reviewerId: 100 })).rejects.toThrow('tự đánh giá')
    await correctLine(ctx, { ...asked, reviewerId: PEOPLE.hoa })
    const head = await as(HEAD)
    const moved = (await sheetOf(head, cycleId)).of(100)
    expect(moved.reviewerName).toBe('Lê Thị Hoa')
    await expect(review(head, { cycleId, rows: [row(moved)] })).rejects.toThrow('Lê Thị Hoa')
  })
})
