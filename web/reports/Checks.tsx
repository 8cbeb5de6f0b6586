import type { Output } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { reportWords } from './words.ts'

/** What must add up: nothing but one line when it does, both sides of each rule when it does not. */
export function Checks({ checks }: { checks: Output<'GET /forms/:form'>['checks'] }) {
  const say = useWords(reportWords)
  const broken = checks.filter(({ ok }) => !ok)
  if (broken.length === 0)
    return <p className="form-about">{checks.length > 0 ? say.allHold : ''}</p>
  return (
    <div className="card-body">
      <Notice tone="remind">
        <strong>{`${say.broken}: ${count(broken.length)}`}</strong>
        <ul className="form-checks">
          {broken.slice(0, 12).map(({ rule, cite, of, where, left, right, unknown }) => (
            <li key={`${rule} ${where}`}>
              {`${say[of]} ${rule}${where ? ` (${say.at} ${where})` : ''}: ${count(left)} ${say.against} ${count(right)}`}
              {unknown > 0 ? ` · ${count(unknown)} ${say.openPeople}` : ''}
              <span className="quiet">{` · ${cite}`}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
