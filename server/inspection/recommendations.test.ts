import { describe, expect } from 'vitest'
import { addFact } from '#server/cadres/record/edit.ts'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { recommend, recordFinding } from './findings.ts'
import { extendRecommendation, judgeRecommendation, reportRecommendation } from './follow-up.ts'
import { inspectionDetail } from './inspections.ts'
import { openInspection } from './open-inspection.ts'
import { recommendationList } from './recommendations.ts'
import { superviseAbove } from './supervise-above.ts'

const opened = async (ctx: Context) =>
  (
    await openInspection(ctx, {
      kind: 'unscheduled',
      title: 'Kiểm tra bổ nhiệm tại Sở Y tế',
      unitId: UNITS.health.id,
      from: '2019-01-01',
      to: '2024-09-30',
      startsOn: '2024-10-01',
      endsOn: '2024-10-20',
      basis: '12/KH-UBND, Mục III.7',
      decisionNo: '120/QĐ-SNV',
      signedBy: 'Giám đốc Sở Nội vụ',
      members: [{ cadreId: PEOPLE.lan, duty: 'lead' }],
    })
  ).id

describe('a recommendation', () => {
  test('is reported by the unit, judged by another, extended, and outlives the post', async ({
    ctx,
    as,
  }) => {
    const id = await opened(ctx)
    const { findingId } = await recordFinding(ctx, {
      id,
      cadreId: PEOPLE.duc,
      says: 'Sai',
      clause: 'Điều 42',
    })
    await recommend(ctx, {
      id,
      findingId,
      kind: 'handle_person',
      asks: 'Xử lý',
      dueOn: '2024-10-20',
    })
    const one = async () => {
      const [found] = (await recommendationList(ctx, {})).rows
      if (!found) throw new Error('no recommendation')
      return found
    }
    const first = await one()
    expect(first).toMatchObject({ state: 'overdue', left: true, name: 'Mạc Đức' })
    await extendRecommendation(ctx, {
      id: first.id,
      version: first.version,
      dueOn: '2024-11-20',
      says: 'Chờ hồ sơ',
    })
    await expect(
      extendRecommendation(ctx, {
        id: first.id,
        version: first.version,
        dueOn: '2024-12-20',
        says: 'x',
      }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    expect(await one()).toMatchObject({ state: 'open', dueOn: '2024-11-20' })
    const health = await as({
      name: 'so',
      role: 'unit_officer',
      scope: UNITS.health.scope,
      unitId: UNITS.health.id,
    })
    await expect(
      reportRecommendation(health, { id: first.id, version: 2, says: 'Đã xử lý' }),
    ).rejects.toThrow(/số quyết định xử lý/)
    await reportRecommendation(health, {
      id: first.id,
      version: 2,
      says: 'Đã họp kiểm điểm',
      documentNo: '33/BC',
    })
    await expect(
      judgeRecommendation(health, { id: first.id, version: 3, accepted: true, says: 'x' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const officer = await as({})
    await judgeRecommendation(officer, { id: first.id, version: 3, accepted: true, says: 'Đủ' })
    expect(await one()).toMatchObject({ state: 'done', handled: [] })
    const decided = { no: '9/QĐ-SYT', on: '2024-10-31', by: 'Giám đốc Sở Y tế' }
    const discipline = (form: string) =>
      addFact(officer, {
        id: PEOPLE.duc,
        section: 'disciplines',
        values: { system: 'state', form, decided_on: decided.on, decision_no: decided.no },
        basis: { basis: 'decision', ...decided },
      })
    await expect(discipline('dismissal')).rejects.toThrow(/khiển trách, cảnh cáo, xóa tư cách/)
    await discipline('title_struck')
    const nobody = { kind: 'improve', asks: 'Sửa quy chế', dueOn: '2024-11-20' } as const
    await recommend(officer, { id, ...nobody })
    const shown = (await recommendationList(officer, { cadreId: PEOPLE.duc })).rows
    expect(shown).toMatchObject([
      {
        left: true,
        handled: [
          {
            form: 'Xóa tư cách chức vụ, chức danh',
            decisionNo: decided.no,
            decidedOn: decided.on,
          },
        ],
      },
    ])
    expect((await recommendationList(officer, { cadreId: PEOPLE.thu })).rows).toEqual([])
  })
})

test('a recommendation to another unit than the inspected one is read and reported by that unit', async ({
  ctx,
  as,
}) => {
  const id = await opened(ctx)
  const { recommendationId } = await recommend(ctx, {
    id,
    unitId: UNITS.home.id,
    kind: 'improve',
    asks: 'Sửa quy trình thẩm định',
    dueOn: '2024-11-20',
  })
  const report = { id: recommendationId, version: 1, says: 'Đã sửa', documentNo: '4/QĐ' }
  const officer = (unit: (typeof UNITS)[keyof typeof UNITS]) =>
    as({ role: 'unit_officer', scope: unit.scope, unitId: unit.id })
  await expect(reportRecommendation(await officer(UNITS.district), report)).rejects.toMatchObject({
    kind: 'not_found',
  })
  const health = await officer(UNITS.health)
  expect((await recommendationList(health, {})).rows).toMatchObject([{ acts: false }])
  await expect(reportRecommendation(health, report)).rejects.toMatchObject({ kind: 'forbidden' })
  const home = await officer(UNITS.home)
  expect((await recommendationList(home, {})).rows).toMatchObject([
    { acts: true, inspection: 'Kiểm tra bổ nhiệm tại Sở Y tế' },
  ])
  await expect(inspectionDetail(home, { id })).rejects.toMatchObject({ kind: 'not_found' })
  await reportRecommendation(home, report)
  expect((await recommendationList(home, {})).rows).toMatchObject([
    { state: 'reported', steps: [{ documentNo: '4/QĐ' }] },
  ])
})

describe('supervision upwards', () => {
  test('is by a unit, of one above it', async ({ as }) => {
    const words = {
      title: 'Giám sát',
      basis: 'Mục III.7',
      from: '2024-09-01',
      to: '2024-10-01',
      says: 'Chậm',
      clause: 'Mục III.7',
      asks: 'Sớm hơn',
      dueOn: '2024-11-30',
    }
    const commune = await as({
      role: 'unit_officer',
      scope: UNITS.commune.scope,
      unitId: UNITS.commune.id,
    })
    const { id } = await superviseAbove(commune, { ...words, unitId: UNITS.district.id })
    expect(await inspectionDetail(commune, { id })).toMatchObject({
      direction: 'up',
      unit: 'Huyện An Bình',
    })
    await expect(
      superviseAbove(commune, { ...words, unitId: UNITS.health.id }),
    ).rejects.toMatchObject({ kind: 'against_rule' })
    const [asked] = (await recommendationList(commune, {})).rows
    expect(asked).toMatchObject({ unit: 'Huyện An Bình', acts: false })
    const report = { id: asked?.id ?? 0, version: 1, says: 'Đã làm' }
    await expect(reportRecommendation(commune, report)).rejects.toMatchObject({ kind: 'forbidden' })
    const district = await as({
      role: 'unit_officer',
      scope: UNITS.district.scope,
      unitId: UNITS.district.id,
    })
    expect(await reportRecommendation(district, report)).toEqual({ version: 2 })
  })
})
