import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { fill } from '#server/periodic-reports/commands.ts'
import { test } from '#server/testing.ts'
import { assignmentDetail } from './detail.ts'
import { report } from './entries.ts'

const PLAN = 'lang-son-12-kh-ubnd-2024'
const TASK = { directive: PLAN, task: 'LS-K7', unitId: UNITS.health.id, period: '2024-11-15' }
const PROGRESS = { ...TASK, kind: 'progress', says: 'đã có số liệu' } as const
const YESTERDAY = '2024-10-30'

async function adopt({ db }: Context): Promise<void> {
  await db.insertInto('pack_adoption').values({ pack_id: PLAN, during: '[2024-01-18,)' }).execute()
}

const inEarnest = (ctx: Context): Context => ({
  ...ctx,
  province: { ...ctx.province, demonstration: false },
})

describe('the day a step is written under', () => {
  test('is today for an account of a unit', async ({ ctx, as }) => {
    await adopt(ctx)
    const unit = inEarnest(await as({ role: 'unit_officer', scope: UNITS.health.scope }))
    await expect(report(unit, { ...PROGRESS, on: YESTERDAY })).rejects.toMatchObject({
      kind: 'against_rule',
    })
    await report(unit, PROGRESS)
    const own = { report: 'ls-nam', unitId: UNITS.health.id, period: '2024-11-15', version: 0 }
    const texts = { 'kho-khan': 'Ít người.' }
    await expect(fill(unit, { ...own, texts, on: YESTERDAY })).rejects.toMatchObject({
      kind: 'against_rule',
    })
    expect(await fill(unit, { ...own, texts })).toMatchObject({ state: 'opened' })
  })

  test('may be an earlier one for who sees the whole province, and that is said', async ({
    ctx,
  }) => {
    await adopt(ctx)
    const officer = inEarnest(ctx)
    await report(officer, { ...PROGRESS, on: YESTERDAY })
    const { entries } = await assignmentDetail(officer, TASK)
    expect(entries).toMatchObject([{ on: YESTERDAY, enteredOn: expect.stringMatching(/^20/) }])
  })

  test('is any day of its years in a demonstration', async ({ ctx, as }) => {
    await adopt(ctx)
    const unit = await as({ role: 'unit_officer', scope: UNITS.health.scope })
    await report(unit, { ...PROGRESS, on: YESTERDAY })
    const { entries } = await assignmentDetail(unit, TASK)
    expect(entries).toMatchObject([{ on: YESTERDAY, enteredOn: null }])
  })
})
