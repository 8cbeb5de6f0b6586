import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Actor, Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { cadreFile } from './file.ts'
import { cadreList } from './roster.ts'

const asOf = '2024-10-31'

type Question = Parameters<typeof cadreList>[1]

async function idsOf(ctx: Context, question: Question): Promise<number[]> {
  const { rows, total } = await cadreList(ctx, { asOf, ...question })
  expect(total).toBe(rows.length)
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

describe('the list and the file', () => {
  const readers: Record<string, Partial<Actor>> = {
    'a province officer': {},
    'a unit officer': { role: 'unit_officer', scope: UNITS.district.scope },
    // The role of a cadre has no list; the operations are asked with the eyes of one all the same.
    'a cadre': { scope: { from: -1, to: -1 }, cadreId: PEOPLE.dung },
  }
  for (const [who, actor] of Object.entries(readers)) {
    test(`agree on whom ${who} may see`, async ({ as }) => {
      const ctx = await as(actor)
      const opened: number[] = []
      const serving: number[] = []
      for (const id of Object.values(PEOPLE)) {
        const file = await cadreFile(ctx, { id, asOf }).catch((refusal) => {
          expect(refusal).toMatchObject({ kind: 'not_found' })
          return undefined
        })
        if (file) opened.push(id)
        if (file?.serving) serving.push(id)
      }
      expect(opened).toHaveLength({ 'a unit officer': 4, 'a cadre': 1 }[who] ?? 12)
      expect(await idsOf(ctx, { serving: 'all' })).toEqual(opened)
      expect(await idsOf(ctx, {})).toEqual(serving)
    })
  }

  test('a cadre may not ask for the list at all', async ({ as }) => {
    const cadre = await as({ role: 'cadre', scope: { from: -1, to: -1 }, cadreId: PEOPLE.dung })
    await expect(cadreList(cadre, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('the list of a day', () => {
  test('leaves out who has retired, and finds them when asked', async ({ ctx }) => {
    expect(await idsOf(ctx, {})).not.toContain(PEOPLE.duc)
    expect(await idsOf(ctx, { serving: 'no' })).toEqual([PEOPLE.duc])
    expect(await idsOf(ctx, { asOf: '2022-01-31' })).toContain(PEOPLE.duc)
  })

  test('shows a post before and after a move', async ({ ctx }) => {
    await sql`update tenure set during = '[2023-01-01,2024-09-01)' where cadre_id = ${PEOPLE.mai}`.execute(
      ctx.db,
    )
    await sql`insert into tenure (cadre_id, unit_id, title, rank, during, entry)
      values (${PEOPLE.mai}, ${UNITS.health.id}, 'Trưởng phòng', 'division_head', '[2024-09-01,)',
        'transfer')`.execute(ctx.db)
    const mai = async (day: string) => {
      const { rows } = await cadreList(ctx, { asOf: day, q: 'cao thị mai' })
      return rows[0]
    }
    expect(await mai('2024-08-31')).toMatchObject({
      unitName: 'Phòng Nội vụ',
      unitWithin: 'Huyện An Bình',
      since: '2023-01-01',
    })
    expect(await mai('2024-09-01')).toMatchObject({
      unitName: 'Sở Y tế',
      unitWithin: null,
      since: '2024-09-01',
    })
    expect(await idsOf(ctx, { asOf: '2024-08-31', unitId: 5 })).toContain(PEOPLE.mai)
    expect(await idsOf(ctx, { unitId: 5 })).not.toContain(PEOPLE.mai)
  })

  test('tells no age that the birth date leaves open', async ({ ctx }) => {
    const { rows } = await cadreList(ctx, { asOf })
    const of = (id: number) => rows.find((row) => row.id === id)
    expect(of(PEOPLE.nam)).toMatchObject({ born: '1984', age: null })
    expect(of(PEOPLE.son)).toMatchObject({ born: '01/1980', age: 44 })
    expect(of(PEOPLE.hoa)).toMatchObject({ born: '20/02/1986', age: 38, degree: 'Thạc sĩ' })
    expect(of(PEOPLE.dung)).toMatchObject({ degree: null, field: null })
    expect(await idsOf(ctx, { ageTo: 39 })).not.toContain(PEOPLE.nam)
    expect(await idsOf(ctx, { ageFrom: 40 })).not.toContain(PEOPLE.nam)
    expect(await idsOf(ctx, { ageFrom: 39, ageTo: 40 })).toEqual([PEOPLE.nam])
    expect(await idsOf(ctx, { gap: 'birth_day' })).toEqual([PEOPLE.nam, PEOPLE.son])
  })

  test('counts a birthday from the day itself', async ({ ctx }) => {
    expect(await idsOf(ctx, { asOf: '2025-02-19', ageFrom: 39, sex: 'female' })).not.toContain(
      PEOPLE.hoa,
    )
    expect(await idsOf(ctx, { asOf: '2025-02-20', ageFrom: 39, sex: 'female' })).toContain(
      PEOPLE.hoa,
    )
  })
})

describe('filters', () => {
  const expected: [Question, (keyof typeof PEOPLE)[]][] = [
    [{ sex: 'female', managedBy: 'standing_committee' }, ['hoa', 'thu']],
    [{ rank: 'division_head' }, ['lan', 'mai']],
    [{ unitId: UNITS.district.id }, ['quang', 'mai', 'son', 'yen']],
    [{ unitId: String(UNITS.commune.id) }, ['son', 'yen']],
    [{ employment: 'official' }, ['son', 'yen']],
    [{ degree: 'master' }, ['binh', 'hoa', 'minh']],
    [{ gap: 'degree' }, ['dung']],
    [{ ethnicity: '02' }, ['hoa', 'son']],
    [{ retiresWithin: 8 * 12, managedBy: 'standing_committee' }, ['binh']],
    [{ unitId: 999 }, []],
  ]
  for (const [question, names] of expected) {
    test(JSON.stringify(question), async ({ ctx }) => {
      const ids = names.map((name) => PEOPLE[name]).sort((a, b) => a - b)
      expect(await idsOf(ctx, question)).toEqual(ids)
    })
  }

  test('a higher degree than the one asked for is another degree', async ({ ctx }) => {
    await sql`insert into qualification (cadre_id, level, awarded_on)
      values (${PEOPLE.binh}, 'university', '1991-06-30')`.execute(ctx.db)
    expect(await idsOf(ctx, { degree: 'university' })).not.toContain(PEOPLE.binh)
    expect(await idsOf(ctx, { degree: 'university', asOf: '2011-01-01', serving: 'all' })).toEqual([
      PEOPLE.binh,
    ])
  })

  test('refuses an unknown filter and an unknown code', async ({ ctx }) => {
    await expect(cadreList(ctx, { sex: 'nam' as 'male' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await expect(cadreList(ctx, { gender: 'male' } as Question)).rejects.toMatchObject({
      kind: 'invalid',
    })
    await expect(cadreList(ctx, { limit: 501 })).rejects.toMatchObject({ kind: 'invalid' })
  })
})
