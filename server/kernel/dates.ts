import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A legal date as text, `YYYY-MM-DD`. Never a JavaScript Date: a time zone must not move a birthday. */
export const isoDate = z.iso.date({
  error: 'Ngày phải có dạng năm-tháng-ngày và có thật, ví dụ 2024-10-31.',
})

export function todayInVietnam(): string {
  return Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString()
}

export function addYears(date: string, years: number): string {
  return Temporal.PlainDate.from(date).add({ years }).toString()
}

export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

export function endOfMonth(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.with({ day: day.daysInMonth }).toString()
}

export const yearOf = (date: string): number => Number(date.slice(0, 4))

/** 2024-10-31 → 31/10/2024 */
export const inVietnamese = (date: string): string => date.split('-').reverse().join('/')
