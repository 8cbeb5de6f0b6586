import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import type { Actor, Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { assignmentDetail, taskDetail } from './detail.ts'
import { accept, cancel, report } from './entries.ts'
import { recordEvent, withdrawEvent } from './events.ts'
import { answerExtension, askExtension } from './extensions.ts'
import { taskList } from './list.ts'
import { ownTasks } from './mine.ts'
import { finishStep, planStep } from './steps.ts'

const LS = 'lang-son-12-kh-ubnd-2024'
const BT = 'ben-tre-4447-kh-ubnd-2018'
const HEALTH: Partial<Actor> = {
  name: 'so',
  role: 'unit_officer',
  scope: UNITS.health.scope,
  unitId: UNITS.health.id,
}
const LS_K7 = { directive: LS, task: 'LS-K7', unitId: UNITS.health.id, period: '2024-11-15' }

async function adopt(ctx: Context, pack_id: string, from: string) {
  await ctx.db
    .insertInto('pack_adoption')
    .values({ pack_id, during: `[${from},)` })
    .execute()
}

const stateOf = async (
  ctx: Context,
  directive: string,
  id: string,
  asOf: string,
  unitId?: number,
) =>
  (await taskList(ctx, { directive, asOf, ...(unitId ? { unitId } : {}) })).rows.find(
    (row) => row.id === id,
  )

describe('the state of a task', () => {
  test('is asked by the code of the directive or by its number', async ({ ctx }) => {
    await adopt(ctx, LS, '2024-01-18')
    const byCode = await taskList(ctx, { directive: LS, asOf: '2024-10-31' })
    expect(await taskList(ctx, { directive: '12/KH-UBND', asOf: '2024-10-31' })).toEqual(byCode)
    expect(byCode.rows.find(({ id }) => id === 'LS-K7')).toMatchObject({
      due: '2024-11-15',
      state: 'soon',
      lead: 'Các sở, ban, ngành và UBND các huyện, thành phố',
      units: 3,
    })
    await expect(taskList(ctx, { directive: '99/KH' })).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('waits for an event, starts with it, and waits again once it is taken back', async ({
    ctx,
  }) => {
    await adopt(ctx, BT, '2018-11-30')
    const asked = ['BT-K1.2a', '2019-06-01', UNITS.home.id] as const
    expect(await stateOf(ctx, BT, 'BT-K1.2a', '2019-06-01')).toMatchObject({
      state: 'waiting',
      due: null,
    })
    const { id, tasks } = await recordEvent(ctx, {
      event: 'talent_strategy_issued',
      on: '2019-05-20',
      document: 'QĐ thử',
      dueOn: '2019-09-30',
    })
    expect(tasks).toEqual(['BT-K1.2a'])
    expect(await stateOf(ctx, BT, 'BT-K1.2a', '2019-05-19')).toMatchObject({ state: 'waiting' })
    expect(await stateOf(ctx, BT, ...asked)).toMatchObject({ state: 'open', due: '2019-09-30' })
    expect(await stateOf(ctx, BT, 'BT-K1.2a', '2019-10-01')).toMatchObject({ state: 'overdue' })
    await withdrawEvent(ctx, { id, on: '2020-01-10', reason: 'ghi nhầm văn bản' })
    expect(await stateOf(ctx, BT, 'BT-K1.2a', '2020-01-10')).toMatchObject({ state: 'waiting' })
    expect(await stateOf(ctx, BT, 'BT-K1.2a', '2019-10-01')).toMatchObject({ state: 'overdue' })
    await expect(withdrawEvent(ctx, { id, reason: 'lần nữa' })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('an unknown or a repeated event is refused', async ({ ctx }) => {
    await adopt(ctx, BT, '2018-11-30')
    const event = { event: 'talent_strategy_issued', on: '2019-05-20' }
    await recordEvent(ctx, event)
    await expect(recordEvent(ctx, event)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(recordEvent(ctx, { ...event, event: 'talent_stratgy_issued' })).rejects.toThrow(
      'có phải “talent_strategy_issued”',
    )
    await expect(recordEvent(ctx, { ...event, on: '2030-01-01' })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })
})

describe('carrying a task out', () => {
  test('handed in, sent back, handed in again, accepted by somebody else', async ({ ctx, as }) => {
    await adopt(ctx, LS, '2024-01-18')
    const officer = await as({})
    const doer = await as(HEALTH)
    await report(doer, { ...LS_K7, kind: 'progress', says: 'đã có số liệu', on: '2024-10-20' })
    await expect(
      report(doer, { ...LS_K7, kind: 'submission', says: 'xong', on: '2024-10-25' }),
    ).rejects.toThrow('kèm số văn bản hoặc tệp')
    const first = await report(doer, {
      ...LS_K7,
      kind: 'submission',
      says: 'gửi',
      documentNo: '15/BC-SYT',
      on: '2024-10-25',
    })
    await as({})
    const verdict = { ...LS_K7, submissionId: first.id, on: '2024-10-28' }
    await accept(officer, { ...verdict, accepted: false, says: 'thiếu biểu số 2' })
    await expect(
      accept(officer, { ...verdict, accepted: true, says: 'lần nữa' }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    expect(await stateOf(ctx, LS, 'LS-K7', '2024-10-28', UNITS.health.id)).toMatchObject({
      state: 'open',
      reason: expect.stringContaining('trả lại ngày 28/10/2024'),
    })
    await as(HEALTH)
    const second = await report(doer, {
      ...LS_K7,
      kind: 'submission',
      says: 'đủ biểu',
      documentNo: '16/BC-SYT',
      on: '2024-10-29',
    })
    await as({})
    await accept(officer, {
      ...LS_K7,
      submissionId: second.id,
      accepted: true,
      says: 'đủ',
      on: '2024-10-30',
    })
    expect(await stateOf(ctx, LS, 'LS-K7', '2024-10-29', UNITS.health.id)).toMatchObject({
      state: 'submitted',
    })
    // Looked at from the day before it still waits; its decision stands all the same.
    await expect(
      accept(officer, {
        ...verdict,
        submissionId: second.id,
        on: '2024-10-29',
        accepted: true,
        says: 'nhận',
      }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    expect(await stateOf(ctx, LS, 'LS-K7', '2024-10-30', UNITS.health.id)).toMatchObject({
      state: 'accepted',
    })
    const { entries } = await assignmentDetail(officer, { ...LS_K7, asOf: '2024-10-31' })
    expect(entries.map(({ kind }) => kind)).toEqual([
      'progress',
      'submission',
      'return',
      'submission',
      'acceptance',
    ])
  })

  test('nobody accepts what they handed in', async ({ ctx }) => {
    await adopt(ctx, LS, '2024-01-18')
    const { id } = await report(ctx, { ...LS_K7, kind: 'submission', says: 'gửi', documentNo: '1' })
    await expect(
      accept(ctx, { ...LS_K7, submissionId: id, accepted: true, says: 'đạt' }),
    ).rejects.toMatchObject({ kind: 'against_rule' })
  })

  test('more time is asked for, granted once, and moves the day', async ({ ctx, as }) => {
    await adopt(ctx, LS, '2024-01-18')
    const doer = await as(HEALTH)
    const ask = { ...LS_K7, reason: 'chờ số liệu xã', on: '2024-10-20' }
    await expect(askExtension(doer, { ...ask, dueOn: '2024-11-01' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    const { id } = await askExtension(doer, { ...ask, dueOn: '2024-12-31' })
    await expect(askExtension(doer, { ...ask, dueOn: '2024-12-31' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(
      answerExtension(doer, { ...LS_K7, requestId: id, granted: true, reason: 'được' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const officer = await as({})
    expect((await ownTasks(officer, { asOf: '2024-10-21' })).items).toMatchObject([
      { asks: 'extend' },
    ])
    const answer = {
      ...LS_K7,
      requestId: id,
      granted: true,
      dueOn: '2024-11-30',
      reason: 'được một tháng',
      on: '2024-10-22',
    }
    await answerExtension(officer, answer)
    await expect(answerExtension(officer, answer)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await stateOf(ctx, LS, 'LS-K7', '2024-10-25', UNITS.health.id)).toMatchObject({
      state: 'extended',
      due: '2024-11-30',
    })
    expect(await stateOf(ctx, LS, 'LS-K7', '2024-12-01', UNITS.health.id)).toMatchObject({
      state: 'overdue',
    })
  })

  test('a unit works on its own tasks only, and sees those it joins in', async ({ ctx, as }) => {
    await adopt(ctx, LS, '2024-01-18')
    const doer = await as(HEALTH)
    await expect(
      report(doer, {
        ...LS_K7,
        unitId: UNITS.home.id,
        kind: 'progress',
        says: 'x',
        on: '2024-10-20',
      }),
    ).rejects.toMatchObject({ kind: 'not_found' })
    await expect(
      report(doer, {
        directive: LS,
        task: 'LS-K1.5',
        unitId: UNITS.home.id,
        kind: 'progress',
        says: 'x',
        on: '2024-10-20',
      }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const { rows } = await taskList(doer, { directive: LS, asOf: '2024-10-31' })
    expect(rows.map(({ id }) => id)).toContain('LS-K1.5')
    expect(rows.map(({ id }) => id)).not.toContain('LS-K1.1')
    const { rows: units } = await taskDetail(doer, {
      directive: LS,
      task: 'LS-K7',
      period: '2024-11-15',
      asOf: '2024-10-31',
    })
    expect(units.map(({ unit }) => unit)).toEqual(['Sở Y tế'])
  })

  test('a plan of its own: steps, owners, two at once', async ({ ctx, as }) => {
    await adopt(ctx, LS, '2024-01-18')
    const doer = await as(HEALTH)
    const step = {
      ...LS_K7,
      label: 'Tổng hợp số liệu',
      ownerName: 'Văn phòng Sở',
      ownerAccount: 'so',
      on: '2024-10-01',
    }
    await expect(planStep(doer, { ...step, dueOn: '2024-12-01' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    const { id, version } = await planStep(doer, { ...step, dueOn: '2024-10-20' })
    const { items } = await ownTasks(doer, { asOf: '2024-10-31' })
    expect(items.find(({ asks }) => asks === 'step')).toMatchObject({ state: 'overdue' })
    await finishStep(doer, { id, version, outcome: 'đủ biểu', on: '2024-10-25' })
    await expect(finishStep(doer, { id, version, outcome: 'nữa' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const other = await as({ ...HEALTH, scope: UNITS.home.scope })
    await expect(finishStep(other, { id, version: 2, outcome: 'x' })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('a task taken off a unit says so, and comes back', async ({ ctx }) => {
    await adopt(ctx, LS, '2024-01-18')
    const change = { ...LS_K7, reason: 'nhập cơ quan', on: '2024-10-20' }
    await cancel(ctx, { ...change, cancelled: true })
    expect(await stateOf(ctx, LS, 'LS-K7', '2024-10-31', UNITS.health.id)).toMatchObject({
      state: 'cancelled',
    })
    await expect(cancel(ctx, { ...change, cancelled: true })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await cancel(ctx, { ...change, cancelled: false, on: '2024-10-25' })
    expect(await stateOf(ctx, LS, 'LS-K7', '2024-10-31', UNITS.health.id)).toMatchObject({
      state: 'soon',
    })
  })

  test('a task tied to targets shows how they stand that day', async ({ ctx }) => {
    await adopt(ctx, LS, '2024-01-18')
    const { targets } = await taskDetail(ctx, {
      directive: LS,
      task: 'LS-K1.4',
      asOf: '2024-10-31',
    })
    expect(targets.map(({ id }) => id)).toContain('LS-T2')
  })
})
