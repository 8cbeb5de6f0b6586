import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { nameKey } from '#server/kernel/text.ts'
import { readSheets } from '#server/office/workbook.ts'
import { test } from '#server/testing.ts'
import { cadreList, rosterColumns } from './roster.ts'
import { SORTS } from './roster-joins.ts'
import { cadreExport } from './roster-sheet.ts'

const asOf = '2024-10-31'

async function found(ctx: Context, q: string): Promise<number[]> {
  const { rows } = await cadreList(ctx, { asOf, q })
  return rows.map(({ id }) => id)
}

describe('search', () => {
  test('needs no diacritics, no capitals and no order of words', async ({ ctx }) => {
    expect(await found(ctx, 'le thi hoa')).toEqual([PEOPLE.hoa])
    expect(await found(ctx, 'LÊ THỊ HOA')).toEqual([PEOPLE.hoa])
    expect(await found(ctx, 'Hoa Lê')).toEqual([PEOPLE.hoa])
    expect(await found(ctx, 'đặng dũng'.normalize('NFD'))).toEqual([PEOPLE.dung])
    expect(await found(ctx, ' dang  dung ')).toEqual([PEOPLE.dung])
  })

  test('finds a record number', async ({ ctx }) => {
    expect(await found(ctx, 'tn-000004')).toEqual([PEOPLE.lan])
  })

  test('an empty search is no search', async ({ ctx }) => {
    expect(await found(ctx, '  ')).toHaveLength(11)
  })

  for (const q of ["' or 1=1 --", '%', '_', '\\', "'; drop table cadre; --", '%%%', '$1']) {
    test(`takes ${q} as letters`, async ({ ctx }) => {
      expect(await found(ctx, q)).toEqual([])
      expect(await found(ctx, '')).toHaveLength(11)
    })
  }
})

describe('order', () => {
  test('is that of Vietnamese names: given name, family name, middle names', async ({ ctx }) => {
    const names = ['Lê Ân', 'Lê Ấn', 'Lê An', 'Lê Ánh', 'Đỗ An', 'Lê Ăn', 'Lê Văn An', 'Lê Thị An']
    for (const [i, name] of names.entries()) {
      await sql`update cadre set full_name = ${name}, name_key = ${nameKey(name)}
        where id = ${i + 1}`.execute(ctx.db)
    }
    const { rows } = await cadreList(ctx, { asOf, limit: 8 })
    expect(rows.map(({ fullName }) => fullName)).toEqual([
      'Đỗ An',
      'Lê An',
      'Lê Thị An',
      'Lê Văn An',
      'Lê Ánh',
      'Lê Ăn',
      'Lê Ân',
      'Lê Ấn',
    ])
  })

  test('pages join to the whole, whatever the sort', async ({ ctx }) => {
    for (const sort of Object.keys(SORTS) as (keyof typeof SORTS)[]) {
      for (const question of [{}, { descending: 'true' as const }, { ageFrom: 18 }]) {
        const whole = await cadreList(ctx, { asOf, sort, ...question })
        const pages = [0, 4, 8].map((offset) =>
          cadreList(ctx, { asOf, sort, ...question, offset, limit: 4 }),
        )
        const ids = (await Promise.all(pages)).flatMap(({ rows }) => rows.map(({ id }) => id))
        expect(ids, sort).toEqual(whole.rows.map(({ id }) => id))
        expect(whole.total).toBe(11)
      }
    }
  })

  test('a page beyond the end is empty and keeps the total', async ({ ctx }) => {
    expect(await cadreList(ctx, { asOf, sex: 'female', offset: 50 })).toEqual({
      asOf,
      total: 5,
      rows: [],
    })
  })

  test('puts the unknown last', async ({ ctx }) => {
    const { rows } = await cadreList(ctx, { asOf, sort: 'degree', descending: true })
    expect(rows.at(-1)?.id).toBe(PEOPLE.dung)
    expect(rows[0]?.degree).toBe('Thạc sĩ')
  })
})

describe('the exported list', () => {
  test('holds the people of the list in its order, as text that runs nothing', async ({ ctx }) => {
    await sql`update cadre set full_name = '=1+1' where id = ${PEOPLE.yen}`.execute(ctx.db)
    const file = await cadreExport(ctx, { asOf, sex: 'female' })
    expect(file.fileName).toBe('Danh sách cán bộ Tỉnh Thử Nghiệm 2024-10-31.xlsx')
    const [sheet] = await readSheets(file.bytes)
    const header = sheet?.rows.findIndex((row) => row[1] === 'Số hiệu hồ sơ') ?? -1
    const { rows } = await cadreList(ctx, { asOf, sex: 'female' })
    const names = sheet?.rows.slice(header + 1, header + 1 + rows.length).map((row) => row[2])
    expect(names).toEqual(rows.map(({ fullName }) => fullName))
    expect(names).toContain('=1+1')
  })

  test('is refused to a role without it', async ({ as }) => {
    const cadre = await as({ role: 'cadre', cadreId: PEOPLE.dung })
    await expect(cadreExport(cadre, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

test('the filters are offered with the words of the lists', async ({ ctx }) => {
  const { filters, sorts } = await rosterColumns(ctx, {})
  expect(filters.rank?.[0]).toEqual({ code: 'head', label: 'Cấp trưởng' })
  expect(filters.gap).toContainEqual({ code: 'sex', label: 'Giới tính' })
  expect(sorts).toContain('name')
})
