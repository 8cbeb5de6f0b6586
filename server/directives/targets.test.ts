import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { targetsOfPerson } from './person-targets.ts'
import { targetSubjects } from './subjects.ts'
import { targetDetail, targetUnits } from './target-detail.ts'
import { targetStates, targetStatesByUnit } from './targets.ts'

const QB = 'quang-binh-01-da-tu-2021'
const LS = 'lang-son-12-kh-ubnd-2024'

async function adopt(ctx: Context, pack_id: string, overrides = {}) {
  await ctx.db
    .insertInto('pack_adoption')
    .values({ pack_id, during: '[2021-01-01,)', overrides: JSON.stringify(overrides) })
    .execute()
}

async function target(ctx: Context, id: string, asOf: string, unitId?: number) {
  const { targets } = await targetStates(ctx, { asOf, ...(unitId ? { unitId } : {}) })
  return targets.find((one) => one.id === id)
}

describe('the targets of a province', () => {
  test('are those of the directives it adopted', async ({ ctx }) => {
    expect((await targetStates(ctx, { asOf: '2024-10-31' })).targets).toEqual([])
    await adopt(ctx, QB)
    const { targets } = await targetStates(ctx, { asOf: '2024-10-31' })
    expect(targets.map(({ id }) => id)).toEqual([
      'QB-T1',
      'QB-T2',
      'QB-T3a',
      'QB-T3b',
      'QB-T4',
      'QB-T5',
      'QB-T6',
      'QB-T7',
      'QB-T8',
    ])
  })

  test('count the decisions of the year: three in 2024, two of women', async ({ ctx }) => {
    await adopt(ctx, QB)
    expect(await target(ctx, 'QB-T1', '2024-10-31')).toMatchObject({
      base: 3,
      counted: 2,
      unknown: 0,
      state: 'met',
    })
    expect(await target(ctx, 'QB-T1', '2024-02-01')).toMatchObject({ base: 1, counted: 1 })
  })

  test('count nobody who is only charged with a post', async ({ ctx }) => {
    await adopt(ctx, QB)
    await sql`insert into tenure (cadre_id, unit_id, title, rank, holding, during, entry, decided_on)
      values (${PEOPLE.hoa}, ${UNITS.health.id}, 'Phụ trách Sở', 'head', 'acting', '[2024-08-01,)',
        'appointment', '2024-07-30')`.execute(ctx.db)
    expect(await target(ctx, 'QB-T1', '2024-10-31')).toMatchObject({ base: 3, unknown: 0 })
  })

  test('leave open who is known by birth year only, and name the paper', async ({ ctx }) => {
    await adopt(ctx, QB)
    const young = await target(ctx, 'QB-T2', '2024-10-31')
    expect(young).toMatchObject({
      base: 3,
      counted: 1,
      unknown: 1,
      low: 1 / 3,
      high: 2 / 3,
      state: 'met',
    })
    expect(young?.missing).toEqual([
      expect.objectContaining({ fact: 'age_at_decision', records: 1, who: ['TN-000003'] }),
    ])
  })

  test('a missing degree is unknown, not a no', async ({ ctx }) => {
    await adopt(ctx, LS)
    await ctx.db.deleteFrom('qualification').where('cadre_id', '=', PEOPLE.yen).execute()
    expect(await target(ctx, 'LS-T2', '2024-10-31')).toMatchObject({
      base: 2,
      counted: 0,
      unknown: 1,
      low: 0,
      high: 0.5,
      state: 'not_met',
    })
  })

  test('a degree of tomorrow does not count today', async ({ ctx }) => {
    await adopt(ctx, LS)
    await ctx.db
      .insertInto('qualification')
      .values({ cadre_id: PEOPLE.son, level: 'university', awarded_on: '2024-09-01' })
      .execute()
    expect(await target(ctx, 'LS-T2', '2024-08-31')).toMatchObject({ counted: 1 })
    expect(await target(ctx, 'LS-T2', '2024-09-01')).toMatchObject({ counted: 2, state: 'met' })
  })

  test('a province may set a parameter itself, and the chip says so', async ({ ctx }) => {
    await adopt(ctx, QB)
    await adopt(ctx, 'quy-uoc-chung', { young_under: 35 })
    expect(await target(ctx, 'QB-T2', '2024-10-31')).toMatchObject({ counted: 0, unknown: 0 })
    const { parameters } = await targetDetail(ctx, { id: 'QB-T2', asOf: '2024-10-31' })
    expect(parameters[0]).toMatchObject({
      name: 'young_under',
      value: '35',
      cite: expect.stringContaining('Tỉnh tự đặt'),
    })
  })

  test('an order of levels is read in words, not in codes', async ({ ctx }) => {
    await adopt(ctx, 'lang-son-12-kh-ubnd-2024')
    const { parameters } = await targetDetail(ctx, { id: 'LS-T2', asOf: '2024-10-31' })
    const order = parameters.find(({ name }) => name === 'degree_order')
    expect(order?.value).toMatch(/Đại học < Thạc sĩ < Tiến sĩ$/)
  })

  test('a directive that has ended keeps the answer of its last day', async ({ ctx }) => {
    await adopt(ctx, QB)
    expect(await target(ctx, 'QB-T8', '2026-11-21')).toMatchObject({
      asOf: '2025-06-30',
      counted: 1,
      state: 'met',
    })
  })
})

