import { sql } from 'kysely'
import { describe, expect, test as plain } from 'vitest'
import type { Context } from '#server/kernel/context.ts'
import { addMonths } from '#server/kernel/dates.ts'
import { test } from '#server/testing.ts'
import type { BornPrecision } from './birth.ts'
import { retirementLaw, retirementMonths, retirementOf } from './retirement.ts'

/** The law in force on the day of the tests: Nghị định 135/2020/NĐ-CP. */
async function lawOf(ctx: Context) {
  const law = retirementLaw(await ctx.house.parametersOn(ctx, ctx.today))
  const born = (
    sex: string | null,
    bornOn: string | null,
    precision: BornPrecision,
    basis?: string,
  ) => retirementOf({ sex, bornOn, precision, basis }, law)
  return { law, born }
}

describe('retirement', () => {
  test('ends the work of a man born in October 1964 in April 2026', async ({ ctx }) => {
    const { born } = await lawOf(ctx)
    expect(born('male', '1964-10-31', 'day')).toEqual({
      clause: '135/2020/NĐ-CP · Điều 4 và Phụ lục I',
      age: { years: 61, months: 6 },
      lastWorkingDay: '2026-04-30',
      pensionFrom: '2026-05-01',
    })
  })

  test('gives a woman born in May 1969 the age of 57', async ({ ctx }) => {
    const { born } = await lawOf(ctx)
    expect(born('female', '1969-05-01', 'day')).toMatchObject({
      age: { years: 57, months: 0 },
      lastWorkingDay: '2026-05-31',
    })
  })

  test('counts from 1 January when only the year is known', async ({ ctx }) => {
    const { born } = await lawOf(ctx)
    expect(born('male', '1963-01-01', 'year')?.lastWorkingDay).toBe('2023-10-31')
    expect(born('male', '1963-08-15', 'year')?.lastWorkingDay).toBe('2023-10-31')
  })

  test('counts from the 1st when only the month is known', async ({ ctx }) => {
    const { born } = await lawOf(ctx)
    expect(born('female', '1970-09-01', 'month')?.lastWorkingDay).toBe('2028-05-31')
  })

  test('stays unknown without a sex, a birth date or a row of the schedule', async ({ ctx }) => {
    const { born } = await lawOf(ctx)
    expect(born(null, '1964-10-31', 'day')).toBeNull()
    expect(born('male', null, 'day')).toBeNull()
    const nothing = { ages: [], bases: [] }
    expect(
      retirementOf({ sex: 'male', bornOn: '1970-01-01', precision: 'day' }, nothing),
    ).toBeNull()
    expect(born('male', '1970-01-01', 'day', 'never_heard_of')).toBeNull()
  })

  test('is the same in SQL for every month of birth, both sexes and every basis', async ({
    ctx,
  }) => {
    const { law, born } = await lawOf(ctx)
    const { rows } = await sql<Row>`select * from (${retirementMonths(law)}) months
      where born_month between '1955-01-01' and '1985-12-01'`.execute(ctx.db)
    const said = new Map(rows.map((row) => [`${row.basis} ${row.sex} ${row.born_month}`, row]))
    expect(said.size).toBe(law.bases.length * 2 * 31 * 12)
    for (const { code } of law.bases) {
      for (const sex of ['male', 'female']) {
        for (let month = 0; month < 31 * 12; month++) {
          const bornOn = addMonths('1955-01-01', month)
          const key = `${code} ${sex} ${bornOn}`
          const counted = born(sex, bornOn, 'month', code)
          const { years, months } = counted?.age ?? { years: 0, months: 0 }
          expect(said.get(key)?.last_working_day, key).toBe(counted?.lastWorkingDay)
          expect(said.get(key)?.age_months, key).toBe(years * 12 + months)
        }
      }
    }
  })
})

interface Row {
  basis: string
  sex: string
  born_month: string
  last_working_day: string
  age_months: number
}

