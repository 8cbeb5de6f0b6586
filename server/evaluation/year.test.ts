import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import { opened, sheetOf, test } from '#server/cast-of-evaluation.ts'
import type { Context } from '#server/kernel/context.ts'
import { setFacts } from './corrections.ts'
import { openCycle } from './open-cycle.ts'
import { periodOf } from './periods.ts'

const PERSON = 100

/** What was decided of one person in a period, by points. */
async function decided(ctx: Context, code: string, points: number, scheme = 'nd335-2025') {
  const { kind, from, to } = periodOf(code)
  await sql`with cycle as (insert into evaluation_cycle
        (unit_id, period, kind, during, scheme, step, opinions_from, opened_on, opened_by, closed_on)
      values (${UNITS.health.id}, ${code}, ${kind}, daterange(${from}::date, ${to}::date, '[]'), ${scheme},
        'closed', 5, ${from}::date, 'Sở', ${to}::date) returning id)
    insert into evaluation (cycle_id, cadre_id, unit_id, title, role, leads, duty_group, group_no,
      rating, points, stage)
    select id, ${PERSON}, ${UNITS.health.id}, 'Chuyên viên', 'member', false, 'Nhóm', 4, 'good',
      ${points}, 'decision' from cycle`.execute(ctx.db)
}

/** The year of the division; whoever is asked about is a specialist of it. */
async function year(ctx: Context, scheme = 'nd335-2025') {
  const { cycles } = await openCycle(ctx, {
    unitIds: [UNITS.homeStaff.id],
    period: '2026',
    scheme,
  })
  return cycles[0]?.id ?? 0
}

const proposed = async (ctx: Context, cycleId: number) => (await sheetOf(ctx, cycleId)).of(PERSON)

describe('a year shorter than six months', () => {
  test('is not rated, unless it was maternity', async ({ ctx }) => {
    await opened(ctx)
    await sql`update tenure set during = '[2026-08-01,)' where cadre_id = ${PERSON}`.execute(ctx.db)
    const cycleId = await year(ctx)
    await decided(ctx, '2026-09', 80)
    const one = await proposed(ctx, cycleId)
    expect(one).toMatchObject({ proposed: 'not_rated', total: 80 })
    await setFacts(ctx, {
      evaluationId: one.evaluationId,
      facts: { maternity: true },
      basis: 'Quyết định nghỉ thai sản 12/QĐ-SNV',
    })
    expect((await proposed(ctx, cycleId)).proposed).toBe('good')
  })

  test('and without a single month decided it is not rated either', async ({ ctx }) => {
    await opened(ctx)
    await sql`update tenure set during = '[2026-08-01,)' where cadre_id = ${PERSON}`.execute(ctx.db)
    expect(await proposed(ctx, await year(ctx))).toMatchObject({ proposed: 'not_rated' })
  })
})

describe('the points of a year', () => {
  test('come from its own regime: a quarter of the Party is none of the State', async ({ ctx }) => {
    await opened(ctx)
    for (const month of ['01', '02', '03', '04', '05', '06'])
      await decided(ctx, `2026-${month}`, 80)
    await decided(ctx, '2026-Q1', 50, 'qd366-2025-ca-nhan')
    expect(await proposed(ctx, await year(ctx))).toMatchObject({ total: 80 })
  })

  test('join a quarter of the agency before with the months of this one', async ({ ctx }) => {
    await opened(ctx)
    await decided(ctx, '2026-Q1', 90)
    await decided(ctx, '2026-04', 70)
    await decided(ctx, '2026-05', 60)
    // Three months of 90, one of 70, one of 60.
    expect(await proposed(ctx, await year(ctx))).toMatchObject({ total: 80 })
  })
})
