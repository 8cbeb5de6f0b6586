import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import { test as base } from '#server/testing.ts'
import { report } from './entries.ts'
import { eventList, recordEvent, withdrawEvent } from './events.ts'
import { taskList } from './list.ts'

const BT = 'ben-tre-4447-kh-ubnd-2018'
const EVENT = { event: 'special_report_requested', on: '2019-05-10' }
const K26 = { directive: BT, task: 'BT-K2.6', unitId: UNITS.health.id }

const test = base.extend<{ plan: undefined }>({
  plan: [
    async ({ ctx }, use) => {
      await ctx.db
        .insertInto('pack_adoption')
        .values({ pack_id: BT, during: '[2018-11-30,)' })
        .execute()
      await use(undefined)
    },
    { auto: true },
  ],
})

describe('two requests of one day (mỗi lần yêu cầu là một lần báo cáo)', () => {
  test('are two times with a state each', async ({ ctx }) => {
    await recordEvent(ctx, { ...EVENT, document: 'CV 101', dueOn: '2019-05-31' })
    await recordEvent(ctx, { ...EVENT, document: 'CV 102', dueOn: '2019-06-15' })
    await report(ctx, {
      ...{ ...K26, period: 'on 2019-05-10/2', on: '2019-05-20' },
      ...{ kind: 'submission', says: 'theo CV 102', documentNo: '9/BC' },
    })
    const { rows } = await taskList(ctx, { directive: BT, asOf: '2019-05-20', unitId: K26.unitId })
    expect(
      rows
        .filter(({ id }) => id === 'BT-K2.6')
        .map(({ period, due, state }) => [period, due, state]),
    ).toEqual([
      ['on 2019-05-10', '2019-05-31', 'soon'],
      ['on 2019-05-10/2', '2019-06-15', 'submitted'],
    ])
    const all = await taskList(ctx, { directive: BT, asOf: '2019-05-20' })
    expect(all.rows.map(({ reason }) => reason).join()).toContain('CV 102')
  })

  test('the same document twice is one', async ({ ctx }) => {
    await recordEvent(ctx, { ...EVENT, document: 'CV 101' })
    await expect(recordEvent(ctx, { ...EVENT, document: 'CV 101' })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})

test('what was taken back stays as history and can be recorded again', async ({ ctx }) => {
  const { id } = await recordEvent(ctx, { ...EVENT, document: 'CV 101' })
  await withdrawEvent(ctx, { id, reason: 'ghi nhầm văn bản' })
  await recordEvent(ctx, { ...EVENT, document: 'CV 101' })
  const found = (await eventList(ctx, {})).find(({ event }) => event === EVENT.event)
  expect(found?.happened.map(({ withdrawnOn }) => withdrawnOn)).toEqual(['2024-10-31', null])
  const { rows } = await taskList(ctx, { directive: BT })
  expect(rows.filter(({ id: task }) => task === 'BT-K2.6').map(({ period }) => period)).toEqual([
    'on 2019-05-10/2',
  ])
})
