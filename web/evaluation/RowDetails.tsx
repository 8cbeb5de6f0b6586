import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Answered } from '#web/ui/Waiting.tsx'
import { Arithmetic } from './Arithmetic.tsx'
import { ClaimCard } from './ClaimCard.tsx'
import { Corrections } from './Corrections.tsx'
import { points } from './figures.ts'
import { Opinions } from './Opinions.tsx'
import { Papers } from './Papers.tsx'
import { ProductTable } from './ProductTable.tsx'
import { personWords } from './person-words.ts'
import { LEVELS, levelName, RatingSelect, RatingTag } from './Rating.tsx'
import { ScoreForm } from './ScoreForm.tsx'
import type { OnSheet, Person } from './shapes.ts'
import { Trail } from './Trail.tsx'
import type { Review } from './use-review.ts'

interface Props {
  person: OnSheet
  review: Review
}

/** What stands behind a row: products, claims to decide, points step by step, and the rating to give. */
export function RowDetails({ person, review }: Props) {
  const answer = useAnswer('GET /evaluations/:evaluationId', { evaluationId: person.evaluationId })
  return (
    <Answered answer={answer} rows={4}>
      {(details) => <Details row={person} details={details} review={review} />}
    </Answered>
  )
}

function Details({ row, details, review }: { row: OnSheet; details: Person; review: Review }) {
  const say = useWords(personWords)
  const mayCheck = useMay('evaluation.check_product') && review.may && !details.own
  const claims = details.products.flatMap((product) =>
    product.claims.map((claim) => ({ product, claim })),
  )
  return (
    <div className="details">
      <section className="card" aria-label={`${say.productsOf} ${row.name}`}>
        <div className="card-head">
          <h3>
            {say.productsOf} {row.name}
          </h3>
          <div className="aside">
            <Papers cycleId={details.cycle.id} forms={['self']} evaluationId={row.evaluationId} />
            <Link to="/ho-so/$id" params={{ id: String(row.cadreId) }}>
              {say.openRecord}
            </Link>
          </div>
        </div>
        <ProductTable name={row.name} products={details.products} mayCheck={mayCheck} />
        <div className="card-body">
          <h3>{say.how}</h3>
          <Arithmetic person={details} />
        </div>
      </section>
      <div className="details-side">
        {claims.map(({ product, claim }) => (
          <ClaimCard key={claim.id} product={product} claim={claim} mayDecide={mayCheck} />
        ))}
        <SelfSaid details={details} />
        {review.mayScore(row) ? <ScoreForm row={row} details={details} /> : null}
        {review.mayRate(row) ? <Give row={row} review={review} /> : null}
        <Opinions evaluationId={row.evaluationId} />
        <Trail trail={details.trail} />
        <Corrections row={row} details={details} open={review.may} />
      </div>
    </div>
  )
}

function SelfSaid({ details }: { details: Person }) {
  const say = useWords(personWords)
  return (
    <p className="small">
      <b>{say.selfSaid}:</b>{' '}
      {details.selfAt ? (
        <>
          <RatingTag rating={details.selfRating} /> · {say.selfPoints} {points(details.selfCommon)}
          {details.selfNote ? ` · “${details.selfNote}”` : ''}
        </>
      ) : (
        say.notSent
      )}
    </p>
  )
}

export function Give({ row, review }: { row: OnSheet; review: Review }) {
  const say = useWords(personWords)
  return (
    <div className="give">
      {row.proposed ? (
        <Button className="accept" loading={review.busy} onClick={() => review.rate(row)}>
          {say.acceptProposal} {levelName(row.proposed).toLowerCase()}
        </Button>
      ) : null}
      <RatingSelect
        label={`${say.orGive}: ${row.name}`}
        placeholder={say.orGive}
        value={LEVELS.find((level) => level === row.rating)}
        onChange={(level) => review.rate(row, level)}
      />
    </div>
  )
}
