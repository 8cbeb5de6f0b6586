import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { decideStandard } from '#server/organisation/standards.ts'
import { test } from '#server/testing.ts'
import { confirmStandard } from './confirm.ts'
import { personStanding } from './person-standing.ts'
import { unitStanding } from './unit-standing.ts'

const AS_OF = '2024-10-31'
const WORDS = 'Có khả năng quy tụ, đoàn kết'
const ASKED = {
  ...{ id: PEOPLE.hoa, words: WORDS, meets: true, confirmedOn: '2024-06-01' },
  document: 'Nhận xét số 12/NX-SNV ngày 01/6/2024 của Sở Nội vụ',
}

const standard = (ctx: Context) =>
  decideStandard(ctx, {
    ...{ titleCode: 'deputy_director', requirement: 'other', level: WORDS, from: '2024-01-01' },
    ...{ clause: 'Mục II', decisionNo: '12/QĐ-UBND' },
  })

const lineOf = async (ctx: Context, asOf = AS_OF) =>
  (await personStanding(ctx, { id: PEOPLE.hoa, asOf })).own.lines.find(({ words }) => words)

describe('a requirement in free words', () => {
  test('is open until somebody confirms it with a paper, from that day on', async ({ ctx }) => {
    await standard(ctx)
    expect(await lineOf(ctx)).toMatchObject({ state: 'lacks_paper', confirmation: null })
    await confirmStandard(ctx, ASKED)
    expect(await lineOf(ctx)).toMatchObject({
      state: 'meets',
      paper: null,
      confirmation: { meets: true, on: '2024-06-01', by: ctx.actor.displayName },
    })
    expect((await lineOf(ctx))?.confirmation?.document).toContain('12/NX-SNV')
    expect(await lineOf(ctx, '2024-05-31')).toMatchObject({
      state: 'lacks_paper',
      confirmation: null,
    })
  })

  test('follows the latest word, and the count of the unit with it', async ({ ctx }) => {
    await standard(ctx)
    const counted = async () => JSON.stringify(await unitStanding(ctx, { asOf: AS_OF }))
    const open = await counted()
    await confirmStandard(ctx, ASKED)
    expect(await counted()).not.toBe(open)
    await confirmStandard(ctx, { ...ASKED, meets: false, confirmedOn: '2024-09-01' })
    expect(await lineOf(ctx)).toMatchObject({ state: 'does_not' })
    expect(await lineOf(ctx, '2024-08-31')).toMatchObject({ state: 'meets' })
  })

  test('is refused without a paper, for a day to come, and for words nobody asks', async ({
    ctx,
  }) => {
    await standard(ctx)
    const wrong = [
      [{ document: ' ' }, 'invalid'],
      [{ confirmedOn: '2999-01-01' }, 'invalid'],
      [{ words: 'Yêu cầu khác' }, 'not_found'],
      [{ id: 9999 }, 'not_found'],
    ] as const
    for (const [more, kind] of wrong)
      await expect(confirmStandard(ctx, { ...ASKED, ...more })).rejects.toMatchObject({ kind })
  })

  test('is confirmed neither by the person nor by an officer of another unit', async ({
    ctx,
    as,
  }) => {
    await standard(ctx)
    const own = await as({ role: 'province_officer', cadreId: PEOPLE.hoa })
    await expect(confirmStandard(own, ASKED)).rejects.toMatchObject({ kind: 'against_rule' })
    const elsewhere = await as({
      ...{ role: 'unit_officer', scope: UNITS.health.scope, unitId: UNITS.health.id },
    })
    await expect(confirmStandard(elsewhere, ASKED)).rejects.toMatchObject({
      kind: expect.stringMatching(/forbidden|not_found/),
    })
  })
})
