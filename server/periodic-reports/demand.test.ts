import { expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { fill, submit } from './commands.ts'
import { answer } from './decide.ts'
import { board, oneReport } from './questions.ts'

test('agencies say whom they need, and the seats to fill are counted (QB III.3)', async ({
  ctx,
}) => {
  await ctx.db
    .insertInto('pack_adoption')
    .values({ pack_id: 'quang-binh-01-da-tu-2021', during: '[2021-03-12,)' })
    .execute()
  const { rows } = await board(ctx, { asOf: '2024-10-31', report: 'qb-nhu-cau' })
  expect(rows[0]).toMatchObject({ period: '2024', due: null, late: false })
  const health = { report: 'qb-nhu-cau', unitId: UNITS.health.id }
  const one = await oneReport(ctx, health)
  // One director and one of three deputies.
  expect(one.content.sections[0]?.table).toMatchObject({
    rows: [
      [expect.any(String), 1, 1, 0],
      [expect.any(String), 3, 1, 2],
    ],
    total: 2,
  })
  const texts = { 'nhu-cau': 'Cần hai phó giám đốc.', 'de-xuat': 'Quý I/2025.' }
  const { version } = await fill(ctx, { ...health, version: 0, texts })
  const clerk = { ...ctx, actor: { ...ctx.actor, name: 'van-thu' } }
  const sent = await submit(clerk, { ...health, version })
  const taken = await answer(ctx, { ...health, version: sent.version, accepted: true })
  expect(taken.state).toBe('accepted')
})
