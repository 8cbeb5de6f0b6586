import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import { shippedPacks } from '#server/directives/packs.ts'
import { test } from '#server/testing.ts'
import { vocabulary } from '#server/vocabulary.ts'
import { whoMay } from './who-may.ts'

describe('who may', () => {
  test('before the decree nobody, and the answer says since when', async ({ ctx }) => {
    const answer = await whoMay(ctx, {
      matter: 'discipline',
      unitId: UNITS.home.id,
      on: '2025-06-30',
    })
    expect(answer.rows).toEqual([])
    expect(answer.says).toContain('sớm nhất có từ 01/07/2025 (170/2025/NĐ-CP')
  })

  test('from the decree on: the person seated, through which delegation, by which text', async ({
    ctx,
  }) => {
    const { rows, says } = await whoMay(ctx, {
      matter: 'evaluation',
      unitId: UNITS.homeStaff.id,
      on: '2025-07-01',
      action: 'propose',
    })
    expect(rows).toEqual([
      {
        action: 'propose',
        actionLabel: 'Đề xuất',
        holder: 'Trần Văn Bình (Giám đốc, Sở Nội vụ)',
        cadreId: 1,
        position: 'Giám đốc, Sở Nội vụ',
        through:
          'Đề xuất: Đánh giá, xếp loại chất lượng, đối với Diện Ban Thường vụ Tỉnh ủy quản lý, giao Người đứng đầu cơ quan, đơn vị, địa phương',
        legalBasis: '170/2025/NĐ-CP · Điều 64 khoản 5',
        from: '2025-07-01',
        to: null,
      },
    ])
    expect(says).toContain('Trần Văn Bình')
  })

  test('of the heads of a commune its chairman acts', async ({ ctx }) => {
    const { rows } = await whoMay(ctx, {
      matter: 'award',
      unitId: UNITS.commune.id,
      on: '2025-07-01',
    })
    expect(rows.map(({ action, holder }) => `${action} ${holder}`)).toContain(
      'decide Nông Sơn (Chủ tịch UBND xã, Xã An Hòa)',
    )
  })

  test('about one post only what covers its rank and who manages it', async ({ ctx }) => {
    const ask = (postId: number, unitId: number) =>
      whoMay(ctx, { matter: 'appointment', unitId, on: '2025-07-01', action: 'decide', postId })
    const director = await ask(1, UNITS.home.id)
    expect(director.rows.map(({ holder }) => holder)).toEqual(['Ban Thường vụ Tỉnh ủy'])
    const division = await ask(3, UNITS.homeStaff.id)
    expect(division.rows.map(({ holder }) => holder)).toEqual(['Chủ tịch UBND tỉnh'])
  })

  test('a text counts from the day the province adopted it', async ({ ctx }) => {
    await sql`insert into pack_adoption (pack_id, during, basis)
      values ('vinh-phuc-32-qd-ubnd-2022', '[2023-03-01,)', 'thử')`.execute(ctx.db)
    const on = (date: string) =>
      whoMay(ctx, { matter: 'retirement', unitId: UNITS.health.id, on: date, action: 'decide' })
    expect((await on('2023-02-28')).rows).toEqual([])
    expect((await on('2023-03-01')).rows.map(({ holder }) => holder)).toEqual([
      'Chủ tịch UBND tỉnh',
      'Phạm Minh (Giám đốc, Sở Y tế)',
    ])
  })

  test('an unknown matter is refused with the nearest words', async ({ ctx }) => {
    const ask = (matter: string) => whoMay(ctx, { matter, unitId: 2, on: '2025-07-01' })
    await expect(ask('apointment')).rejects.toThrow('“appointment”')
    await expect(ask('bổ nhiệm')).rejects.toThrow('Gần nhất')
    await expect(ask('Biệt phái')).resolves.toMatchObject({ matter: { code: 'secondment' } })
  })

  test('a unit that did not exist that day is said so', async ({ ctx }) => {
    await expect(whoMay(ctx, { matter: 'award', unitId: 2, on: '1999-12-31' })).rejects.toThrow(
      'không có đơn vị này',
    )
  })
})

test('VP-F1: 14 fields with 28 items, counted from the data', () => {
  const pack = shippedPacks(vocabulary).find(({ id }) => id === 'vinh-phuc-32-qd-ubnd-2022')
  expect(new Set(pack?.matters.map(({ field }) => field)).size).toBe(14)
  expect(pack?.matters).toHaveLength(28)
})
