import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { unitTree } from '#server/cadres/staffing.ts'
import { unitPosts } from '#server/cadres/unit-posts.ts'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { decidePlan } from './decide.ts'
import { planFile, planList, preparePlan, revisePlan } from './plans.ts'
import { previewPlan } from './preview.ts'
import { settle } from './settle.ts'
import { undoPlan } from './undo.ts'

type PlanInput = Parameters<typeof preparePlan>[1]

const MERGE: PlanInput = {
  title: 'Nhập Sở Y tế vào Sở Nội vụ',
  effective_on: '2024-10-01',
  legal_basis: 'Nghị quyết của HĐND tỉnh',
  steps: [{ kind: 'merge', units: ['u4'], into: 'u2' }],
}
const DECISION = {
  decision_no: '15/QĐ-UBND',
  signed_on: '2024-09-20',
  signed_by: 'Chủ tịch UBND tỉnh',
}

async function decided(ctx: Context, plan: PlanInput, decision = DECISION): Promise<number> {
  const { id, version } = await preparePlan(ctx, plan)
  await decidePlan(ctx, { id, version, ...decision })
  return id
}

const codesOn = async (ctx: Context, asOf: string) =>
  (await unitTree(ctx, { asOf })).rows.map(({ code }) => code)

/** Everything a reorganisation may write, as text: equal before and after deciding and undoing. */
async function everything({ db }: Context): Promise<unknown> {
  const rows: unknown[] = []
  for (const table of [
    'unit',
    'unit_name',
    'unit_parent',
    'unit_succession',
    'post',
    'quota_change',
    'tenure',
  ]) {
    const { rows: all } =
      await sql`select to_jsonb(t) - '{tree_from,tree_to,version}'::text[] as row
      from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(db)
    rows.push([table, all])
  }
  const { rows: kept } = await sql`select id, unit_id, home_place from cadre order by id`.execute(
    db,
  )
  return [...rows, kept]
}

describe('a merger', () => {
  test('takes people, quotas and records over, and leaves the days before as they were', async ({
    ctx,
  }) => {
    await sql`insert into staffing_quota values (2, 'civil_servant', 2024, 40),
      (4, 'civil_servant', 2024, 30), (2, 'civil_servant', 2025, 39), (4, 'civil_servant', 2025, 28)`.execute(
      ctx.db,
    )
    await decided(ctx, MERGE)
    const before = await unitTree(ctx, { asOf: '2024-09-30' })
    expect(before.rows.find(({ code }) => code === 'u4')).toMatchObject({ people: 2, quota: 30 })
    expect(before.rows.find(({ code }) => code === 'u2')).toMatchObject({ people: 3, quota: 40 })
    const after = await unitTree(ctx, { asOf: '2024-10-01' })
    expect(after.rows.find(({ code }) => code === 'u4')).toBeUndefined()
    expect(after.rows.find(({ code }) => code === 'u2')).toMatchObject({ people: 5, quota: 70 })
    const nextYear = await unitTree(ctx, { asOf: '2025-06-01' })
    expect(nextYear.rows.find(({ code }) => code === 'u2')).toMatchObject({ quota: 67 })
    const { rows } = await sql`select unit_id from cadre where id in (6, 7) order by id`.execute(
      ctx.db,
    )
    expect(rows).toEqual([{ unit_id: 2 }, { unit_id: 2 }])
  })

  test('seats the deputy in the free seat and lists the head whose post vanished', async ({
    ctx,
  }) => {
    const { withoutPost, people, units } = await previewPlan(ctx, MERGE)
    expect(people).toMatchObject({ before: 11, after: 11 })
    expect(people.moved.map(({ name, toTitle }) => [name, toTitle])).toEqual([
      ['Phạm Minh', 'Chờ bố trí'],
      ['Ngô Thị Thu', 'Phó Giám đốc'],
    ])
    expect(withoutPost.map(({ name, fromTitle }) => [name, fromTitle])).toEqual([
      ['Phạm Minh', 'Giám đốc'],
    ])
    expect(units.map(({ code, after }) => [code, after?.people ?? null])).toEqual([
      ['u2', 5],
      ['u4', null],
    ])
  })

  test('places by hand, or in the title the plan names, whom no seat waits for', async ({
    ctx,
  }) => {
    const { recordNo } = (await previewPlan(ctx, MERGE)).withoutPost[0] ?? { recordNo: '' }
    const placements = [{ person: recordNo, title: 'deputy_director' }]
    const byHand = await previewPlan(ctx, { ...MERGE, placements })
    expect(byHand.withoutPost).toEqual([])
    expect(byHand.overSeats.map(({ name }) => name)).toContain('Ngô Thị Thu')
    const posts = { director: 'deputy_director' }
    const byTitle = await previewPlan(ctx, {
      ...MERGE,
      steps: [{ kind: 'merge', units: ['u4'], into: 'u2', posts, deputies: 'wait' }],
    })
    expect(byTitle.people.moved.map(({ toTitle }) => toTitle)).toContain('Chờ bố trí')
  })

  test('a preview leaves no trace', async ({ ctx }) => {
    const before = await everything(ctx)
    await previewPlan(ctx, MERGE)
    expect(await everything(ctx)).toEqual(before)
  })

  test('lets the records of those who left stay with the heir', async ({ ctx, as }) => {
    await decided(ctx, MERGE)
    const { rows } = await sql<{ from: number; to: number }>`
      select tree_from as "from", tree_to as "to" from unit where id = 2`.execute(ctx.db)
    const heir = await as({ role: 'unit_officer', scope: rows[0] ?? null, unitId: 2 })
    const seen = await sql<{ id: number }>`select id from cadre order by id`.execute(heir.db)
    expect(seen.rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, PEOPLE.duc])
  })
})

describe('a decision for a day to come', () => {
  const COMING = { ...MERGE, effective_on: '2025-03-01' }

  test('is answered by date, and records follow when the day has come', async ({ ctx }) => {
    const id = await decided(ctx, COMING)
    expect((await planFile(ctx, { id })).state).toBe('decided')
    expect(await codesOn(ctx, '2025-02-28')).toContain('u4')
    expect(await codesOn(ctx, '2025-03-01')).not.toContain('u4')
    const home = async () =>
      (await sql`select unit_id from cadre where id = ${PEOPLE.thu}`.execute(ctx.db)).rows[0]
    expect(await home()).toEqual({ unit_id: UNITS.health.id })
    expect(await settle({ ...ctx, today: '2025-03-01' })).toBe(1)
    expect(await home()).toEqual({ unit_id: UNITS.home.id })
    expect(await settle({ ...ctx, today: '2025-03-02' })).toBe(0)
  })
})

describe('undoing', () => {
  const PLANS: Record<string, PlanInput['steps']> = {
    merge: [{ kind: 'merge', units: ['u4'], into: 'u2', quotas: { civil_servant: 50 } }],
    'merge into a new unit': [
      { kind: 'merge', units: ['u2', 'u4'], into: { name: 'Sở Nội vụ và Y tế', code: 'moi' } },
    ],
    split: [
      {
        kind: 'split',
        unit: 'u2',
        ends: false,
        parts: [{ into: { name: 'Sở Lao động' }, units: ['u3'], people: ['TN-000003'] }],
      },
    ],
    'split by title': [
      {
        kind: 'split',
        unit: 'u2',
        ends: true,
        parts: [
          { into: { name: 'Sở Lao động' }, titles: ['deputy_director'] },
          { into: { name: 'Sở Nội vụ và Tôn giáo' }, units: ['u3'], rest: true },
        ],
      },
    ],
    rename: [{ kind: 'rename', unit: 'u7', name: 'Xã An Thịnh' }],
    'commune to ward': [{ kind: 'rename', unit: 'u7', name: 'Phường An Hòa', becomes: 'ward' }],
    move: [{ kind: 'move', unit: 'u7', under: 'u1' }],
    'end of a district': [
      { kind: 'dissolve', unit: 'u6', people_to: 'u5' },
      { kind: 'dissolve', unit: 'u5', people_to: 'u7', children_under: 'u1' },
    ],
  }
  test.for(Object.entries(PLANS))('%s leaves everything as it was', async ([, steps], { ctx }) => {
    await sql`insert into staffing_quota values (2, 'civil_servant', 2024, 40)`.execute(ctx.db)
    const before = await everything(ctx)
    const id = await decided(ctx, { ...MERGE, steps })
    expect(await everything(ctx)).not.toEqual(before)
    await undoPlan(ctx, { id, reason: 'Quyết định bị hủy bỏ' })
    expect(await everything(ctx)).toEqual(before)
    await expect(undoPlan(ctx, { id, reason: 'lần nữa' })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('is refused by name once somebody moved on, or a new unit was used', async ({ ctx }) => {
    const id = await decided(ctx, MERGE)
    await sql`update tenure set title = 'Trợ lý' where cadre_id = ${PEOPLE.thu}
      and upper_inf(during)`.execute(ctx.db)
    await expect(undoPlan(ctx, { id, reason: 'hủy' })).rejects.toThrow('Ngô Thị Thu')
    const founded = await decided(
      ctx,
      {
        ...MERGE,
        steps: [
          {
            kind: 'split',
            unit: 'u5',
            ends: false,
            parts: [{ into: { name: 'Ban mới', code: 'ban' } }],
          },
        ],
      },
      { ...DECISION, decision_no: '16/QĐ-UBND' },
    )
    await sql`insert into staffing_quota select id, 'civil_servant', 2025, 4 from unit
      where code = 'ban'`.execute(ctx.db)
    await expect(undoPlan(ctx, { id: founded, reason: 'hủy' })).rejects.toThrow('biên chế')
  })
})

describe('what is refused', () => {
  test('an unknown unit, with the nearest and its place', async ({ ctx }) => {
    const steps: PlanInput['steps'] = [{ kind: 'merge', units: ['u44'], into: 'u2' }]
    await expect(previewPlan(ctx, { ...MERGE, steps })).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('“u4”'),
      details: { path: ['steps', 0, 'units', 0] },
    })
  })

  test('a second officer, a decision twice, a number twice', async ({ ctx }) => {
    const { id, version } = await preparePlan(ctx, MERGE)
    await revisePlan(ctx, { ...MERGE, id, version, title: 'Sửa lần một' })
    await expect(revisePlan(ctx, { ...MERGE, id, version })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(decidePlan(ctx, { id, version, ...DECISION })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await decidePlan(ctx, { id, version: version + 1, ...DECISION })
    await expect(decidePlan(ctx, { id, version: version + 1, ...DECISION })).rejects.toThrow(
      'đã được quyết định',
    )
    const rename: PlanInput['steps'] = [{ kind: 'rename', unit: 'u2', name: 'Sở Nội vụ mới' }]
    await expect(decided(ctx, { ...MERGE, steps: rename })).rejects.toThrow('15/QĐ-UBND đã dùng')
  })

  test('a unit ended before, above itself, or changed later', async ({ ctx }) => {
    await decided(ctx, MERGE)
    const later = { ...DECISION, decision_no: '17/QĐ-UBND' }
    await expect(decided(ctx, MERGE, later)).rejects.toThrow('không có đơn vị nào mã “u4”')
    const above: PlanInput['steps'] = [{ kind: 'move', unit: 'u5', under: 'u7' }]
    await expect(previewPlan(ctx, { ...MERGE, steps: above })).rejects.toThrow('nằm trong')
    const rename: PlanInput['steps'] = [{ kind: 'rename', unit: 'u5', name: 'Huyện An Lạc' }]
    await decided(ctx, { ...MERGE, steps: rename }, later)
    await expect(
      previewPlan(ctx, { ...MERGE, effective_on: '2024-05-01', steps: rename }),
    ).rejects.toThrow('tên gọi')
  })

  test('officers of units and inspectors decide nothing', async ({ as }) => {
    for (const role of ['unit_officer', 'inspector', 'cadre', 'admin']) {
      const other = await as({ role })
      await expect(preparePlan(other, MERGE)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })
})

describe('declared places', () => {
  test('stay as declared when the commune becomes a ward', async ({ ctx }) => {
    await sql`update cadre set home_place = 'xã An Hòa, huyện An Bình'`.execute(ctx.db)
    const steps: PlanInput['steps'] = [
      { kind: 'rename', unit: 'u7', name: 'Phường An Hòa', becomes: 'ward' },
    ]
    await decided(ctx, { ...MERGE, steps })
    const { rows } = await sql`select distinct home_place from cadre`.execute(ctx.db)
    expect(rows).toEqual([{ home_place: 'xã An Hòa, huyện An Bình' }])
    const ward = (await unitTree(ctx, { asOf: '2024-10-02' })).rows.find(
      ({ kind }) => kind === 'ward',
    )
    const { posts } = await unitPosts(ctx, { id: ward?.id ?? 0, asOf: '2024-10-02' })
    expect(posts.map(({ name, holders }) => [name, holders.map((one) => one.name)])).toEqual([
      ['Chủ tịch UBND xã', ['Nông Sơn']],
      ['Phó Chủ tịch UBND xã', ['Lý Thị Yên']],
    ])
  })
})

describe('the list of plans', () => {
  test('shows drafts beside decisions', async ({ ctx }) => {
    await decided(ctx, MERGE)
    await preparePlan(ctx, { ...MERGE, effective_on: '2025-01-01' })
    const { rows } = await planList(ctx, {})
    expect(rows.map(({ state, decisionNo }) => [state, decisionNo])).toEqual([
      ['draft', null],
      ['in_force', '15/QĐ-UBND'],
    ])
  })
})
