import type { Random } from './random.ts'

/**
 * Arithmetic on legal dates as text, by whole-number civil calendar rules: hundreds of thousands of
 * invented careers need it faster than calendar objects allow.
 */
export function dayNumber(date: string): number {
  const { year: y, month: m, day: d } = parts(date)
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const ofEra = year - era * 400
  const ofYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear
}

export function dateOf(number: number): string {
  const era = Math.floor(number / 146097)
  const dayOfEra = number - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

export const plusDays = (date: string, days: number): string => dateOf(dayNumber(date) + days)

/** A day the shorter month lacks becomes its last day. */
export function plusMonths(date: string, months: number): string {
  const { year, month, day } = parts(date)
  const total = year * 12 + month - 1 + months
  const toYear = Math.floor(total / 12)
  const toMonth = total - toYear * 12 + 1
  return written(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)))
}

export const plusYears = (date: string, years: number): string => plusMonths(date, years * 12)
export const firstOfNextMonth = (date: string): string => plusMonths(`${date.slice(0, 7)}-01`, 1)
export const yearOf = (date: string): number => Number(date.slice(0, 4))
export const laterOf = (a: string, b: string): string => (a > b ? a : b)
export const earlierOf = (a: string, b: string): string => (a < b ? a : b)

/** Completed years of age. */
export function ageOn(born: string, date: string): number {
  return yearOf(date) - yearOf(born) - (date.slice(5) < born.slice(5) ? 1 : 0)
}

/** Years between two dates, with a fraction. */
export const yearsBetween = (from: string, to: string): number =>
  (dayNumber(to) - dayNumber(from)) / 365.25

/** Decisions are signed on working days. */
export function workday(date: string): string {
  const number = dayNumber(date)
  const weekday = (((number + 2) % 7) + 7) % 7
  return weekday < 5 ? date : dateOf(number + 7 - weekday)
}

/** Any day, both ends included. */
export function dayBetween(random: Random, from: string, to: string): string {
  const low = dayNumber(from)
  return dateOf(random.int(low, Math.max(low, dayNumber(to))))
}

export const openFrom = (from: string): string => `[${from},)`
export const range = (from: string, until: string | null): string => `[${from},${until ?? ''})`

function parts(date: string): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const written = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
