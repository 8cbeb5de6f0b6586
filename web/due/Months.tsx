import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { DueRow } from './due-address.ts'
import { monthsOf } from './month-days.ts'
import { dueWords } from './words.ts'

interface Props {
  rows: DueRow[]
  from: string
  to: string
  onPick(day: string): void
}

/** A longer period is read in the list. */
const MOST = 6
const WEEKDAYS = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']

/** The months of the period, small: how much is due on which day. */
export function Months({ rows, from, to, onPick }: Props) {
  const say = useWords(dueWords)
  const months = monthsOf(from, to)
  if (months.length > MOST || from === to) return null
  const onDay = new Map<string, number>()
  for (const { date, people } of rows) onDay.set(date, (onDay.get(date) ?? 0) + people)
  return (
    <section className="months no-print" aria-label={say.calendar}>
      {months.map(({ month, weeks }) => (
        <table key={month}>
          <caption>
            {say.month} {Number(month.slice(5))}/{month.slice(0, 4)}
          </caption>
          <thead>
            <tr>
              {WEEKDAYS.map((weekday) => (
                <th key={weekday} scope="col">
                  {weekday}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.join()}>
                {week.map((date, weekday) => {
                  const due = date ? (onDay.get(date) ?? 0) : 0
                  return (
                    <td key={WEEKDAYS[weekday]}>
                      {date && due > 0 ? (
                        <button
                          type="button"
                          className={due > 9 ? 'many' : ''}
                          aria-label={`${spoken(date)}: ${count(due)} ${say.people}`}
                          title={`${count(due)} ${say.people}`}
                          onClick={() => onPick(date)}
                        >
                          {Number(date.slice(8))}
                        </button>
                      ) : (
                        <span>{date ? Number(date.slice(8)) : ''}</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}

/** Begins with the number that is seen, as whoever speaks to the screen says it. */
const spoken = (date: string) => day(date).replace(/^0/, '')