/** Every row of Phụ lục I and II: year, age and months of birth of men, of women; null is open. */
const TABLE: [number, string, string, string | null, string, string, string | null][] = [
  [2021, '60.3', '1961-01', '1961-09', '55.4', '1966-01', '1966-08'],
  [2022, '60.6', '1961-10', '1962-06', '55.8', '1966-09', '1967-04'],
  [2023, '60.9', '1962-07', '1963-03', '56.0', '1967-05', '1967-12'],
  [2024, '61.0', '1963-04', '1963-12', '56.4', '1968-01', '1968-08'],
  [2025, '61.3', '1964-01', '1964-09', '56.8', '1968-09', '1969-04'],
  [2026, '61.6', '1964-10', '1965-06', '57.0', '1969-05', '1969-12'],
  [2027, '61.9', '1965-07', '1966-03', '57.4', '1970-01', '1970-08'],
  [2028, '62.0', '1966-04', '1966-12', '57.8', '1970-09', '1971-04'],
  [2029, '62.0', '1967-01', '1967-12', '58.0', '1971-05', '1971-12'],
  [2030, '62.0', '1968-01', '1968-12', '58.4', '1972-01', '1972-08'],
  [2031, '62.0', '1969-01', '1969-12', '58.8', '1972-09', '1973-04'],
  [2032, '62.0', '1970-01', '1970-12', '59.0', '1973-05', '1973-12'],
  [2033, '62.0', '1971-01', '1971-12', '59.4', '1974-01', '1974-08'],
  [2034, '62.0', '1972-01', '1972-12', '59.8', '1974-09', '1975-04'],
  [2035, '62.0', '1973-01', '2010-12', '60.0', '1975-05', '2010-12'],
]
const ROWS = TABLE.flatMap(([year, men, menFrom, menTo, women, womenFrom, womenTo]) => [
  { year, sex: 'male', age: men, from: menFrom, to: menTo ?? menFrom },
  { year, sex: 'female', age: women, from: womenFrom, to: womenTo ?? womenFrom },
])

describe('every row of the schedule, at its first and last month of birth', () => {
  test.for(ROWS)('$year $sex: $age', async ({ sex, age, from, to, year }, { ctx }) => {
    const { born } = await lawOf(ctx)
    const [years = 0, months = 0] = age.split('.').map(Number)
    for (const month of [from, to]) {
      for (const day of ['01', '28']) {
        const said = born(sex, `${month}-${day}`, 'day')
        expect(said?.age, month).toEqual({ years, months })
        const reached = addMonths(`${month}-01`, years * 12 + months).slice(0, 7)
        expect(said?.lastWorkingDay.slice(0, 7), month).toBe(reached)
        if (year < 2035) expect(said?.pensionFrom, month).toMatch(pensionIn(year))
        const earlier = born(
          sex,
          `${addMonths(`${month}-01`, 60).slice(0, 7)}-${day}`,
          'day',
          'heavy',
        )
        expect(earlier?.age, `${month} + 5 năm`).toEqual({ years: years - 5, months })
        expect(earlier?.lastWorkingDay).toBe(said?.lastWorkingDay)
      }
    }
  })
})

/** Whoever reaches the age in December is paid from January. */
const pensionIn = (year: number) => new RegExp(`^(${year}|${year + 1}-01-01)`)

describe('a basis of one person', () => {
  test('hard work, hard places and both give the lowest age', async ({ ctx }) => {
    const { born } = await lawOf(ctx)
    for (const basis of ['heavy', 'hard_area', 'heavy_and_hard_area']) {
      expect(born('male', '1969-10-10', 'day', basis), basis).toMatchObject({
        age: { years: 56, months: 6 },
        lastWorkingDay: '2026-04-30',
        clause: '135/2020/NĐ-CP · Điều 5 và Phụ lục II',
      })
    }
  })

  test('a listed post keeps a woman to 60 and changes nothing for a man', async ({ ctx }) => {
    const { born } = await lawOf(ctx)
    expect(born('female', '1969-05-20', 'day', 'longer_service')).toMatchObject({
      age: { years: 60, months: 0 },
      lastWorkingDay: '2029-05-31',
    })
    const man = born('male', '1969-05-20', 'day', 'longer_service')
    expect(man).toEqual(born('male', '1969-05-20', 'day'))
    expect(born('female', '1969-05-20', 'day', 'longer_service')?.clause).toContain('83/2022')
  })

  plain('the months of birth of the table leave no gap', () => {
    for (const sex of ['male', 'female']) {
      const rows = ROWS.filter((row) => row.sex === sex)
      rows.slice(1).forEach(({ from }, index) => {
        expect(addMonths(`${rows[index]?.to}-01`, 1).slice(0, 7)).toBe(from)
      })
    }
  })
})
