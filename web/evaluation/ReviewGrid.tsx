import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import { useWords } from '#web/lib/language.ts'
import { LEVELS } from './Rating.tsx'
import { ReviewRow } from './ReviewRow.tsx'
import { RowDetails } from './RowDetails.tsx'
import { reviewWords } from './review-words.ts'
import type { OnSheet, Sheet } from './shapes.ts'
import type { Review } from './use-review.ts'
import { useRowChoice } from './use-row-choice.ts'

interface Props {
  sheet: Sheet
  review: Review
}

/** Everybody of the unit under the group of their duties; a row opens to its products. */
export function ReviewGrid({ sheet, review }: Props) {
  const say = useWords(reviewWords)
  const box = useRef<HTMLElement>(null)
  const people = sheet.groups.flatMap((group) => group.people)
  const choice = useRowChoice(people)
  const parts = partsOf(people)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
  }, [])
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (isTyping(event.target)) return
    const act = keyAct(event, choice, review)
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <section
      ref={box}
      className="card table-box review"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard.
      tabIndex={0}
      aria-label={say.grid}
      onFocus={choice.enter}
      onKeyDown={onKey}
    >
      <span className="unseen" aria-live="polite">
        {choice.chosen ? `${say.selected}: ${choice.chosen.name}` : ''}
      </span>
      <table>
        <caption className="unseen">{say.grid}</caption>
        <Head parts={parts} />
        <tbody>
          {sheet.groups.map((group) => (
            <Fragment key={group.name}>
              <tr className="group">
                <th colSpan={parts.length + 8} scope="colgroup">
                  {group.name} · {group.people.length} {say.people}
                </th>
              </tr>
              {group.people.map((person) => (
                <Fragment key={person.evaluationId}>
                  <ReviewRow person={person} parts={parts} choice={choice} review={review} />
                  {choice.open === person.evaluationId ? (
                    <tr className="opened">
                      <td colSpan={parts.length + 8}>
                        <RowDetails person={person} review={review} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Head({ parts }: { parts: string[] }) {
  const say = useWords(reviewWords)
  return (
    <thead>
      <tr>
        <th scope="col">{say.name}</th>
        <th scope="col" className="right">
          {say.products}
        </th>
        {parts.map((part) => (
          <th key={part} scope="col" className="right">
            {say.parts[part] ?? part}
          </th>
        ))}
        <th scope="col" className="right">
          {say.task}
        </th>
        <th scope="col" className="right">
          {say.common}
        </th>
        <th scope="col" className="right">
          {say.total}
        </th>
        <th scope="col">{say.proposed}</th>
        <th scope="col">{say.exceptions}</th>
        <th scope="col">{say.state}</th>
      </tr>
    </thead>
  )
}

/** The parts everybody has: those of leaders only are read in the opened row. */
const partsOf = (people: OnSheet[]): string[] => {
  const known = people.flatMap(({ parts }) => Object.keys(parts))
  return ['a', 'b', 'c'].filter((part) => known.includes(part))
}

/** A key pressed in a field, or Enter on a button, is meant for that alone. */
const isTyping = (target: EventTarget) =>
  target instanceof Element && target.closest('input, textarea, select, .ant-select, a') !== null

function keyAct(
  { key, ctrlKey, metaKey, target }: KeyboardEvent,
  choice: ReturnType<typeof useRowChoice>,
  review: Review,
): (() => void) | null {
  const { chosen } = choice
  if (ctrlKey || metaKey) return key.toLowerCase() === 'z' && review.may ? review.undo : null
  if (key === 'ArrowDown') return () => choice.move(1)
  if (key === 'ArrowUp') return () => choice.move(-1)
  if (!chosen) return null
  if (key === 'Enter' && !(target instanceof HTMLButtonElement)) return () => choice.toggle(chosen)
  if (key.toLowerCase() === 'a') return () => review.rate(chosen)
  const level = /^[1-4]$/.test(key) ? LEVELS[Number(key) - 1] : undefined
  return level ? () => review.rate(chosen, level) : null
}
