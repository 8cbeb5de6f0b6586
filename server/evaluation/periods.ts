import { z } from 'zod'
import { addDays, addMonths } from '#server/kernel/dates.ts'

export interface Period {
  /** 2026-10, 2026-Q3 or 2026. */
  code: string
  kind: 'month' | 'quarter' | 'year'
  from: string
  to: string
  label: string
}

/** A month, a quarter or a year as offices write it in an address. */
export const periodShape = z
  .string()
  .regex(
    /^20\d\d(-(0[1-9]|1[0-2])|-Q[1-4])?$/,
    'Kỳ đánh giá có dạng 2026-10 (tháng), 2026-Q3 (quý) hoặc 2026 (năm).',
  )
  .transform(periodOf)

export function periodOf(code: string): Period {
  const [year = '', part] = code.split('-')
  if (!part) return span(code, 'year', `${year}-01-01`, 12, `năm ${year}`)
  if (part.startsWith('Q')) {
    const quarter = Number(part.slice(1))
    const first = String(quarter * 3 - 2).padStart(2, '0')
    const roman = ['I', 'II', 'III', 'IV'][quarter - 1]
    return span(code, 'quarter', `${year}-${first}-01`, 3, `quý ${roman}/${year}`)
  }
  return span(code, 'month', `${code}-01`, 1, `tháng ${Number(part)}/${year}`)
}

function span(
  code: string,
  kind: Period['kind'],
  from: string,
  months: number,
  label: string,
): Period {
  return { code, kind, from, to: addDays(addMonths(from, months), -1), label }
}

/** The period of the same kind before. */
export function before({ kind, from }: Period): Period {
  const months = { month: 1, quarter: 3, year: 12 }[kind]
  const start = addMonths(from, -months)
  const year = start.slice(0, 4)
  if (kind === 'year') return periodOf(year)
  const month = Number(start.slice(5, 7))
  return periodOf(kind === 'month' ? start.slice(0, 7) : `${year}-Q${Math.ceil(month / 3)}`)
}
