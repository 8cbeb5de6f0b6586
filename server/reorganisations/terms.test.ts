import { sql } from 'kysely'
import { expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import { dueList } from '#server/due/list.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { decidePlan } from './decide.ts'
import { preparePlan } from './plans.ts'
import { undoPlan } from './undo.ts'

type PlanInput = Parameters<typeof preparePlan>[1]

async function decided(ctx: Context, steps: PlanInput['steps']): Promise<number> {
  const { id, version } = await preparePlan(ctx, {
    title: 'Sắp xếp',
    effective_on: '2024-10-01',
    legal_basis: 'Nghị quyết của HĐND tỉnh',
    steps,
  })
  const signed = { signed_on: '2024-09-20', signed_by: 'Chủ tịch UBND tỉnh' }
  await decidePlan(ctx, { id, version, decision_no: '15/QĐ-UBND', ...signed })
  return id
}

/** The post held after the day: rank, term, allowance and until when it is kept. */
async function held({ db }: Context, cadreId: number) {
  const { rows } =
    await sql<object>`select rank, term_until, position_allowance::float as allowance,
      allowance_kept_until, is_first_at_rank from tenure
    where cadre_id = ${cadreId} and during @> date '2024-10-02'`.execute(db)
  return rows[0]
}

const whole = { asOf: '2024-10-31', from: '2010-01-01', to: '2070-12-31' } as const
const dayOf = async (ctx: Context, kind: 'reappointment' | 'term_end', id: number) =>
  (await dueList(ctx, { ...whole, kind })).rows.find(({ cadreId }) => cadreId === id)?.date

const paid = (ctx: Context, id: number) =>
  sql`update tenure set position_allowance = 0.7, term_until = '2027-03-01'
    where cadre_id = ${id}`.execute(ctx.db)

test('a merger begins the term anew, keeps the allowance and asks for the notice', async ({
  ctx,
}) => {
  await paid(ctx, PEOPLE.thu)
  await paid(ctx, PEOPLE.minh)
  await decided(ctx, [{ kind: 'merge', units: ['u4'], into: 'u2' }])
  expect(await held(ctx, PEOPLE.thu)).toEqual({
    rank: 'deputy',
    term_until: '2029-10-01',
    allowance: 0.7,
    allowance_kept_until: null,
    is_first_at_rank: false,
  })
  expect(await held(ctx, PEOPLE.minh)).toEqual({
    rank: 'specialist',
    term_until: null,
    allowance: 0.7,
    allowance_kept_until: '2025-04-01',
    is_first_at_rank: null,
  })
  expect(await dayOf(ctx, 'reappointment', PEOPLE.thu)).toBe('2029-07-03')
})

test('under another name the term runs on, written or not', async ({ ctx }) => {
  await paid(ctx, PEOPLE.binh)
  await decided(ctx, [
    { kind: 'rename', unit: 'u2', name: 'Ban Nội vụ', becomes: 'party_committee' },
  ])
  expect(await held(ctx, PEOPLE.binh)).toMatchObject({ term_until: '2027-03-01', allowance: 0.7 })
  expect(await held(ctx, PEOPLE.hoa)).toMatchObject({ term_until: '2029-01-15' })
  expect(await dayOf(ctx, 'reappointment', PEOPLE.hoa)).toBe('2028-10-17')
})

test('an elected post keeps the term of its body and asks for no notice', async ({ ctx }) => {
  await paid(ctx, PEOPLE.son)
  await decided(ctx, [{ kind: 'rename', unit: 'u7', name: 'Phường An Hòa', becomes: 'ward' }])
  expect(await held(ctx, PEOPLE.son)).toMatchObject({ rank: 'head', term_until: '2027-03-01' })
  expect(await dayOf(ctx, 'term_end', PEOPLE.son)).toBe('2027-03-01')
  expect(await dayOf(ctx, 'reappointment', PEOPLE.son)).toBeUndefined()
  expect(await dayOf(ctx, 'term_end', PEOPLE.yen)).toBeUndefined()
})

test('undoing gives back every column as it was', async ({ ctx }) => {
  await paid(ctx, PEOPLE.thu)
  await paid(ctx, PEOPLE.minh)
  const tenures = async () =>
    (await sql`select to_jsonb(t) - 'version' from tenure t order by id`.execute(ctx.db)).rows
  const before = await tenures()
  const id = await decided(ctx, [{ kind: 'merge', units: ['u4'], into: 'u2' }])
  await undoPlan(ctx, { id, reason: 'Nghị quyết bị hủy' })
  expect(await tenures()).toEqual(before)
})
