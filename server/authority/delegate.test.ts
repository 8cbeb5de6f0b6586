import { describe, expect } from 'vitest'
import type { z } from 'zod'
import { UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { delegate } from './delegate.ts'
import { delegationList } from './delegation-list.ts'
import { endDelegation } from './end-delegation.ts'
import { whoMay } from './who-may.ts'

const GIVEN: z.input<typeof delegate.input> = {
  matter: 'discipline',
  action: 'decide',
  about: { managedBy: ['commune', 'agency'] },
  holder: { rank: 'head' },
  withinUnitId: UNITS.home.id,
  from: '2025-09-01',
  decisionNo: '12/QĐ-UBND',
  signedBy: 'Chủ tịch UBND tỉnh',
  clause: 'Điều 3',
}

const deciders = async (ctx: Parameters<typeof whoMay>[0], unitId: number, on: string) => {
  const { rows } = await whoMay(ctx, { matter: 'discipline', unitId, on, action: 'decide' })
  return rows.map(({ holder }) => holder)
}

describe('a delegation of the province', () => {
  test('goes before the text about the same posts, from its day, in its unit', async ({ ctx }) => {
    await delegate(ctx, { ...GIVEN, about: { managedBy: ['agency', 'commune'] } })
    const text = ['Ban Thường vụ Tỉnh ủy', 'Chủ tịch UBND tỉnh']
    const own = ['Ban Thường vụ Tỉnh ủy', 'Trần Văn Bình (Giám đốc, Sở Nội vụ)']
    expect(await deciders(ctx, UNITS.homeStaff.id, '2025-08-31')).toEqual(text)
    expect(await deciders(ctx, UNITS.homeStaff.id, '2025-09-01')).toEqual(own)
    expect(await deciders(ctx, UNITS.health.id, '2025-09-01')).toEqual(text)
  })

  test('is not overwritten: an overlap is refused with both rows', async ({ ctx }) => {
    const { id } = await delegate(ctx, GIVEN)
    const again = { ...GIVEN, from: '2026-01-01', decisionNo: '13/QĐ-UBND' }
    await expect(delegate(ctx, again)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('đã giao Cấp trưởng từ 01/09/2025'),
      details: { stored: { id, decisionNo: '12/QĐ-UBND' }, sent: { decisionNo: '13/QĐ-UBND' } },
    })
  })

  test('ends by a decision, once; then another may begin that day', async ({ ctx }) => {
    const { id } = await delegate(ctx, GIVEN)
    const end = { id, endedOn: '2026-01-01', decisionNo: '1/QĐ-UBND', signedBy: 'Chủ tịch' }
    await expect(endDelegation(ctx, { ...end, endedOn: GIVEN.from })).rejects.toThrow('phải sau')
    await endDelegation(ctx, end)
    await expect(endDelegation(ctx, end)).rejects.toMatchObject({ kind: 'conflict' })
    await delegate(ctx, { ...GIVEN, from: '2026-01-01' })
    const rowsOn = async (asOf: string) => {
      const { matters } = await delegationList(ctx, { asOf })
      const matter = matters.find(({ code }) => code === 'discipline')
      return matter?.given
        .filter((one) => one.id !== null)
        .map(({ holder, from, to }) => [holder, from, to])
    }
    expect(await rowsOn('2025-12-31')).toEqual([['Cấp trưởng', '2025-09-01', '2026-01-01']])
    expect(await rowsOn('2026-01-01')).toEqual([['Cấp trưởng', '2026-01-01', null]])
  })

  test('names a known matter, unit and days', async ({ ctx }) => {
    await expect(delegate(ctx, { ...GIVEN, matter: 'disciplin' })).rejects.toThrow('“discipline”')
    await expect(delegate(ctx, { ...GIVEN, withinUnitId: 999 })).rejects.toThrow('đơn vị')
    await expect(delegate(ctx, { ...GIVEN, to: GIVEN.from })).rejects.toThrow('phải sau')
    const holder = { title: 'directr' }
    await expect(delegate(ctx, { ...GIVEN, holder })).rejects.toThrow('Không có chức danh')
  })

  test('is given by the province only', async ({ as }) => {
    const ctx = await as({ role: 'unit_officer', scope: UNITS.home.scope })
    await expect(delegate(ctx, GIVEN)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await deciders(ctx, UNITS.health.id, '2025-09-01')).toContain('Chủ tịch UBND tỉnh')
  })
})
