import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { pledge, pledgeBoard, pledges, reviewPledge } from './pledges.ts'
import { fileRegulation, regulationFile, regulations } from './regulations.ts'

const DUNG = { role: 'cadre', scope: { from: -1, to: -1 }, cadreId: PEOPLE.dung }
const HOME = { role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id }
const SAYS = 'Hoàn thành mười hồ sơ đúng hạn mỗi tháng và học xong lớp quản lý nhà nước trong năm.'

describe('a pledge', () => {
  test('is one a year, rewritten until reviewed, reviewed by the unit', async ({ as }) => {
    const dung = await as(DUNG)
    await pledge(dung, { year: 2024, says: SAYS })
    await pledge(dung, { year: 2024, says: `${SAYS} Bổ sung.` })
    const officer = await as(HOME)
    const { rows } = await pledges(officer, { unitId: UNITS.home.id })
    const own = rows.find(({ cadreId }) => cadreId === PEOPLE.dung)
    expect(own?.says).toContain('Bổ sung')
    const review = { id: own?.id ?? 0, level: 'kept', review: 'Làm đúng điều đã cam kết.' } as const
    await expect(reviewPledge(officer, { ...review, version: 1 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await reviewPledge(officer, { ...review, version: own?.version ?? 0 })
    await expect(pledge(await as(DUNG), { year: 2024, says: SAYS })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('is for this year, of a person, and not reviewed by that person', async ({ as }) => {
    await expect(pledge(await as(DUNG), { year: 2023, says: SAYS })).rejects.toThrow(/năm 2024/)
    await pledge(await as(DUNG), { year: 2024, says: SAYS })
    const self = await as({ ...HOME, cadreId: PEOPLE.dung })
    const { rows } = await pledges(self, { unitId: UNITS.home.id })
    const own = rows.find(({ cadreId }) => cadreId === PEOPLE.dung)
    await expect(
      reviewPledge(self, {
        id: own?.id ?? 0,
        version: 1,
        level: 'kept',
        review: 'Làm rất tốt mọi việc.',
      }),
    ).rejects.toMatchObject({ kind: 'against_rule' })
    const health = await as({ ...HOME, scope: UNITS.health.scope, unitId: UNITS.health.id })
    expect(JSON.stringify(await pledgeBoard(health, {}))).not.toContain('Sở Nội vụ')
  })
})

describe('the register of regulations', () => {
  const filed = {
    unitId: UNITS.home.id,
    kind: 'authority_regulation',
    number: '12/QĐ-SNV',
    title: 'Quy chế phân công, phân cấp',
    signedBy: 'Giám đốc',
    issuedOn: '2024-05-06',
  }
  const adopt = ({ db }: Context) =>
    db
      .insertInto('pack_adoption')
      .values({ pack_id: 'ben-tre-4447-kh-ubnd-2018', during: '[2018-11-30,)' })
      .execute()

  test('says who has none, keeps the file, and lets a later one take its place', async ({
    ctx,
  }) => {
    await adopt(ctx)
    const before = await regulations(ctx, {})
    expect(before.asked).toMatchObject([{ id: 'authority_regulation', must: 3, have: 0 }])
    const file = { name: 'quy-che.pdf', bytes: new Uint8Array([1, 2, 3]) }
    const { id } = await fileRegulation(ctx, { ...filed, file })
    expect((await regulationFile(ctx, { documentId: id })).bytes).toEqual(file.bytes)
    await fileRegulation(ctx, { ...filed, number: '30/QĐ-SNV', issuedOn: '2024-09-01' })
    const after = await regulations(ctx, {})
    const home = after.rows.find(({ unitId }) => unitId === UNITS.home.id)
    expect(home?.held.map(({ number }) => number)).toEqual(['30/QĐ-SNV'])
    expect(after.asked[0]?.have).toBe(1)
    expect(
      (await regulations(ctx, { asOf: '2024-06-01' })).rows.flatMap(({ held }) => held),
    ).toMatchObject([{ number: '12/QĐ-SNV' }])
  })

  test('refuses a stranger, a kind nobody asks for, the same one twice', async ({ ctx, as }) => {
    await adopt(ctx)
    await expect(
      fileRegulation(await as({ ...HOME, unitId: UNITS.health.id }), filed),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const officer = await as({})
    await expect(fileRegulation(officer, { ...filed, kind: 'anything' })).rejects.toMatchObject({
      kind: 'against_rule',
    })
    await fileRegulation(officer, filed)
    await expect(fileRegulation(officer, filed)).rejects.toMatchObject({ kind: 'conflict' })
  })
})
