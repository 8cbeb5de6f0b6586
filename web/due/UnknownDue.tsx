import { Link } from '@tanstack/react-router'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { StateTag } from '#web/ui/StateTag.tsx'
import type { Due } from './due-address.ts'
import { dueWords } from './words.ts'

/** A missing fact is said, not guessed: what it leaves open, and whose it is. */
export function UnknownDue({ rows }: { rows: Due['unknown'] }) {
  const say = useWords(dueWords)
  return (
    <ul className="due">
      {rows.map(({ kind, kindLabel, says, people, cadreIds: [first] }) => (
        <li key={kind}>
          <StateTag tone="unknown">
            {count(people)} {say.people}
          </StateTag>
          <div>
            <p>{kindLabel}</p>
            <p className="small second">{says}</p>
          </div>
          {first === undefined ? null : (
            <Link to="/ho-so/$id" params={{ id: String(first) }}>
              {say.whoLacks}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
