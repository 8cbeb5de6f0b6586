import { CheckCircleFilled, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { StateTag } from '#web/ui/StateTag.tsx'
import { amount, points, share } from './figures.ts'
import { RatingTag } from './Rating.tsx'
import { reviewWords } from './review-words.ts'
import type { OnSheet } from './shapes.ts'
import type { Review } from './use-review.ts'
import type { RowChoice } from './use-row-choice.ts'

interface Props {
  person: OnSheet
  parts: string[]
  choice: RowChoice
  review: Review
}

/** Below this a part is coloured: it costs at least one of the twenty-five percent steps of a product. */
const LOW = 90

/** One person: what the evidence gives, what is out of the ordinary, and whether it is accepted. */
export function ReviewRow({ person, parts, choice, review }: Props) {
  const { evaluationId, name, title, assigned, done, exceptions } = person
  const isOpen = choice.open === evaluationId
  const waits = person.rating === null && exceptions.length > 0
  const classes = [
    'opens',
    waits ? 'exceptional' : '',
    isOpen ? 'is-open' : '',
    choice.chosen?.evaluationId === evaluationId ? 'selected' : '',
  ]
  return (
    <tr
      id={`row-${evaluationId}`}
      className={classes.join(' ').trim()}
      onClick={({ target }) =>
        target instanceof Element && target.closest('a, button') ? null : choice.choose(person)
      }
    >
      <td>
        <span className={waits ? 'strong' : undefined}>{name}</span>
        <div className="small second">{title}</div>
      </td>
      <td className="right">
        <button type="button" className="plain" onClick={() => choice.toggle(person)}>
          {amount(done)} / {amount(assigned)}
        </button>
      </td>
      {parts.map((part) => (
        <td key={part} className={`right ${(person.parts[part] ?? 100) < LOW ? 'low' : ''}`}>
          {share(person.parts[part])}
        </td>
      ))}
      <td className="right">{points(person.task)}</td>
      <td className="right">{points(person.common)}</td>
      <td className="right strong">{points(person.total)}</td>
      <td>
        <Standing person={person} />
      </td>
      <td>
        <Exceptions person={person} />
      </td>
      <td>
        <RowState person={person} isOpen={isOpen} choice={choice} review={review} />
      </td>
    </tr>
  )
}

/** The rating given, or the proposal; both where they differ. */
export function Standing({ person: { rating, proposed } }: { person: OnSheet }) {
  const say = useWords(reviewWords)
  return (
    <>
      <RatingTag rating={rating ?? proposed} />
      {rating && proposed && rating !== proposed ? (
        <div className="small second">
          {say.evidence} <RatingTag rating={proposed} bare />
        </div>
      ) : null}
    </>
  )
}

export function Exceptions({ person: { exceptions } }: { person: OnSheet }) {
  const say = useWords(reviewWords)
  if (exceptions.length === 0) return <span className="second">{say.noException}</span>
  return (
    <span className="exceptions">
      {exceptions.map(({ kind, says }) => (
        <StateTag key={kind + says} tone="remind">
          {says}
        </StateTag>
      ))}
    </span>
  )
}

interface StateProps {
  person: OnSheet
  isOpen: boolean
  choice: RowChoice
  review: Review
}

function RowState({ person, isOpen, choice, review }: StateProps) {
  const say = useWords(reviewWords)
  const { rating, mine, reviewerName, exceptions, proposed } = person
  if (isOpen)
    return (
      <Button size="small" icon={<UpOutlined aria-hidden />} onClick={() => choice.toggle(person)}>
        {say.opened}
      </Button>
    )
  if (rating !== null)
    return (
      <button type="button" className="plain accepted" onClick={() => choice.toggle(person)}>
        <CheckCircleFilled aria-hidden /> {say.done}
      </button>
    )
  if (!mine && review.may)
    return (
      <span className="small second">
        {say.reviewedBy} {reviewerName ?? '–'} {say.reviews}
      </span>
    )
  const plain = exceptions.length === 0 && proposed !== null && review.may
  return (
    <Button
      size="small"
      disabled={review.busy}
      onClick={() => (plain ? review.rate(person) : choice.toggle(person))}
    >
      {plain ? say.take : say.look}
    </Button>
  )
}