describe('units', () => {
  test('sum to the province, and each to its parents', async ({ ctx }) => {
    await adopt(ctx, LS)
    const { rows } = await targetUnits(ctx, { id: 'LS-T7', asOf: '2024-10-31' })
    const of = (id: number) => rows.find(({ unitId }) => unitId === id)
    const whole = await target(ctx, 'LS-T7', '2024-10-31')
    expect(of(UNITS.province.id)).toMatchObject({ base: whole?.base, unknown: whole?.unknown })
    expect(of(UNITS.home.id)?.base).toBe(5)
    expect(of(UNITS.homeStaff.id)?.base).toBe(2)
    expect(await target(ctx, 'LS-T7', '2024-10-31', UNITS.home.id)).toMatchObject({
      base: 5,
      unit: { name: 'Sở Nội vụ' },
    })
  })

  test('are all there in one answer', async ({ ctx }) => {
    await adopt(ctx, LS)
    const { targets } = await targetStatesByUnit(ctx, { asOf: '2024-10-31' })
    const district = targets.find(
      ({ id, unit }) => id === 'LS-T2' && unit?.id === UNITS.district.id,
    )
    expect(district).toMatchObject({ base: 2, counted: 1 })
  })

  test('need three leaders in three age bands', async ({ ctx }) => {
    await adopt(ctx, QB)
    const { rows } = await targetSubjects(ctx, { id: 'QB-T7', asOf: '2024-10-31' })
    const status = Object.fromEntries(rows.map(({ name, status }) => [name, status]))
    expect(status).toMatchObject({ 'Sở Nội vụ': 'not_counted', 'Sở Y tế': 'not_counted' })
    await ctx.db
      .updateTable('cadre')
      .set({ born_on: '1978-01-01' })
      .where('id', '=', PEOPLE.nam)
      .execute()
    const after = await targetSubjects(ctx, { id: 'QB-T7', asOf: '2024-10-31' })
    expect(after.rows.find(({ name }) => name === 'Sở Nội vụ')?.status).toBe('counted')
  })
})

describe('who counts', () => {
  test('the list adds up to the figure, with a reason a row', async ({ ctx }) => {
    await adopt(ctx, QB)
    const list = await targetSubjects(ctx, { id: 'QB-T2', asOf: '2024-10-31' })
    expect(list.totals).toEqual({ counted: 1, unknown: 1, notCounted: 1 })
    expect(list.rows.map(({ name, status, why }) => [name, status, why])).toEqual([
      ['Lê Thị Hoa', 'counted', 'Tuổi vào ngày quyết định: 37 tuổi'],
      ['Hoàng Nam', 'unknown', 'Tuổi vào ngày quyết định: 39 hoặc 40 tuổi'],
      ['Ngô Thị Thu', 'not_counted', 'Tuổi vào ngày quyết định: 48 tuổi'],
    ])
    const open = await targetSubjects(ctx, { id: 'QB-T2', asOf: '2024-10-31', status: 'unknown' })
    expect(open.rows[0]?.missing[0]?.paper).toContain('giấy khai sinh')
  })

  test('a scoped officer counts only the people of the unit', async ({ ctx, as }) => {
    await adopt(ctx, LS)
    const officer = await as({ role: 'unit_officer', scope: UNITS.home.scope })
    expect(await target(officer, 'LS-T7', '2024-10-31')).toMatchObject({ base: 5 })
  })

  test('one person sees towards which targets they count', async ({ ctx }) => {
    await adopt(ctx, QB)
    const answers = await targetsOfPerson(ctx, { id: PEOPLE.hoa, asOf: '2024-10-31' })
    expect(Object.fromEntries(answers.map(({ id, status }) => [id, status]))).toMatchObject({
      'QB-T1': 'counted',
      'QB-T2': 'counted',
      'QB-T3a': 'outside',
      'QB-T6': 'counted',
    })
  })

  test('an unknown target is refused with the known ones', async ({ ctx }) => {
    await adopt(ctx, QB)
    await expect(targetSubjects(ctx, { id: 'QB-T99', asOf: '2024-10-31' })).rejects.toMatchObject({
      kind: 'not_found',
      message: expect.stringContaining('QB-T1'),
    })
  })
})
