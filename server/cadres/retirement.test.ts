import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Context } from '#server/kernel/context.ts'
import { addMonths } from '#server/kernel/dates.ts'
import { test } from '#server/testing.ts'
import type { BornPrecision } from './birth.ts'
import { retirementMonths, retirementOf, retirementSchedule } from './retirement.ts'

/** The schedule in force on the day of the tests: Nghị định 135/2020/NĐ-CP, Phụ lục I. */
async function lawOf(ctx: Context) {
  const parameter = await ctx.house.parametersOn(ctx, ctx.today)
  const schedule = retirementSchedule(parameter('retirement_ages'))
  const born = (sex: string | null, bornOn: string | null, precision: BornPrecision) =>
    retirementOf({ sex, bornOn, precision }, schedule)
  return { schedule, born }
}

describe('retirement', () => {
  test('ends the work of a man born in October 1964 in April 2026', async ({ ctx }) => {
    const { born } = await lawOf(ctx)
    expect(born('male', '1964-10-31', 'day')).toEqual({
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
    expect(retirementOf({ sex: 'male', bornOn: '1970-01-01', precision: 'day' }, [])).toBeNull()
  })

  test('is the same in SQL for every month of birth and both sexes', async ({ ctx }) => {
    const { schedule, born } = await lawOf(ctx)
    const { rows } = await sql<{ sex: string; born_month: string; last_working_day: string }>`
      select * from (${retirementMonths(schedule)}) months
      where born_month between '1955-01-01' and '1985-12-01'`.execute(ctx.db)
    const said = new Map(rows.map((row) => [`${row.sex} ${row.born_month}`, row.last_working_day]))
    expect(said.size).toBe(2 * 31 * 12)
    for (const sex of ['male', 'female']) {
      for (let month = 0; month < 31 * 12; month++) {
        const bornOn = addMonths('1955-01-01', month)
        expect(said.get(`${sex} ${bornOn}`), `${sex} ${bornOn}`).toBe(
          born(sex, bornOn, 'month')?.lastWorkingDay,
        )
      }
    }
  })
})
