import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Actor } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { completeness, personCompleteness } from './completeness.ts'
import { declare } from './declare.ts'
import { SECTION_CODES } from './dictionary.ts'
import { exportRecords } from './export.ts'
import { exportMapping } from './export-mapping.ts'
import { itemsOf } from './required.ts'
import { closeSupplement, confirmNoChange, openSupplement, supplementRounds } from './supplement.ts'
import { supplementPeople, supplementProgress } from './supplement-progress.ts'

const cadre = (cadreId: number): Partial<Actor> => ({
  name: `c${cadreId}`,
  role: 'cadre',
  scope: { from: -1, to: -1 },
  cadreId,
})
const UNIT = { name: 'so', role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id }
const ROUND = { year: 2024, deadline: '2024-12-31', sections: ['identity', 'relatives'] } as const
const AWARD = {
  section: 'awards',
  act: 'add',
  values: { kind: 'commendation', awarded: '2024' },
} as const

describe('a supplement round', () => {
  test('counts who is done, waits or is silent, down to the names', async ({ ctx, as }) => {
    const { roundId } = await openSupplement(ctx, { ...ROUND, sections: [...ROUND.sections] })
    await confirmNoChange(await as(cadre(PEOPLE.dung)), { roundId })
    await declare(await as(cadre(PEOPLE.hoa)), { values: [AWARD], roundId })
    const officer = await as(UNIT)
    const { all, units } = await supplementProgress(officer, { roundId })
    expect(all).toEqual({ total: 5, done: 1, declared: 1, waiting: 1, unanswered: 3, overdue: 0 })
    expect(units).toMatchObject([{ unitName: 'Sở Nội vụ', total: 5 }])
    expect(await supplementPeople(officer, { roundId, state: 'waiting' })).toMatchObject({
      rows: [{ fullName: 'Lê Thị Hoa' }],
    })
    const late = await supplementProgress({ ...officer, today: '2025-01-01' }, { roundId })
    expect(late.all).toMatchObject({ unanswered: 0, overdue: 3 })
  })

  test('takes one answer, which a declaration may replace, until it is closed', async ({
    ctx,
    as,
  }) => {
    const { roundId } = await openSupplement(ctx, { ...ROUND, sections: [...ROUND.sections] })
    const own = await as(cadre(PEOPLE.hoa))
    await confirmNoChange(own, { roundId })
    await expect(confirmNoChange(own, { roundId })).rejects.toMatchObject({ kind: 'conflict' })
    await declare(own, { values: [AWARD], roundId })
    expect((await supplementRounds(own, {})).rounds).toMatchObject([{ ownAnswer: 'declared' }])
    await closeSupplement(await as({}), { roundId })
    const other = await as(cadre(PEOPLE.dung))
    await expect(confirmNoChange(other, { roundId })).rejects.toMatchObject({
      kind: 'against_rule',
    })
  })

  test('is opened once a year, and not into the past', async ({ ctx }) => {
    await openSupplement(ctx, { ...ROUND, sections: [...ROUND.sections] })
    const again = openSupplement(ctx, { ...ROUND, sections: ['identity'] })
    await expect(again).rejects.toMatchObject({ kind: 'conflict' })
    const past = openSupplement(ctx, { year: 2023, deadline: '2023-12-31', sections: ['identity'] })
    await expect(past).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('completeness', () => {
  test('weighs what each person must have, and says who fixes it', async ({ ctx }) => {
    const { people, score, items, units, rows } = await completeness(ctx, {})
    expect(people).toBe(11)
    expect(score).toBeGreaterThan(0)
    expect(items.find(({ item }) => item === 'identity.born')).toMatchObject({
      known: 9,
      total: 11,
    })
    expect(items.find(({ item }) => item === 'party.joined_on')).toMatchObject({ total: 0 })
    expect(units.map(({ unitName }) => unitName)).toContain('Sở Nội vụ')
    expect(rows[0]?.score ?? 1).toBeLessThanOrEqual(rows.at(-1)?.score ?? 0)
    const { missing } = await personCompleteness(ctx, { id: PEOPLE.dung })
    expect(missing.find(({ item }) => item === 'degrees.level')).toMatchObject({
      fixedBy: 'Cán bộ khai, đơn vị và cơ quan quản lý duyệt',
    })
  })

  test('tells nobody whether a fact they may not read is there', async ({ as }) => {
    const { items } = await completeness(await as({ role: 'inspector' }), {})
    expect(items.map(({ item }) => item)).not.toContain('identity_numbers.national_id')
    const officer = await completeness(await as(UNIT), {})
    expect(officer.people).toBe(5)
    expect(officer.items.map(({ item }) => item)).not.toContain('clearances.concluded_on')
  })

  test('has a weight for every item the dictionary requires', async ({ ctx }) => {
    const parameter = await ctx.house.parametersOn(ctx, ctx.today)
    const weighed = parameter('record_completeness') as { item: string; weight: number }[]
    const weights = new Map(weighed.map(({ item, weight }) => [item, weight]))
    const items = SECTION_CODES.flatMap((section) => itemsOf(section, weights))
    expect(items.map(({ item }) => item).sort()).toEqual([...weights.keys()].sort())
  })
})

describe('the open export', () => {
  const read = async (ctx: Parameters<typeof exportRecords>[0], more: object = {}) =>
    new TextDecoder().decode((await exportRecords(ctx, more)).bytes)

  test('names each field as the packet does, for people in sight only', async ({ ctx, as }) => {
    const { records } = JSON.parse(await read(ctx)) as { records: object[] }
    expect(records[1]).toMatchObject({
      recordNo: 'TN-000002',
      groups: {
        ban_than: { nhan_than: [{ ho_va_ten_khai_sinh: 'Lê Thị Hoa', ngay_sinh: '1986-02-20' }] },
      },
    })
    const csv = await read(ctx, { format: 'csv' })
    expect(csv).toContain('TN-000002,ban_than,nhan_than,1,ho_va_ten_khai_sinh,Lê Thị Hoa')
    await expect(exportRecords(await as(UNIT), {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('knows nothing of what came after its day', async ({ ctx }) => {
    expect(await read(ctx, { asOf: '2023-12-31' })).not.toContain('2024-01-15')
  })

  test('gives a restricted group by grant and reason only', async ({ ctx, as }) => {
    await expect(exportRecords(ctx, { groups: ['family'] })).rejects.toThrow('cần lý do')
    const inspector = await as({ role: 'inspector' })
    const asked = exportRecords(inspector, {
      groups: ['family'],
      reason: 'thanh tra theo kế hoạch',
    })
    await expect(asked).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('maps every field of the dictionary but pictures', () => {
    const { sections } = exportMapping()
    expect(Object.keys(sections)).toEqual(SECTION_CODES)
  })
})
