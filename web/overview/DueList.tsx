import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { overviewWords } from './words.ts'

const SOON = 20

/** What falls due in the time reminders look ahead: a line a kind, with its first day. */
export function DueList() {
  const say = useWords(overviewWords)
  const { asOf } = useAsOf()
  const may = useMay('due.counts')
  const due = useAnswer('GET /due/counts', { asOf }, { enabled: may })
  if (!may) return null
  return (
    <>
      <div className="card-head over">
        <h2>{say.due}</h2>
      </div>
      <Answered answer={due} rows={5}>
        {({ rows }) => (
          <>
            {rows.length === 0 ? <EmptyState says={say.nothingDue} /> : null}
            <ul className="due">
              {rows.map(({ kind, kindLabel, people, overdue, first, days }) => (
                <li key={kind}>
                  <span className="due-day">
                    <b>{first.slice(8, 10)}</b>
                    {say.month} {first.slice(5, 7)}
                  </span>
                  <div>
                    <p>
                      <Link to="/den-han" search={(before) => ({ ngay: before.ngay, loai: kind })}>
                        {kindLabel}
                      </Link>
                    </p>
                    <p className="small second">
                      {count(people)} {say.people}
                      {overdue > 0 ? ` · ${count(overdue)} ${say.pastDue}` : ''}
                    </p>
                  </div>
                  <StateTag tone={days <= SOON ? 'remind' : 'due'}>{daysWords(days, say)}</StateTag>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </>
  )
}

function daysWords(days: number, say: typeof overviewWords.vi): string {
  if (days === 0) return say.dueToday
  return days < 0 ? `${say.overdue} ${-days} ${say.days}` : `${say.left} ${days} ${say.days}`
}
