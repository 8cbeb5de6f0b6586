import type { TaskDue } from '#server/directives/task-shape.ts'
import { endOfMonth } from '#server/kernel/dates.ts'

/** What a cell of the column "Thời hạn" says; `event` is what a triggered task waits for. */
export interface ReadDue {
  due: TaskDue | null
  event?: string
  /** What the reader should know about how it was read. */
  remark?: string
}

const two = (text: string | undefined) => String(text).padStart(2, '0')
const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' }

/** Reads the ways offices write a due date; null where nothing can be made of it. */
export function readDue(cell: string): ReadDue {
  const text = inFigures(cell.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim())
  if (text === '')
    return { due: 'lasting', remark: 'Ô trống: đọc là việc thường xuyên, không có hạn.' }
  const once = awaited(text) ?? dated(text) ?? lasting(text)
  const again = /h[ằà]ng|mỗi|định kỳ|(?:^|\D)0?6 tháng/.test(text) ? repeated(text) : undefined
  const saysAgain = /h[ằà]ng|mỗi|định kỳ/.test(text)
  return (saysAgain ? (again ?? once) : (once ?? again)) ?? { due: null }
}

/** “ngày 15 tháng 6 năm 2026”, as official papers spell a day, becomes 15/6/2026. */
const inFigures = (text: string): string =>
  text
    .replace(/(?:ngày )?(?<!\d)(\d{1,2})(?: tháng |\/)(\d{1,2}),? năm (\d{4})/g, '$1/$2/$3')
    .replace(/ngày (\d{1,2}) tháng (\d{1,2})(?!\d)/g, '$1/$2')

/** Every year, or every half of one: “6 tháng” alone is a rhythm only where no one day is meant. */
function repeated(text: string): ReadDue | undefined {
  const days = [...text.matchAll(/(\d{1,2})\/(\d{1,2})(?!\/?\d)/g)].map(
    ([, day, month]) => `${two(month)}-${two(day)}`,
  )
  if (days.length > 0) return { due: { yearly: days, ...beforeIn(text) } }
  const remark = 'Không ghi ngày: đọc là ngày cuối kỳ.'
  if (/quý/.test(text)) return { due: { yearly: ['03-31', '06-30', '09-30', '12-31'] }, remark }
  if (/6 tháng/.test(text)) return { due: { yearly: ['06-30', '12-31'] }, remark }
  return /năm/.test(text) ? { due: { yearly: ['12-31'] }, remark } : undefined
}

function awaited(text: string): ReadDue | undefined {
  const found = /(?:sau khi|khi có|ngay khi)\s+(.+)/.exec(text)
  if (!found?.[1]) return undefined
  const term = /(\d+) (ngày làm việc|ngày|tháng)/.exec(text)
  const count = Number(term?.[1])
  const event = found[1].replace(/[.,;)]+$/, '')
  if (term?.[2] === 'ngày') return { due: { after: '', days: count }, event }
  if (term?.[2] === 'ngày làm việc') return { due: { after: '', working_days: count }, event }
  const remark = 'Hạn tính theo tháng: khi ghi sự kiện, hãy đặt ngày đến hạn.'
  return { due: { after: '' }, event, ...(term && { remark }) }
}

function dated(text: string): ReadDue | undefined {
  const quarter = /quý (iv|iii|ii|i|[1-4])(?:\s*\/\s*|\s+năm\s+|\s+)(\d{4})/.exec(text)
  if (quarter)
    return { due: { quarter: `${quarter[2]}-Q${ROMAN[quarter[1] ?? ''] ?? quarter[1]}` as const } }
  const day = /(\d{1,2})[/-](\d{1,2})[/-](\d{4})/.exec(text)
  if (day) return { due: realDay(`${day[3]}-${two(day[2])}-${two(day[1])}`, beforeIn(text)) }
  const iso = /\d{4}-\d\d-\d\d/.exec(text)
  if (iso) return { due: realDay(iso[0], beforeIn(text)) }
  const half = /6 tháng (đầu|cuối) năm (\d{4})/.exec(text)
  if (half) return { due: { by: `${half[2]}-${half[1] === 'đầu' ? '06-30' : '12-31'}` } }
  const month = /tháng (\d{1,2})(?:\s*\/\s*|\s+năm\s+)(\d{4})/.exec(text)
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return { due: { by: endOfMonth(`${month[2]}-${two(month[1])}-01`) } }
  const since = /từ năm (\d{4})/.exec(text)
  if (since) return { due: { from: `${since[1]}-01-01` } }
  const year = /năm (\d{4})/.exec(text)
  return year ? { due: { year: Number(year[1]) } } : undefined
}

/** “trước 15/11”: whether the day itself is in time is for the province to say. */
const beforeIn = (text: string): { before?: true } =>
  /(?:^|\s)trước (?:ngày )?\d/.test(text) ? { before: true } : {}

const realDay = (day: string, before: { before?: true }): TaskDue | null => {
  const month = day.slice(0, 8)
  const valid = Number(day.slice(5, 7)) >= 1 && Number(day.slice(5, 7)) <= 12
  return valid && day >= `${month}01` && day <= endOfMonth(`${month}01`)
    ? { by: day, ...before }
    : null
}

const lasting = (text: string): ReadDue | undefined =>
  /thường xuyên|liên tục|lâu dài/.test(text) ? { due: 'lasting' } : undefined
