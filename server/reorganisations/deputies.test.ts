import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { deputies } from './deputies.ts'
import { allowedInDivision, deputyRulesOn } from './deputy-rules.ts'

const allowedOn = async (ctx: Context, asOf: string, staff: number, name = 'Phòng Công chức') =>
  allowedInDivision(await deputyRulesOn(ctx, asOf), { name, divisions: 0, staff })?.deputies

const BEFORE = '2025-06-30'
const AFTER = '2025-07-01'

describe('deputies by the rule of the day', () => {
  test('NĐ 150/2025 steps at 10 and 15 staff', async ({ ctx }) => {
    const steps = []
    for (const staff of [9, 10, 14, 15]) steps.push(await allowedOn(ctx, AFTER, staff))
    expect(steps).toEqual([1, 2, 2, 3])
  })

  test('NĐ 107/2020 stepped at 8 in a province of class II or III', async ({ ctx }) => {
    const steps = []
    for (const staff of [7, 8, 9, 14, 15]) steps.push(await allowedOn(ctx, BEFORE, staff))
    expect(steps).toEqual([1, 2, 2, 2, 3])
  })

  test('a branch goes by its divisions, an inspectorate by 8 staff until the law changed', async ({
    ctx,
  }) => {
    const rules = await deputyRulesOn(ctx, AFTER)
    const branch = (divisions: number) =>
      allowedInDivision(rules, { name: 'Chi cục Thủy lợi', divisions, staff: 40 })?.deputies
    expect([branch(0), branch(1), branch(3), branch(4)]).toEqual([2, 1, 1, 2])
    expect(await allowedOn(ctx, BEFORE, 20, 'Thanh tra Sở')).toBe(2)
    expect(await allowedOn(ctx, AFTER, 20, 'Thanh tra Sở')).toBe(3)
  })

  test('the province: departments times the average, in words', async ({ ctx }) => {
    const { province } = await deputies(ctx, { asOf: '2024-10-31' })
    expect(province).toMatchObject({ departments: 2, allowed: 6, actual: 3, over: 0 })
    expect(province?.says).toBe('2 sở × 3 = 6 cấp phó; đang có 3')
  })

  test('2 to 4 an agency only where 01-ĐA/TU was adopted, and in its time', async ({ ctx }) => {
    const health = async (asOf: string) =>
      (await deputies(ctx, { asOf })).rows.find(({ unitId }) => unitId === UNITS.health.id)
    expect(await health('2024-10-31')).toMatchObject({ allowed: null, state: 'within' })
    await sql`insert into pack_adoption (pack_id, during)
      values ('quang-binh-01-da-tu-2021', '[2021-03-12,2025-07-01)')`.execute(ctx.db)
    expect(await health('2024-10-31')).toMatchObject({ least: 2, allowed: 4, state: 'under' })
    expect((await health('2025-07-01'))?.allowed).toBeNull()
  })

  test('beyond what is allowed: over, borne until five years after the merger', async ({ ctx }) => {
    await sql`insert into post (unit_id, title_code, name, rank, seats, during)
      values (3, 'deputy_director', 'Phó Trưởng phòng', 'division_deputy', 1, '[2000-01-01,)')`.execute(
      ctx.db,
    )
    await sql`insert into tenure (cadre_id, unit_id, post_id, seat_no, title, rank, holding, during, entry)
      select id, 3, (select max(id) from post), id, 'Phó Trưởng phòng', 'division_deputy',
        'concurrent', '[2024-01-01,)', 'appointment' from cadre where id in (9, 11)`.execute(ctx.db)
    const division = async () =>
      (await deputies(ctx, { asOf: '2024-10-31' })).rows.find(({ unitId }) => unitId === 3)
    expect(await division()).toMatchObject({
      allowed: 1,
      actual: 2,
      over: 1,
      state: 'without_basis',
    })
    await sql`insert into unit_succession
      values (4, 2, 'merged_into', '2022-03-01', 'Nghị quyết thử')`.execute(ctx.db)
    const borne = await division()
    expect(borne).toMatchObject({ until: '2027-03-01', state: 'borne' })
    expect(borne?.says).toContain('2 − 1 = vượt 1')
  })

  test('a province merged from others has more a department, a big city more in all', async ({
    ctx,
  }) => {
    await sql`insert into pack_adoption (pack_id, during, overrides)
      values ('chinh-phu-150-nd-cp-2025', '[2025-07-01,)',
        '{"merged_provinces": 3, "deputies_more_in_all": 10}')`.execute(ctx.db)
    const { province } = await deputies(ctx, { asOf: '2025-10-31' })
    expect(province?.says).toBe('2 sở × (3 + 2, nhập từ 3 tỉnh) + 10 = 20 cấp phó; đang có 3')
  })

  test('a division of a division has no more than that one may have', async ({ ctx }) => {
    await sql`update unit_name set name = 'Chi cục Văn thư' where unit_id = 3`.execute(ctx.db)
    await sql`update unit_parent set parent_id = 3 where unit_id = 6`.execute(ctx.db)
    await sql`insert into staffing_quota values (6, 'civil_servant', 2025, 16)`.execute(ctx.db)
    const { rows } = await deputies(ctx, { asOf: '2025-10-31' })
    const below = rows.find(({ unitId }) => unitId === 6)
    expect(below).toMatchObject({ allowed: 1, parent: 'Chi cục Văn thư' })
    expect(below?.says).toContain('được 3, không quá 1 của Chi cục Văn thư')
  })

  test('divisions of a commune have two on average', async ({ ctx }) => {
    await sql`update unit_parent set parent_id = 7 where unit_id = 6`.execute(ctx.db)
    await sql`insert into post (unit_id, title_code, name, rank, seats, during)
      values (6, 'deputy_director', 'Phó Trưởng phòng', 'division_deputy', 3, '[2000-01-01,)')`.execute(
      ctx.db,
    )
    await sql`insert into tenure (cadre_id, unit_id, post_id, seat_no, title, rank, holding, during, entry)
      select id, 6, (select max(id) from post), id, 'Phó Trưởng phòng', 'division_deputy',
        'concurrent', '[2024-01-01,)', 'appointment' from cadre where id in (2, 10, 11)`.execute(
      ctx.db,
    )
    const { rows } = await deputies(ctx, { asOf: '2025-10-31' })
    expect(rows.find(({ unitId }) => unitId === 7)).toMatchObject({
      ...{ kind: 'commune', allowed: 2, actual: 3, over: 1, state: 'without_basis' },
      says: '1 phòng × 2 = 2 cấp phó của các phòng; đang có 3; 3 − 2 = vượt 1',
    })
    expect(rows.find(({ unitId }) => unitId === 6)).toMatchObject({ allowed: null, actual: 3 })
  })

  test('a unit officer sees the own departments only', async ({ as }) => {
    const officer = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: 2 })
    const { rows, province } = await deputies(officer, { asOf: '2024-10-31' })
    expect(province).toBeNull()
    expect(rows.map(({ unitId }) => unitId)).toEqual([2, 3])
  })

  test('who only sees the own record is refused', async ({ as }) => {
    const cadre = await as({ role: 'cadre', scope: { from: -1, to: -1 }, cadreId: 5 })
    await expect(deputies(cadre, {})).rejects.toThrow('chưa được giao việc đó')
  })
})
