import { Temporal } from 'temporal-polyfill'
import { addDays } from '#server/kernel/dates.ts'

const SATURDAY = 6

/** Monday to Friday, without the days off of the parameter `public_holidays`. */
export const worksOn = (day: string, holidays: ReadonlySet<string>): boolean =>
  Temporal.PlainDate.from(day).dayOfWeek < SATURDAY && !holidays.has(day)

/** Working days after the first day, up to and with the last. */
export function workingDays(from: string, to: string, holidays: ReadonlySet<string>): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (worksOn(day, holidays)) count += 1
  return count
}

export function addWorkingDays(from: string, days: number, holidays: ReadonlySet<string>): string {
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (worksOn(day, holidays)) left -= 1
  }
  return day
}

/** The day itself when it is worked, else the next one that is. */
export function nextWorked(day: string, holidays: ReadonlySet<string>): string {
  let worked = day
  while (!worksOn(worked, holidays)) worked = addDays(worked, 1)
  return worked
}
