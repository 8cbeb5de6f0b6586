import dayjs from 'dayjs'

/** The months of a period, each as weeks from Monday; null pads the first and the last week. */
export function monthsOf(
  from: string,
  to: string,
): { month: string; weeks: (string | null)[][] }[] {
  const months = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = next(month))
    months.push({ month, weeks: weeksOf(month) })
  return months
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

function weeksOf(month: string): (string | null)[][] {
  const first = dayjs(`${month}-01`)
  const before = (first.day() + 6) % 7
  const cells: (string | null)[] = Array.from({ length: before }, () => null)
  for (let day = 1; day <= first.daysInMonth(); day += 1)
    cells.push(`${month}-${String(day).padStart(2, '0')}`)
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
