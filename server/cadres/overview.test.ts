import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { overview } from './overview.ts'
import { cadreList } from './roster.ts'

const asOf = '2024-10-31'

describe('the province at a glance', () => {
  test('counts the people serving that day, the certain and the open', async ({ ctx }) => {
    const seen = await overview(ctx, { asOf })
    expect(seen).toMatchObject({ people: 11, women: 5, young: 4, youngUnknown: 1, youngUnder: 40 })
    expect(seen.managed).toMatchObject({ people: 6, women: 2, young: 1, youngUnknown: 1 })
    expect(seen.managed.byLevel).toMatchObject([
      { level: 'province', people: 5, women: 2, young: 1 },
      { level: 'district', people: 1, women: 0, young: 0 },
    ])
    const before = await overview(ctx, { asOf: '2022-01-31' })
    expect(before.people).toBe(8)
  })

  test('opens every number in the list', async ({ ctx }) => {
    const seen = await overview(ctx, { asOf })
    const total = async (question: Parameters<typeof cadreList>[1]) =>
      (await cadreList(ctx, { asOf, ...question })).total
    expect(await total({})).toBe(seen.people)
    expect(await total({ sex: 'female' })).toBe(seen.women)
    expect(await total({ ageTo: 39 })).toBe(seen.young)
    expect(await total({ managedBy: 'standing_committee' })).toBe(seen.managed.people)
    expect(await total({ retiresWithin: 12 })).toBe(seen.retiring.people)
    for (const { from, band, male, female } of seen.pyramid) {
      const ages = { ageFrom: from, ...(band.startsWith('Từ') ? {} : { ageTo: topOf(from) }) }
      expect(await total({ ...ages, sex: 'male' }), band).toBe(male)
      expect(await total({ ...ages, sex: 'female' }), band).toBe(female)
    }
    for (const { fact, known, total: all } of seen.completeness) {
      const gap = fact as 'sex'
      expect(await total({ gap }), fact).toBe(all - known)
    }
  })

  const topOf = (from: number) => (from === 0 ? 24 : from + 4)

  test('draws the pyramid in five-year bands and puts the unknown beside it', async ({ ctx }) => {
    await sql`update cadre set sex = null where id = ${PEOPLE.minh}`.execute(ctx.db)
    const { pyramid, pyramidUnknown } = await overview(ctx, { asOf })
    expect(pyramid.map(({ band }) => band)).toEqual([
      'Từ 60',
      '55–59',
      '50–54',
      '45–49',
      '40–44',
      '35–39',
      '30–34',
      '25–29',
      'Dưới 25',
    ])
    const drawn = pyramid.reduce((sum, { male, female }) => sum + male + female, 0)
    expect({ drawn, pyramidUnknown }).toEqual({ drawn: 9, pyramidUnknown: 2 })
    expect(pyramid[1]).toMatchObject({ male: 1, female: 0 })
  })

  test('says how much the records know', async ({ ctx }) => {
    await sql`insert into certificate (cadre_id, kind, level) values
      (1, 'state_management', 'senior'), (2, 'state_management', 'none'), (1, 'it', 'basic'),
      (2, 'it', 'basic'), (2, 'language', 'b1')`.execute(ctx.db)
    const { completeness } = await overview(ctx, { asOf })
    expect(Object.fromEntries(completeness.map(({ fact, known }) => [fact, known]))).toEqual({
      birth_day: 9,
      sex: 11,
      degree: 10,
      state_management: 2,
      language_it: 1,
    })
  })

  test('says which targets lean on a fact the records lack', async ({ ctx }) => {
    const adopted = { pack_id: 'lang-son-12-kh-ubnd-2024', during: '[2021-01-01,)' }
    await ctx.db.insertInto('pack_adoption').values(adopted).execute()
    const { completeness } = await overview(ctx, { asOf })
    const affects = new Map(completeness.map((row) => [row.fact, row.affects]))
    expect(affects.get('degree')).toContain('LS-T2')
    expect(new Set(affects.get('degree')).size).toBe(affects.get('degree')?.length)
  })

  test('counts who retires within a year and who is past the day', async ({ ctx }) => {
    await sql`update cadre set born_on = '1963-09-10' where id in (1, 6)`.execute(ctx.db)
    await sql`update cadre set born_on = '1963-12-31' where id = 8`.execute(ctx.db)
    const { retiring } = await overview(ctx, { asOf: '2024-10-01' })
    expect(retiring).toEqual({ months: 12, people: 1, past: 2, unknown: 0 })
    await sql`update cadre set retirement_basis = 'heavy' where id = ${PEOPLE.binh}`.execute(ctx.db)
    await sql`update cadre set born_on = '1968-12-31' where id = ${PEOPLE.binh}`.execute(ctx.db)
    expect((await overview(ctx, { asOf: '2024-10-01' })).retiring).toMatchObject({ people: 2 })
    expect((await cadreList(ctx, { asOf: '2024-10-01', retiresWithin: 12 })).total).toBe(2)
  })

  test('shows a unit officer the own part only', async ({ as }) => {
    const officer = await as({ scope: UNITS.district.scope })
    const seen = await overview(officer, { asOf })
    expect(seen).toMatchObject({ people: 4, frame: { rows: [{ seats: 1, filled: 1 }] } })
  })
})
