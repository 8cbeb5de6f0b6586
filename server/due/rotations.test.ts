import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { dueList } from './list.ts'

/** Who reaches the time, on which day. */
async function endsOf(ctx: Context, more: object = {}) {
  const asked = { asOf: '2024-10-31', from: '2010-01-01', to: '2070-12-31', ...more }
  const { rows } = await dueList(ctx, { ...asked, kind: 'rotation_end' })
  return rows.map(({ cadreId, date }) => [cadreId, date])
}

const rotated = (ctx: Context) =>
  sql`update tenure set entry = 'rotation' where cadre_id = ${PEOPLE.mai}`.execute(ctx.db)

describe('a rotation', () => {
  // Reckoned by hand from the day the post began: three years to the day, the last of a short month.
  test.for([
    ['no term written', '2023-01-01', null, '2026-01-01'],
    ['the term of the post is five years', '2023-01-01', '2027-12-31', '2026-01-01'],
    ['the term is 36 months to its last day', '2023-01-01', '2025-12-31', '2026-01-01'],
    ['the decision gives a day less', '2023-01-01', '2025-12-30', undefined],
    ['begun on 29 February', '2024-02-29', null, '2027-02-28'],
    ['begun on the day asked about', '2024-10-31', null, '2027-10-31'],
    ['still to begin', '2024-11-01', null, undefined],
  ] as const)('a rotation lasts 36 months: %s', async ([, began, until, date], { ctx }) => {
    await sql`update tenure set entry = 'rotation', during = daterange(${began}, null),
      term_until = ${until}::date where cadre_id = ${PEOPLE.mai} and upper_inf(during)`.execute(
      ctx.db,
    )
    const expected = date ? [[PEOPLE.mai, date]] : []
    expect(await endsOf(ctx)).toEqual(expected)
  })

  test('a rotation is listed on its very day, with its clause and reason', async ({ ctx }) => {
    await rotated(ctx)
    const day = { from: '2026-01-01', to: '2026-01-01' }
    expect(await endsOf(ctx, day)).toEqual([[PEOPLE.mai, '2026-01-01']])
    const before = { from: '2025-01-01', to: '2025-12-31' }
    expect(await endsOf(ctx, before)).toEqual([])
    const { rows } = await dueList(ctx, { ...day, kind: 'rotation_end', asOf: '2025-10-31' })
    expect(rows).toMatchObject([
      { clause: expect.stringMatching(/170.*Điều 42–51/), why: expect.stringMatching(/36 tháng/) },
    ])
  })
})
