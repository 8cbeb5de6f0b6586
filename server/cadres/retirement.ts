import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { ParameterValue } from '#rules/vocabulary.ts'
import { addDays, addMonths, endOfMonth } from '#server/kernel/dates.ts'
import type { BornPrecision } from './birth.ts'

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const scheduleShape = z.array(
  z.object({
    sex: z.enum(['male', 'female']),
    born_from: month,
    born_to: month.nullable(),
    years: z.number().int(),
    months: z.number().int(),
  }),
)

export type RetirementSchedule = z.output<typeof scheduleShape>

/** The parameter `retirement_ages`: ages by sex and month of birth. */
export function retirementSchedule(value: ParameterValue): RetirementSchedule {
  return scheduleShape.parse(value)
}

export interface Retirement {
  age: { years: number; months: number }
  lastWorkingDay: string
  pensionFrom: string
}

/**
 * When normal working life ends. A birth date known to the year counts from 1 January, to the month
 * from the 1st; work ends with the month in which the age is reached. Null when the sex, the birth
 * date or a row of the schedule is missing.
 */
export function retirementOf(
  person: { sex: string | null; bornOn: string | null; precision: BornPrecision | null },
  schedule: RetirementSchedule,
): Retirement | null {
  if (person.bornOn === null) return null
  const bornOn = firstDayKnown(person.bornOn, person.precision)
  const born = bornOn.slice(0, 7)
  const row = schedule.find(
    ({ sex, born_from, born_to }) =>
      sex === person.sex && born_from <= born && (born_to === null || born <= born_to),
  )
  if (!row) return null
  const { years, months } = row
  const lastWorkingDay = endOfMonth(addMonths(bornOn, years * 12 + months))
  return { age: { years, months }, lastWorkingDay, pensionFrom: addDays(lastWorkingDay, 1) }
}

function firstDayKnown(bornOn: string, precision: BornPrecision | null): string {
  if (precision === 'year') return `${bornOn.slice(0, 4)}-01-01`
  return precision === 'month' ? `${bornOn.slice(0, 7)}-01` : bornOn
}

/**
 * The same for many people: rows `(sex, born_month, last_working_day)`, one for each month of birth,
 * to join on `date_trunc('month', born_on::timestamp)::date`. The database computes the schedule once, not per person.
 * Births before 1900 and after 2030 have no row: nobody in service was or will be born then.
 */
export function retirementMonths(schedule: RetirementSchedule): RawBuilder<unknown> {
  return sql`select s.sex, m.born_month::date as born_month,
      (date_trunc('month', m.born_month + make_interval(years => s.years, months => s.months + 1))
        - interval '1 day')::date as last_working_day
    from json_to_recordset(${JSON.stringify(schedule)}::json)
      as s(sex text, born_from text, born_to text, years integer, months integer)
    cross join lateral generate_series(
      greatest((s.born_from || '-01')::date, date '1900-01-01')::timestamp,
      least((s.born_to || '-01')::date, date '2030-12-01')::timestamp,
      interval '1 month') as m(born_month)`
}
