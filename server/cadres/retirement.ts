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

const basesShape = z.array(
  z.object({
    code: z.string(),
    label: z.string(),
    /** How much earlier than in normal conditions. */
    earlier_months: z.number().int(),
    /** Age in months up to which the person may stay, where that is later. */
    female_months: z.number().int().nullable(),
    male_months: z.number().int().nullable(),
    clause: z.string(),
  }),
)

export interface RetirementLaw {
  ages: z.output<typeof scheduleShape>
  bases: z.output<typeof basesShape>
}

/** Ages by sex and month of birth, and what moves them for one person. */
export function retirementLaw(parameter: (name: string) => ParameterValue): RetirementLaw {
  return {
    ages: scheduleShape.parse(parameter('retirement_ages')),
    bases: basesShape.parse(parameter('retirement_bases')),
  }
}

/** The schedule of normal conditions alone, where a form counts everybody by it. */
export function retirementSchedule(ages: ParameterValue): RetirementLaw {
  const normal = { code: 'normal', label: '', earlier_months: 0, clause: '' }
  const bases = [{ ...normal, female_months: null, male_months: null }]
  return { ages: scheduleShape.parse(ages), bases }
}

export interface Retirement {
  age: { years: number; months: number }
  lastWorkingDay: string
  pensionFrom: string
  clause: string
}

export interface Retiring {
  sex: string | null
  bornOn: string | null
  precision: BornPrecision | null
  /** Code of a basis; null is normal conditions. */
  basis?: string | null
}

/**
 * When working life ends. A birth date known to the year counts from 1 January, to the month from
 * the 1st; work ends with the month in which the age is reached. Who may leave earlier leaves with a
 * person of normal conditions born as much earlier (Phụ lục II). Null when the sex, the birth date
 * or a row of the schedule is missing.
 */
export function retirementOf(person: Retiring, law: RetirementLaw): Retirement | null {
  const basis = law.bases.find(({ code }) => code === (person.basis ?? 'normal'))
  if (person.bornOn === null || !basis) return null
  const bornOn = firstDayKnown(person.bornOn, person.precision)
  const counted = addMonths(bornOn, -basis.earlier_months).slice(0, 7)
  const row = law.ages.find(
    ({ sex, born_from, born_to }) =>
      sex === person.sex && born_from <= counted && (born_to === null || counted <= born_to),
  )
  if (!row) return null
  const later = row.sex === 'female' ? basis.female_months : basis.male_months
  const usual = row.years * 12 + row.months - basis.earlier_months
  const months = Math.max(usual, later ?? 0)
  // A basis that moves nothing for this sex and birth is not what the age rests on.
  const moves = months !== usual || basis.earlier_months > 0
  const normal = law.bases.find(({ code }) => code === 'normal')
  const lastWorkingDay = endOfMonth(addMonths(bornOn, months))
  return {
    age: { years: Math.floor(months / 12), months: months % 12 },
    lastWorkingDay,
    pensionFrom: addDays(lastWorkingDay, 1),
    clause: (moves ? basis : (normal ?? basis)).clause,
  }
}

function firstDayKnown(bornOn: string, precision: BornPrecision | null): string {
  if (precision === 'year') return `${bornOn.slice(0, 4)}-01-01`
  return precision === 'month' ? `${bornOn.slice(0, 7)}-01` : bornOn
}

/** What joins a person `c` to the rows of `retirementMonths`. */
export const retiresLike = sql`r.sex = c.sex and r.basis = coalesce(c.retirement_basis, 'normal')
  and r.born_month = date_trunc('month', c.born_on::timestamp)::date`

/**
 * The same for many people: rows `(basis, sex, born_month, rests_on, last_working_day, age_months)`,
 * one for each month of birth. The database computes the schedule once, not per person.
 * Births before 1900 and after 2030 have no row: nobody in service was or will be born then.
 */
export function retirementMonths({ ages, bases }: RetirementLaw): RawBuilder<unknown> {
  return sql`select b.code as basis, s.sex, m.born_month::date as born_month, a.age_months,
      case when b.earlier_months = 0 and a.age_months = s.years * 12 + s.months then 'normal'
        else b.code end as rests_on,
      (date_trunc('month', m.born_month + make_interval(months => a.age_months + 1))
        - interval '1 day')::date as last_working_day
    from json_to_recordset(${JSON.stringify(ages)}::json)
      as s(sex text, born_from text, born_to text, years integer, months integer)
    cross join json_to_recordset(${JSON.stringify(bases)}::json)
      as b(code text, earlier_months integer, female_months integer, male_months integer)
    cross join lateral (select greatest(s.years * 12 + s.months - b.earlier_months,
      case s.sex when 'female' then b.female_months else b.male_months end) as age_months) a
    cross join lateral generate_series(
      greatest((s.born_from || '-01')::date + make_interval(months => b.earlier_months),
        timestamp '1900-01-01'),
      least((s.born_to || '-01')::date + make_interval(months => b.earlier_months),
        timestamp '2030-12-01'),
      interval '1 month') as m(born_month)`
}
