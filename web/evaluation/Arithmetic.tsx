import { useWords } from '#web/lib/language.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { points } from './figures.ts'
import { personWords } from './person-words.ts'
import type { Person } from './shapes.ts'

/** Every step from the products to the rating, each with its clause; or what is still missing. */
export function Arithmetic({
  person: { steps, open },
}: {
  person: Pick<Person, 'steps' | 'open'>
}) {
  const say = useWords(personWords)
  return (
    <>
      {open.length > 0 ? (
        <Notice tone="remind">
          {say.missing} {open.join('; ')}.
        </Notice>
      ) : null}
      {steps.length > 0 ? (
        <ol className="steps-of-points">
          {steps.map(({ text, value, clause }) => (
            <li key={text}>
              <span>{text}</span>
              {typeof value === 'number' ? <b>{points(value)}</b> : null}
              <ClauseChip cite={clause}>{clause}</ClauseChip>
            </li>
          ))}
        </ol>
      ) : open.length === 0 ? (
        <p className="second">{say.noSteps}</p>
      ) : null}
    </>
  )
}
