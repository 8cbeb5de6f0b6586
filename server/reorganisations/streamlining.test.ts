import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { decidePlan } from './decide.ts'
import { preparePlan } from './plans.ts'
import { streamlining } from './streamlining.ts'
import { planStreamlining } from './streamlining-plan.ts'
import { surplusDeputies } from './surplus.ts'

describe('streamlining', () => {
  test('counts heads against the baseline, the year, the plan and the quota', async ({ ctx }) => {
    await sql`insert into pack_adoption (pack_id, during) values ('lang-son-12-kh-ubnd-2024', '[2021-01-01,)')`.execute(
      ctx.db,
    )
    await sql`insert into staffing_quota values (4, 'civil_servant', 2024, 9)`.execute(ctx.db)
    const plan = {
      unitId: 4,
      kind: 'civil_servant' as const,
      year: 2024,
      planned: 1,
      basis: 'KH 1',
    }
    const { version } = await planStreamlining(ctx, plan)
    await expect(planStreamlining(ctx, plan)).rejects.toMatchObject({ kind: 'conflict' })
    await planStreamlining(ctx, { ...plan, planned: 2, version })
    const answer = await streamlining(ctx, { unitId: UNITS.health.id })
    const [servants] = answer.kinds
    expect(servants).toMatchObject({ baseline: 2, atMost: 1, now: 2, cut: 0.05, done: 0 })
    expect(servants?.years.find(({ year }) => year === 2024)).toMatchObject({
      on: '2024-10-31',
      planned: 2,
      quota: 9,
      actual: 2,
    })
  })

  test('answers a unit about itself only, and says which text is missing', async ({ ctx, as }) => {
    await expect(streamlining(ctx, {})).rejects.toThrow('chưa có văn bản')
    await sql`insert into pack_adoption (pack_id, during) values ('lang-son-12-kh-ubnd-2024', '[2021-01-01,)')`.execute(
      ctx.db,
    )
    const home = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: 2 })
    expect((await streamlining(home, {})).unit.name).toBe('Sở Nội vụ')
    await expect(streamlining(home, { unitId: UNITS.health.id })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})

describe('deputies beyond the seats', () => {
  test('are borne five years from the reorganisation', async ({ ctx, as }) => {
    await sql`update post set seats = 2 where id = 2`.execute(ctx.db)
    const { id, version } = await preparePlan(ctx, {
      title: 'Nhập Sở Y tế',
      effective_on: '2025-08-01',
      legal_basis: 'Nghị quyết',
      steps: [{ kind: 'merge', units: ['u4'], into: 'u2' }],
    })
    await decidePlan(ctx, {
      id,
      version,
      decision_no: '1',
      signed_on: '2025-07-20',
      signed_by: 'CT',
    })
    const { rows, departments, years } = await surplusDeputies(ctx, { asOf: '2025-09-01' })
    expect(years).toBe(5)
    expect(rows).toMatchObject([
      {
        unit: 'Sở Nội vụ',
        seats: 2,
        held: 3,
        since: '2025-08-01',
        until: '2030-08-01',
        state: 'borne',
      },
    ])
    expect(departments).toMatchObject({ count: 1, deputies: 3, allowed: 3 })
    const late = await surplusDeputies(ctx, { asOf: '2030-08-02' })
    expect(late.rows[0]?.state).toBe('past')
    const officer = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: 2 })
    expect((await surplusDeputies(officer, { asOf: '2025-09-01' })).departments).toBeNull()
  })
})
