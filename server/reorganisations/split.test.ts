import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Context } from '#server/kernel/context.ts'
import { quotasOn } from '#server/organisation/quotas.ts'
import { test } from '#server/testing.ts'
import { decidePlan } from './decide.ts'
import { preparePlan } from './plans.ts'
import { previewPlan } from './preview.ts'

const HEADER = { title: 'Tách sở', effective_on: '2025-03-01', legal_basis: 'Nghị quyết' }
const LABOUR = { name: 'Sở Lao động', code: 'ld' }
const HOME = { name: 'Sở Nội vụ và Tôn giáo', code: 'nv' }

type Parts = {
  into: object
  titles?: string[]
  units?: string[]
  people?: string[]
  rest?: boolean
  quotas?: object
}[]

const split = (parts: Parts, ends = true) =>
  ({ ...HEADER, steps: [{ kind: 'split', unit: 'u2', ends, parts }] }) as never

describe('a split', () => {
  test('sends posts with their holders by title, and the rest to the part that takes it', async ({
    ctx,
  }) => {
    const seen = await previewPlan(
      ctx,
      split([
        { into: LABOUR, titles: ['deputy_director'] },
        { into: HOME, units: ['u3'], rest: true },
      ]),
    )
    const where = seen.people.moved.map(({ name, toUnit, toTitle }) => [name, toUnit, toTitle])
    expect(where).toEqual([
      ['Lê Thị Hoa', 'Sở Lao động', 'Phó Giám đốc'],
      ['Hoàng Nam', 'Sở Lao động', 'Phó Giám đốc'],
      ['Trần Văn Bình', 'Sở Nội vụ và Tôn giáo', 'Giám đốc'],
    ])
    const after = Object.fromEntries(seen.units.map(({ code, after }) => [code, after]))
    expect(after.ld).toMatchObject({ people: 2, seats: 3, vacant: 1 })
    expect(after.nv).toMatchObject({ people: 1, seats: 1, vacant: 0 })
    expect(after.u3?.parent).toBe('Sở Nội vụ và Tôn giáo')
    expect(after.u2).toBeNull()
    expect(seen.posts.after.seats).toBe(seen.posts.before.seats)
  })

  test('without a part for the rest the first takes it', async ({ ctx }) => {
    const seen = await previewPlan(
      ctx,
      split([{ into: LABOUR }, { into: HOME, titles: ['deputy_director'] }]),
    )
    const binh = seen.people.moved.find(({ name }) => name === 'Trần Văn Bình')
    expect(binh?.toUnit).toBe('Sở Lao động')
  })

  test('of a unit that goes on takes the named posts out of it', async ({ ctx }) => {
    const seen = await previewPlan(
      ctx,
      split([{ into: LABOUR, titles: ['deputy_director'] }], false),
    )
    const after = Object.fromEntries(seen.units.map(({ code, after }) => [code, after]))
    expect(after.u2).toMatchObject({ people: 1, seats: 1 })
    expect(after.ld).toMatchObject({ people: 2, seats: 3 })
  })

  test('is refused where a title is named twice or unknown, or two parts take the rest', async ({
    ctx,
  }) => {
    const wrong: [Parts, RegExp][] = [
      [
        [
          { into: LABOUR, titles: ['deputy_director'] },
          { into: HOME, titles: ['deputy_director'] },
        ],
        /đã giao cho một phần khác/,
      ],
      [[{ into: LABOUR, people: ['TN-000006'] }], /TN-000006 không có chức vụ ở Sở Nội vụ/],
      [[{ into: LABOUR, titles: ['commune_chair'] }], /không có chức danh mã “commune_chair”/],
      [
        [
          { into: LABOUR, rest: true },
          { into: HOME, rest: true },
        ],
        /Phần còn lại chỉ về một đơn vị/,
      ],
    ]
    for (const [parts, message] of wrong)
      await expect(previewPlan(ctx, split(parts))).rejects.toThrow(message)
  })
})

describe('quotas of a split', () => {
  const numbers = (civil_servant: number) => ({ civil_servant })
  const given = (ctx: Context, later = 40) =>
    sql`insert into staffing_quota values (2, 'civil_servant', 2025, 40),
      (2, 'civil_servant', 2026, ${later})`.execute(ctx.db)
  const quotasOf = async (ctx: Context, asOf: string) => {
    const { rows } = await sql<{ code: string; quota: number }>`
      select u.code, q.quota from (${quotasOn(asOf)}) q join unit u on u.id = q.unit_id
      where q.quota <> 0 order by u.code`.execute(ctx.db)
    return Object.fromEntries(rows.map(({ code, quota }) => [code, quota]))
  }

  test('parts that take more than the unit has are refused at their line', async ({ ctx }) => {
    await given(ctx)
    const parts = [
      { into: LABOUR, quotas: numbers(30) },
      { into: HOME, quotas: numbers(20) },
    ]
    await expect(previewPlan(ctx, split(parts, false))).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('chỉ còn 10 biên chế công chức'),
      details: { path: ['steps', 0, 'parts', 1, 'quotas', 'civil_servant'] },
    })
  })

  test('also where only a later year has less', async ({ ctx }) => {
    await given(ctx, 10)
    const parts = [{ into: LABOUR, quotas: numbers(30) }]
    await expect(previewPlan(ctx, split(parts, false))).rejects.toThrow('01/01/2026')
  })

  test('what changes later in the same year goes along; numbers go once a year', async ({
    ctx,
  }) => {
    await given(ctx)
    await sql`insert into quota_change (unit_id, employment_kind, changed_on, difference, basis)
      values (2, 'civil_servant', '2025-09-01', 5, 'giao bổ sung'),
        (2, 'civil_servant', '2026-09-01', -3, 'cắt giảm')`.execute(ctx.db)
    const parts = [
      { into: LABOUR, quotas: numbers(12) },
      { into: HOME, rest: true },
    ]
    const { id, version } = await preparePlan(ctx, split(parts))
    const signed = { signed_on: '2025-02-01', signed_by: 'Chủ tịch UBND tỉnh' }
    await decidePlan(ctx, { id, version, decision_no: '9/QĐ-UBND', ...signed })
    expect(await quotasOf(ctx, '2025-02-28')).toEqual({ u2: 40 })
    expect(await quotasOf(ctx, '2025-03-01')).toEqual({ ld: 12, nv: 28 })
    expect(await quotasOf(ctx, '2025-09-01')).toEqual({ ld: 12, nv: 33 })
    expect(await quotasOf(ctx, '2026-06-01')).toEqual({ ld: 12, nv: 28 })
    expect(await quotasOf(ctx, '2026-09-01')).toEqual({ ld: 12, nv: 25 })
  })
})
