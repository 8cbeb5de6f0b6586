import { useWords } from '#web/lib/language.ts'
import type { Overview } from '#web/lib/shapes-of-directives.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { overviewWords } from './words.ts'

const SOON = 20

export function DueList({ due }: { due: Overview['due'] }) {
  const say = useWords(overviewWords)
  return (
    <>
      <div className="card-head over">
        <h2>{say.due}</h2>
      </div>
      {due.length === 0 ? <EmptyState says={say.nothingDue} /> : null}
      <ul className="due">
        {due.map((item) => (
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
              {item.days < 0
                ? `${say.overdue} ${-item.days} ${say.days}`
                : `${say.left} ${item.days} ${say.days}`}
            </StateTag>
          </li>
        ))}
      </ul>
    </>
  )
}
