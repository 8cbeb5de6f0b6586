/** Points and shares as an office writes them. */

const onePlace = new Intl.NumberFormat('vi-VN', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})
const asNeeded = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** 88.25 → "88,3": to look at; the rating itself is decided on exact numbers. */
export const points = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : onePlace.format(value)

/** 2 → "2", 0.5 → "0,5". */
export const amount = (value: number) => asNeeded.format(value)

/** 84 → "84 %". */
export const share = (value: number | null | undefined) =>
  value === null || value === undefined
    ? '–'
    : `${asNeeded.format(Math.round(value * 10) / 10)}\u00a0%`

/** "2026-10-15" → "15/10", where the year stands in the heading. */
export const shortDay = (iso: string | null) =>
  iso === null ? '–' : iso.slice(5).split('-').reverse().join('/')

const PERIOD = /^(20\d\d)(?:-(?:Q([1-4])|(\d\d)))?$/
const ROMAN = ['I', 'II', 'III', 'IV']

/** "2026-10" → "tháng 10/2026"; "2026-Q3" → "quý III/2026". */
export function periodName(code: string, kinds: Record<'month' | 'quarter' | 'year', string>) {
  const [, year = code, quarter, month] = PERIOD.exec(code) ?? []
  if (quarter) return `${kinds.quarter} ${ROMAN[Number(quarter) - 1]}/${year}`
  if (month) return `${kinds.month} ${Number(month)}/${year}`
  return `${kinds.year} ${year}`
}

/** How late a product came, in days; nothing when it came in time or has not come. */
export function daysLate(dueOn: string | null, finishedOn: string | null): number {
  if (!dueOn || !finishedOn || finishedOn <= dueOn) return 0
  return (Date.UTC(...dayOf(finishedOn)) - Date.UTC(...dayOf(dueOn))) / 86_400_000
}

const dayOf = (iso: string): [number, number, number] => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  return [year, month - 1, day]
}
