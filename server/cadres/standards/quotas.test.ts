import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { decideQuota } from '#server/organisation/decide-quota.ts'
import { test } from '#server/testing.ts'
import { quotaPeople } from './quota-people.ts'
import { quotas } from './quotas.ts'
import { reviews, reviewWorkforce } from './workforce-review.ts'

const AS_OF = '2024-10-31'
const home = UNITS.home.id
const scoped = { role: 'unit_officer', scope: UNITS.home.scope, unitId: home }

const give = (ctx: Context, quota: number, shown: number | null, from = '2024-01-01') =>
  decideQuota(ctx, {
    ...{ unitId: home, kind: 'civil_servant', from, quota, shown },
    ...{ decisionNo: '100/QĐ-UBND', signedBy: 'Chủ tịch UBND tỉnh' },
  })

const cellOn = async (ctx: Context, asOf: string) => {
  const { rows } = await quotas(ctx, { asOf, unitId: home })
  return rows[0]?.cells.find(({ kind, on }) => kind === 'civil_servant' && on === asOf)
}

describe('quotas', () => {
  test('divisions count in their agency; given, used and vacant', async ({ ctx }) => {
    await give(ctx, 7, null)
    expect(await cellOn(ctx, AS_OF)).toMatchObject({ given: 7, used: 5, vacant: 2, over: 0 })
    const { people, changes } = await quotaPeople(ctx, {
      ...{ unitId: home, kind: 'civil_servant', asOf: AS_OF },
    })
    expect(people).toHaveLength(5)
    expect(changes[0]?.basis).toContain('100/QĐ-UBND')
  })

  test('a later decision leaves the number before it as it was', async ({ ctx }) => {
    await give(ctx, 7, null)
    await give(ctx, 4, 7, '2024-07-01')
    expect((await cellOn(ctx, '2024-06-30'))?.given).toBe(7)
    expect(await cellOn(ctx, AS_OF)).toMatchObject({ given: 4, over: 1 })
  })

  test('over the quota is borne for five years after a merger, with its last day', async ({
    ctx,
  }) => {
    await give(ctx, 4, null)
    const before = await quotas(ctx, { asOf: AS_OF, unitId: home })
    expect(before.rows[0]?.tolerance?.state).toBe('without_basis')
    await sql`insert into unit_succession values
      (${UNITS.health.id}, ${home}, 'merged_into', '2023-07-01', 'Nghị quyết thử')`.execute(ctx.db)
    const after = await quotas(ctx, { asOf: AS_OF, unitId: home })
    expect(after.rows[0]?.tolerance).toEqual({
      ...{ since: '2023-07-01', until: '2028-07-01', state: 'borne' },
    })
  })

  test('a second officer at once is told the number as it is now', async ({ ctx }) => {
    await give(ctx, 7, null)
    await expect(give(ctx, 6, null)).rejects.toThrow('vừa được người khác đặt là 7')
  })

  test('scope and permission', async ({ as }) => {
    const officer = await as(scoped)
    const { rows } = await quotas(officer, { asOf: AS_OF })
    expect(rows.map(({ unitId }) => unitId)).toEqual([home])
    const hidden = { unitId: UNITS.health.id, kind: 'civil_servant', asOf: AS_OF }
    expect((await quotaPeople(officer, hidden)).people).toEqual([])
    await expect(give(officer, 7, null)).rejects.toThrow('chưa được giao việc đó')
  })
})

describe('reviews of the workforce', () => {
  const review = {
    ...{ unitId: home, from: '2024-01-01', to: '2024-12-31', asOf: AS_OF },
    ...{ reportNo: '31/BC-SNV', reviewedBy: 'Trần Văn Bình', conclusion: 'Bảo đảm tính kế thừa.' },
  }

  test('what was reviewed stays frozen, and the unit has its document', async ({ ctx }) => {
    await reviewWorkforce(ctx, review)
    await sql`update cadre set sex = 'male' where id = ${PEOPLE.hoa}`.execute(ctx.db)
    const { rows, now } = await reviews(ctx, { asOf: AS_OF, unitId: home })
    expect(rows[0]?.content).toMatchObject({ people: 5, female: 2, ageUnknown: 1 })
    expect(now?.content.female).toBe(1)
    const documents = await sql`select 1 from unit_document
      where unit_id = ${home} and kind = 'workforce_review'`.execute(ctx.db)
    expect(documents.rows).toHaveLength(1)
    await expect(reviewWorkforce(ctx, review)).rejects.toThrow('31/BC-SNV')
  })

  test('the database itself refuses to change a review', async ({ ctx }) => {
    await reviewWorkforce(ctx, review)
    await expect(
      sql`update workforce_review set conclusion = 'khác'`.execute(ctx.db),
    ).rejects.toThrow('never changes')
  })

  test('a unit reviews itself and no other', async ({ as }) => {
    const officer = await as(scoped)
    await reviewWorkforce(officer, review)
    await expect(reviewWorkforce(officer, { ...review, unitId: UNITS.health.id })).rejects.toThrow(
      'không có cơ quan đó',
    )
  })
})
