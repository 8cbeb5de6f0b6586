import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Answered } from '#web/ui/Waiting.tsx'
import { Bar } from './CapBars.tsx'
import { ClaimCard } from './ClaimCard.tsx'
import { points, share } from './figures.ts'
import { Exceptions, Standing } from './ReviewRow.tsx'
import { Give, RowDetails } from './RowDetails.tsx'
import { reviewWords } from './review-words.ts'
import type { OnSheet, Sheet } from './shapes.ts'
import type { Review } from './use-review.ts'
import { type RowChoice, useRowChoice } from './use-row-choice.ts'

/** The same on a phone: the groups that are over, the exceptions as cards, the others as a list. */
export function ReviewCards({ sheet, review }: { sheet: Sheet; review: Review }) {
  const say = useWords(reviewWords)
  const people = sheet.groups.flatMap((group) => group.people)
  const choice = useRowChoice(people)
  const waits = ({ rating, exceptions }: OnSheet) => rating === null && exceptions.length > 0
  const exceptional = people.filter(waits)
  const others = people.filter((one) => !waits(one))
  return (
    <div className="review-cards">
      {sheet.groups.map(({ cap, ...group }) =>
        cap && cap.over > 0 ? (
          <section className="card" key={group.name} aria-label={group.name}>
            <Bar title={group.name} cap={cap} people={group.people} />
          </section>
        ) : null,
      )}
      {exceptional.length > 0 ? (
        <h2>
          {say.remaining}{' '}
          <span className="second">{`${exceptional.length} / ${people.length}`}</span>
        </h2>
      ) : null}
      {exceptional.map((person) => (
        <ExceptionCard key={person.evaluationId} person={person} review={review} choice={choice} />
      ))}
      <h2>
        {say.others} <span className="second">{others.length}</span>
      </h2>
      <section className="card" aria-label={say.others}>
        {others.map((person) => (
          <Line key={person.evaluationId} person={person} review={review} choice={choice} />
        ))}
      </section>
    </div>
  )
}

interface Props {
  person: OnSheet
  review: Review
  choice: RowChoice
}

function ExceptionCard({ person, review, choice }: Props) {
  const say = useWords(reviewWords)
  const isOpen = choice.open === person.evaluationId
  return (
    <section className="card person-card" aria-label={person.name}>
      <Name person={person} />
      <Exceptions person={person} />
      <Parts person={person} />
      <OpenClaims person={person} review={review} />
      {review.mayRate(person) ? <Give row={person} review={review} /> : null}
      <button type="button" className="plain more" onClick={() => choice.toggle(person)}>
        {isOpen ? say.close : say.look}
      </button>
      {isOpen ? <RowDetails person={person} review={review} /> : null}
    </section>
  )
}

function Name({ person }: { person: OnSheet }) {
  return (
    <div className="person-head">
      <div>
        <h3>{person.name}</h3>
        <p className="small second">{person.title}</p>
      </div>
      <div className="right">
        <b className="figure">{points(person.total)}</b>
        <Standing person={person} />
      </div>
    </div>
  )
}

function Parts({ person: { parts } }: { person: OnSheet }) {
  const say = useWords(reviewWords)
  const shown = ['a', 'b', 'c'].filter((part) => parts[part] !== undefined)
  if (shown.length === 0) return null
  return (
    <dl className="three">
      {shown.map((part) => (
        <div key={part}>
          <dt>{say.parts[part]}</dt>
          <dd className={(parts[part] ?? 100) < 90 ? 'low' : undefined}>{share(parts[part])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Only whoever waits on a claim needs their products fetched before the card is opened. */
function OpenClaims({ person, review }: Omit<Props, 'choice'>) {
  const waits = person.exceptions.some(({ kind }) => kind === 'claim')
  const { evaluationId } = person
  const answer = useAnswer('GET /evaluations/:evaluationId', { evaluationId }, { enabled: waits })
  if (!waits) return null
  return (
    <Answered answer={answer} rows={2}>
      {({ products }) => (
        <div>
          {products.flatMap((product) =>
            product.claims
              .filter(({ confirmed }) => confirmed === null)
              .map((claim) => (
                <ClaimCard
                  key={claim.id}
                  product={product}
                  claim={claim}
                  mayDecide={review.mayScore(person)}
                />
              )),
          )}
        </div>
      )}
    </Answered>
  )
}

function Line({ person, review, choice }: Props) {
  const isOpen = choice.open === person.evaluationId
  return (
    <div className="person-line">
      <button
        type="button"
        className="plain"
        aria-expanded={isOpen}
        onClick={() => choice.toggle(person)}
      >
        <span>
          {person.name}
          <small className="second">{person.title}</small>
        </span>
        <span className="right">
          <b>{points(person.total)}</b> <Standing person={person} />
        </span>
      </button>
      {isOpen ? <RowDetails person={person} review={review} /> : null}
    </div>
  )
}
