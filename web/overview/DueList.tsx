import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/lib/language.ts'
import type { Overview } from '#web/lib/shapes-of-directives.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { overviewWords } from './words.ts'

const SOON = 20
const AT_FIRST = 5

export function DueList({ due }: { due: Overview['due'] }) {
  const say = useWords(overviewWords)
  const [whole, setWhole] = useState(false)
  const shown = whole ? due : due.slice(0, AT_FIRST)
  return (
    <>
      <div className="card-head over">
        <h2>{say.due}</h2>
      </div>
      {due.length === 0 ? <EmptyState says={say.nothingDue} /> : null}
      <ul className="due">
        {shown.map((item) => (
          <li key={`${item.on} ${item.title}`}>
            <span className="due-day">
              <b>{item.on.slice(8, 10)}</b>
              {say.month} {item.on.slice(5, 7)}
            </span>
            <div>
              <p>{item.title}</p>
              <p className="small second">{item.detail}</p>
            </div>
            <StateTag tone={item.days <= SOON ? 'remind' : 'due'}>
              {daysWords(item.days, say)}
            </StateTag>
          </li>
        ))}
      </ul>
      {due.length > shown.length ? (
        <p className="small shown">
          <Button type="link" size="small" onClick={() => setWhole(true)}>
            {say.allDue} {due.length} {say.dueItems}
          </Button>
        </p>
      ) : null}
    </>
  )
}

function daysWords(days: number, say: typeof overviewWords.vi): string {
  if (days === 0) return say.dueToday
  return days < 0 ? `${say.overdue} ${-days} ${say.days}` : `${say.left} ${days} ${say.days}`
}
