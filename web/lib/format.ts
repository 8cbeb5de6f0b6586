const numbers = new Intl.NumberFormat('vi-VN')
const oneDecimal = new Intl.NumberFormat('vi-VN', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})
const atMostOne = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })
const NOT_KNOWN = '–'

/** 1286 → "1.286". */
export const count = (value: number | null | undefined) =>
  value === null || value === undefined ? NOT_KNOWN : numbers.format(value)

/** 0.1331 → "13,3 %"; the space never breaks. */
export const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? NOT_KNOWN : `${oneDecimal.format(share * 100)}\u00a0%`

/** 0.15 → "15 %", for thresholds as the text writes them. */
export const plainPercent = (share: number) => `${atMostOne.format(share * 100)}\u00a0%`

/** "2024-10-31" → "31/10/2024"; months and years keep the precision they have. */
export function day(date: string | null | undefined): string {
  if (!date) return NOT_KNOWN
  return date.slice(0, 10).split('-').reverse().join('/')
}

/** An instant as the clock of the office shows it. */
export function moment(instant: string): string {
  const shown = new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (type: string) => shown.find((piece) => piece.type === type)?.value ?? ''
  return `${part('day')}/${part('month')}/${part('year')} ${part('hour')}:${part('minute')}`
}

/** "Quảng Bình" → "Tỉnh Quảng Bình"; a city says so itself. */
export const provinceName = (name: string) =>
  /^(Tỉnh|Thành phố|TP)\s/i.test(name) ? name : `Tỉnh ${name}`

/** "Phan Thị Bích Thủy" → "BT": the two last words, as people are called. */
export const initials = (name: string) =>
  name
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('')
