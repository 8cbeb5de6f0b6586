import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { overseenUnit, oversightBoard } from './oversight.ts'
import { assignOversight, closeFinding, endOversight, recordVisit } from './oversight-changes.ts'

const GIVEN = {
  unitId: UNITS.commune.id,
  cadreId: PEOPLE.binh,
  from: '2024-01-01',
  decisionNo: '7-QĐ/TU',
  signedBy: 'Bí thư Tỉnh ủy',
}
const stateOn = async (ctx: Context, asOf: string) =>
  (await oversightBoard(ctx, { asOf })).rows.map(({ state, leader }) => [state, leader])

describe('who follows a commune', () => {
  test('can be ended without a successor, once, and not before the last visit', async ({ ctx }) => {
    const { id } = await assignOversight(ctx, GIVEN)
    await recordVisit(ctx, { oversightId: id, visitedOn: '2024-07-10', purpose: 'Làm việc' })
    const end = { oversightId: id, lastDay: '2024-08-31', reason: '9-QĐ/TU' }
    await expect(endOversight(ctx, { ...end, lastDay: '2024-07-09' })).rejects.toThrow('10/07/2024')
    await endOversight(ctx, end)
    expect(await stateOn(ctx, '2024-08-31')).toEqual([['followed', 'Trần Văn Bình']])
    expect(await stateOn(ctx, '2024-09-01')).toEqual([['no_leader', null]])
    await expect(endOversight(ctx, end)).rejects.toThrow('đã kết thúc')
  })

  test('nobody, then a leader who must come within the months of the parameter', async ({
    ctx,
  }) => {
    expect(await stateOn(ctx, '2023-12-31')).toEqual([['no_leader', null]])
    const { id } = await assignOversight(ctx, GIVEN)
    expect(await stateOn(ctx, '2024-06-30')).toEqual([['followed', 'Trần Văn Bình']])
    expect(await stateOn(ctx, '2024-07-02')).toEqual([['no_visit', 'Trần Văn Bình']])
    const findings = [{ says: 'Xã bổ sung minh chứng', dueOn: '2024-09-01' }]
    await recordVisit(ctx, {
      oversightId: id,
      visitedOn: '2024-07-10',
      purpose: 'Làm việc',
      findings,
    })
    expect(await stateOn(ctx, '2024-08-31')).toEqual([['followed', 'Trần Văn Bình']])
    expect(await stateOn(ctx, '2024-09-02')).toEqual([['overdue', 'Trần Văn Bình']])
    const { periods } = await overseenUnit(ctx, { id: UNITS.commune.id })
    const finding = periods[0]?.visits[0]?.findings[0]
    const done = { id: finding?.id ?? 0, version: 1, doneOn: '2024-09-10', outcome: 'Đã bổ sung' }
    await closeFinding(ctx, done)
    expect(await stateOn(ctx, '2024-09-02')).toEqual([['overdue', 'Trần Văn Bình']])
    expect(await stateOn(ctx, '2024-09-11')).toEqual([['followed', 'Trần Văn Bình']])
    await expect(closeFinding(ctx, done)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('another leader from a later day; history keeps the first', async ({ ctx }) => {
    await assignOversight(ctx, GIVEN)
    await assignOversight(ctx, { ...GIVEN, cadreId: PEOPLE.minh, from: '2024-05-01' })
    expect(await stateOn(ctx, '2024-04-30')).toEqual([['followed', 'Trần Văn Bình']])
    expect(await stateOn(ctx, '2024-05-01')).toEqual([['followed', 'Phạm Minh']])
    await expect(assignOversight(ctx, GIVEN)).rejects.toThrow('phải sau ngày đó')
  })

  test('bad days, units and people are refused', async ({ ctx }) => {
    await expect(assignOversight(ctx, { ...GIVEN, unitId: UNITS.home.id })).rejects.toThrow('xã')
    await expect(assignOversight(ctx, { ...GIVEN, cadreId: PEOPLE.duc })).rejects.toThrow(
      'không công tác',
    )
    const { id: oversightId } = await assignOversight(ctx, GIVEN)
    const visit = { oversightId, visitedOn: '2023-12-01', purpose: 'Làm việc' }
    await expect(recordVisit(ctx, visit)).rejects.toThrow('thời gian được phân công')
    await recordVisit(ctx, { ...visit, visitedOn: '2024-02-01' })
    await expect(recordVisit(ctx, { ...visit, visitedOn: '2024-02-01' })).rejects.toThrow(
      '01/02/2024',
    )
  })

  test('a commune sees that it is followed, not the record of the leader', async ({ ctx, as }) => {
    await assignOversight(ctx, GIVEN)
    const commune = await as({ role: 'unit_officer', scope: UNITS.commune.scope, unitId: 7 })
    expect(await stateOn(commune, '2024-03-01')).toEqual([['followed', null]])
    const health = await as({ role: 'unit_officer', scope: UNITS.health.scope, unitId: 4 })
    expect(await stateOn(health, '2024-03-01')).toEqual([])
    await expect(assignOversight(health, GIVEN)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
