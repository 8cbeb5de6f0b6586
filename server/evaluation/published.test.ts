import { describe, expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import {
  BASIS,
  later,
  opened,
  own,
  row,
  sheetOf,
  step,
  test,
  worked,
} from '#server/cast-of-evaluation.ts'
import type { Context } from '#server/kernel/context.ts'
import { calibrate } from './calibrate.ts'
import { rateUnit } from './corrections.ts'
import { publishedList, publishedLists } from './published.ts'
import { results } from './results.ts'
import { acceptAll } from './review.ts'

/** A month of the division, decided; the publication is what waits. */
async function decided(ctx: Context): Promise<{ cycleId: number; end: Context }> {
  const cycleId = await opened(ctx)
  await worked(ctx, cycleId)
  const end = later(ctx, '2026-11-01')
  await step(end, cycleId)
  await acceptAll(end, { cycleId })
  const { cycle, of } = await sheetOf(end, cycleId)
  await rateUnit(end, { cycleId, version: cycle.version, rating: 'good', basis: BASIS })
  await step(end, cycleId)
  const lowered = [103, 104, 105].map((id) => ({
    ...{ ...row(of(id)), rating: 'good' as const, reasonCode: 'cap' },
    ...{ comment: 'Giữ trần trong nhóm', authoriserId: PEOPLE.binh },
  }))
  await calibrate(end, { cycleId, changes: lowered })
  await step(end, cycleId)
  return { cycleId, end }
}

describe('what was published is read by its circle', () => {
  test('nobody before the publication, and not even the office as results', async ({ ctx, as }) => {
    const { cycleId, end } = await decided(ctx)
    await expect(results(end, { cycleId })).rejects.toThrow('chưa công khai')
    const colleague = later(await as(own(PEOPLE.dung)), end.today)
    expect((await publishedLists(colleague, {})).rows).toEqual([])
    await expect(publishedList(colleague, { cycleId })).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('in the unit: colleagues read name, title and rating; others of the agency do not', async ({
    ctx,
    as,
  }) => {
    const { cycleId, end } = await decided(ctx)
    await step(end, cycleId, { circle: 'unit', note: 'Bảng tin của phòng' })
    const colleague = later(await as(own(PEOPLE.dung)), end.today)
    const { rows } = await publishedLists(colleague, {})
    expect(rows).toMatchObject([
      { cycleId, unitName: 'Phòng Công chức', circle: 'unit', place: 'Bảng tin của phòng' },
    ])
    const { people } = await publishedList(colleague, { cycleId })
    expect(people).toHaveLength(8)
    expect(Object.keys(people[0] ?? {})).toEqual(['name', 'title', 'group', 'rating'])
    expect(people.find(({ name }) => name === 'Chuyên viên 105')?.rating).toBe('good')
    const above = later(await as(own(PEOPLE.hoa)), end.today)
    expect((await publishedLists(above, {})).rows).toEqual([])
    await expect(publishedList(above, { cycleId })).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('in the agency: the whole department, and no other', async ({ ctx, as }) => {
    const { cycleId, end } = await decided(ctx)
    await step(end, cycleId, { circle: 'agency' })
    const told = async (cadreId: number) =>
      (await publishedLists(later(await as(own(cadreId)), end.today), {})).rows.length
    expect(await told(PEOPLE.hoa)).toBe(1)
    expect(await told(104)).toBe(1)
    expect(await told(PEOPLE.minh)).toBe(0)
    const stranger = later(await as(own(PEOPLE.minh)), end.today)
    await expect(publishedList(stranger, { cycleId })).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('told to each person alone, it is no list', async ({ ctx, as }) => {
    const { cycleId, end } = await decided(ctx)
    await step(end, cycleId, { circle: 'person' })
    const mine = later(await as(own(104)), end.today)
    expect((await publishedLists(mine, {})).rows).toEqual([])
    await expect(publishedList(mine, { cycleId })).rejects.toMatchObject({ kind: 'not_found' })
  })
})
