import { SEXES } from '#server/cadres/code-lists.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import type { CellValue } from '#server/office/workbook.ts'
import { isMark, type Say, shown } from './cells.ts'
import { type KnownDate, readDate, readDates } from './date-text.ts'
import type { About, Facts, Reader, Reading } from './facts.ts'

/** Dates of events are stored as days: a month or a year counts from its first day, and says so. */
export function day(facts: (on: string) => Facts): Reader {
  return (cell, about) => {
    const reading = readDate(cell, { role: 'event', ...about })
    if ('refused' in reading) return reading
    const { date, say } = reading
    return { facts: facts(date.on), label: dateLabel(date), say: firstDay(date) ?? say }
  }
}

const firstDay = ({ on, precision }: KnownDate): Say | undefined =>
  precision === 'day'
    ? undefined
    : {
        reason: `Chỉ ghi ${precision === 'year' ? 'năm' : 'tháng và năm'}; tính từ ngày đầu là ${inVietnamese(on)}.`,
        fix: 'Bổ sung ngày ghi trong quyết định để tính đúng thời gian.',
      }

export const dateLabel = ({ on, precision }: KnownDate): string =>
  ({ day: inVietnamese(on), month: inVietnamese(on).slice(3), year: on.slice(0, 4) })[precision]

/** A birth date keeps its precision; the column it stands in may say the sex. */
export function birth(cell: CellValue, about: About, sex?: 'male' | 'female'): Reading {
  if (sex && isMark(shown(cell))) return { facts: { sex }, label: SEXES[sex].label }
  const reading = readDate(cell, { role: 'birth', ...about })
  if ('refused' in reading) return { ...reading, blocks: true }
  const { date, say } = reading
  const partly = {
    reason: `Chỉ có ${date.precision === 'year' ? 'năm' : 'tháng và năm'} sinh. Nhập được; chỉ tiêu theo tuổi có thể ghi “chưa rõ”.`,
    fix: 'Bổ sung đủ ngày, tháng, năm theo giấy khai sinh.',
  }
  const label = dateLabel(date)
  return {
    facts: { birth: date, ...(sex && { sex }) },
    label: sex ? `${label} (${SEXES[sex].label})` : label,
    say: say ?? (date.precision === 'day' ? undefined : partly),
  }
}

/** One cell may hold both dates: admitted on probation, then in full. */
export function partyDates(cell: CellValue, about: About): Reading {
  if (isMark(shown(cell)) && cell !== 1) return membership(cell)
  const readings = readDates(cell, { role: 'event', ...about })
  const dates: KnownDate[] = []
  for (const reading of readings) {
    if ('refused' in reading) return reading
    dates.push(reading.date)
  }
  const [joined, official, ...more] = dates
  if (!joined || more.length > 0) {
    return {
      refused: {
        reason: `Không rõ ngày nào là ngày vào Đảng trong “${shown(cell)}”.`,
        fix: 'Ghi ngày dự bị rồi ngày chính thức, ví dụ 03/02/1998 - 03/02/1999.',
      },
    }
  }
  if (official && official.on < joined.on) {
    return {
      refused: {
        reason: `Ngày chính thức ${dateLabel(official)} lại trước ngày dự bị ${dateLabel(joined)}.`,
        fix: 'Kiểm tra lại hai ngày theo lý lịch đảng viên.',
      },
    }
  }
  const facts = {
    party_member: true,
    party_joined: joined.on,
    ...(official && { party_official: official.on }),
  } as const
  const label = [joined, official].flatMap((date) => (date ? [dateLabel(date)] : [])).join(' – ')
  const say = readings.flatMap((reading) => ('say' in reading && reading.say ? [reading.say] : []))
  return { facts, label, say: firstDay(joined) ?? (official && firstDay(official)) ?? say[0] }
}

export const membership = (cell: CellValue): Reading =>
  isMark(shown(cell)) || /^(đảng viên|đv|rồi)$/iu.test(shown(cell))
    ? { facts: { party_member: true }, label: 'Là đảng viên' }
    : { refused: notAMark(shown(cell)) }

export const notAMark = (said: string): Say => ({
  reason: `Cột này đánh dấu “x”, ô lại ghi “${said}”.`,
  fix: 'Ghi “x” hoặc để trống.',
})
