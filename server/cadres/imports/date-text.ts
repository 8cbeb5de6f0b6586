import { Temporal } from 'temporal-polyfill'
import { addDays } from '#server/kernel/dates.ts'
import { tidy } from '#server/kernel/text.ts'
import type { CellValue } from '#server/office/workbook.ts'
import { type Say, shown } from './cells.ts'

export interface KnownDate {
  /** The day, or the first day of what is known. */
  on: string
  precision: 'day' | 'month' | 'year'
}

export interface DateRole {
  /** People are born long before they appear in a list; everything else happens up to today. */
  role: 'birth' | 'event'
  today: string
  since1904: boolean
}

export type DateReading = { date: KnownDate; say?: Say } | { refused: Say }

/** Day, month and year as Vietnamese lists write them. Never month before day. */
export function readDate(cell: CellValue, about: DateRole): DateReading {
  if (typeof cell === 'number') return inRange(fromNumber(cell, about), about, cell)
  if (cell !== null && typeof cell === 'object') {
    const precision = cell.shows === 'day-month' ? 'day' : cell.shows
    const on = `${cell.date.slice(0, precision === 'year' ? 4 : 7)}-01-01`.slice(0, 10)
    return inRange({ date: { on: precision === 'day' ? cell.date : on, precision } }, about, cell)
  }
  return inRange(fromText(tidy(String(cell ?? '')), about), about, cell)
}

const ONE_DATE =
  /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})(?!\d)|\d{1,2}\s*[/.-]\s*\d{4}|\b\d{4}\b/g

/** All dates of a cell: `03/02/1998 - 03/02/1999`, or one below the other. */
export function readDates(cell: CellValue, about: DateRole): DateReading[] {
  const dates = typeof cell === 'string' ? (tidy(cell).match(ONE_DATE) ?? []) : []
  return dates.length > 1 ? dates.map((date) => readDate(date, about)) : [readDate(cell, about)]
}

function fromNumber(number: number, about: DateRole): DateReading {
  const whole = Math.floor(number)
  if (number === whole && whole >= 1900 && whole <= 2100) {
    return { date: { on: `${whole}-01-01`, precision: 'year' } }
  }
  if (whole >= 3000 && whole < 80000) {
    const first = about.since1904 ? '1904-01-01' : '1899-12-30'
    return { date: { on: addDays(first, whole), precision: 'day' } }
  }
  const digits = String(whole)
  if (digits.length === 7 || digits.length === 8) {
    const padded = digits.padStart(8, '0')
    const [day, month, year] = [padded.slice(0, 2), padded.slice(2, 4), padded.slice(4)]
    return fromText(`${day}/${month}/${year}`, about)
  }
  return { refused: notADate(shown(number)) }
}

const UNKNOWN_PART = /^(?:[.…_\-x?\s]+|0{1,2})$/i

function fromText(text: string, about: DateRole): DateReading {
  const words = text
    .toLowerCase()
    .replace(/\b(sinh|vào)\b/gu, ' ')
    .replace(/\s*(ngày|tháng|năm)\s*/gu, (_, word) => (word === 'ngày' ? ' ' : '/'))
    .replace(/^[\s/]+|[\s/.]+$/g, '')
    .replace(/\/{2,}/g, '/')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00)?.*)?$/.exec(words)
  if (iso) return whole(iso[3], iso[2], iso[1], text, about)
  const year = /^(?:[.…_\-x?/\s]*\/)?(\d{4})$/.exec(words)
  if (year) return whole(undefined, undefined, year[1], text, about)
  const parts = words
    .split(/\s*[/\\,]\s*|\s*-\s*|(?<=\d)\s*\.\s*(?=\d)|(?<=\d)\s+(?=\d)/)
    .map((part) => part.trim())
  const known = parts.map((part) => (UNKNOWN_PART.test(part) ? undefined : part))
  if (parts.length > 3 || !known.every((part) => part === undefined || /^\d{1,4}$/.test(part))) {
    return { refused: notADate(text) }
  }
  const [first, second, third] = known
  if (parts.length === 3) return whole(first, second, third, text, about)
  if (parts.length === 2 && second?.length === 4)
    return whole(undefined, first, second, text, about)
  return { refused: notADate(text) }
}

function whole(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  text: string,
  about: DateRole,
): DateReading {
  if (!year || (year.length !== 4 && year.length !== 2)) return { refused: notADate(text) }
  if (day && !month) return { refused: notADate(text) }
  const full = year.length === 4 ? year : String(century(Number(year), about))
  const say =
    year.length === 2
      ? {
          reason: `Năm chỉ ghi hai chữ số, hiểu là ${full}.`,
          fix: `Nếu không phải năm ${full}, hãy ghi đủ bốn chữ số của năm.`,
        }
      : undefined
  const m = Number(month ?? 1)
  if (m < 1 || m > 12) {
    return {
      refused: {
        reason: `Không có tháng ${m}. Ngày phải ghi theo thứ tự ngày/tháng/năm.`,
        fix: 'Sửa ô thành ngày/tháng/năm, ví dụ 25/06/1975.',
      },
    }
  }
  const days = Temporal.PlainYearMonth.from({ year: Number(full), month: m }).daysInMonth
  const d = Number(day ?? 1)
  if (d < 1 || d > days) {
    const named = `${String(m).padStart(2, '0')}/${full}`
    return {
      refused: {
        reason: `Ngày không có thật. Tháng ${named} có ${days} ngày.`,
        fix: `Sửa ô theo giấy tờ gốc, hoặc chỉ ghi tháng và năm: ${named}.`,
      },
    }
  }
  const on = `${full}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return { date: { on, precision: day ? 'day' : month ? 'month' : 'year' }, say }
}

/** Two digits: the youngest an adult can be born, the latest an event can have happened. */
function century(year: number, { role, today }: DateRole): number {
  const latest = Number(today.slice(0, 4)) - (role === 'birth' ? 16 : 0)
  return 2000 + year <= latest ? 2000 + year : 1900 + year
}

function inRange(reading: DateReading, { role, today }: DateRole, cell: CellValue): DateReading {
  if ('refused' in reading) return reading
  const year = Number(reading.date.on.slice(0, 4))
  const now = Number(today.slice(0, 4))
  if (role === 'birth' && (year < now - 100 || year > now - 15)) {
    return {
      refused: {
        reason: `Năm sinh ${year} không hợp với người đang công tác.`,
        fix: 'Kiểm tra lại ô này với giấy khai sinh hoặc thẻ căn cước.',
      },
    }
  }
  if (role === 'event' && (year < 1930 || year > now + 10))
    return { refused: notADate(shown(cell)) }
  return reading
}

const notADate = (text: string): Say => ({
  reason: `Không đọc được ngày trong “${text}”.`,
  fix: 'Ghi theo một trong các dạng 05/06/1975, 06/1975 hoặc 1975.',
})
