import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { points } from './figures.ts'
import { personWords } from './person-words.ts'
import { levelName } from './Rating.tsx'
import type { Claim, Product } from './shapes.ts'

interface Props {
  product: Product
  claim: Claim
  mayDecide: boolean
}

/** A cause somebody claims for a delay or a failed check; confirmed or refused under one's name. */
export function ClaimCard({ product, claim, mayDecide }: Props) {
  const say = useWords(personWords)
  return (
    <section className="claim" aria-label={`${say.claim}: ${product.name}`}>
      <h3>{say.claim}</h3>
      <p className="small second">
        {product.name} · {claim.times} {say.claimOf[claim.of]}
      </p>
      <p>
        “{claim.reason}” {claim.document ? <b>{claim.document}</b> : null}
      </p>
      {claim.confirmed === null ? (
        mayDecide ? (
          <>
            <Effect claimId={claim.id} />
            <Decide claim={claim} />
          </>
        ) : null
      ) : (
        <p>
          <StateTag tone={claim.confirmed ? 'met' : 'not_met'}>
            {claim.confirmed ? say.confirmed : say.refused}
          </StateTag>{' '}
          <span className="small second">
            {[claim.decidedBy, claim.answer].filter(Boolean).join(': ')}
          </span>
        </p>
      )}
    </section>
  )
}

/** What pressing "confirm" would change, so that nobody confirms blindly. */
function Effect({ claimId }: { claimId: number }) {
  const say = useWords(personWords)
  const answer = useAnswer('GET /product-claims/:claimId/effect', { claimId })
  return (
    <Answered answer={answer} rows={1}>
      {({ now, confirmed, rated, open }) => (
        <div className="claim-effect" role="status">
          {now.band === null || confirmed.band === null ? (
            <p>
              {say.effectOpen} {open.join('; ')}.
            </p>
          ) : (
            <p>
              {say.effect}: <b>{say.effectPoints(points(now.total), points(confirmed.total))}</b>;{' '}
              {now.band === confirmed.band
                ? say.effectSame(levelName(now.band))
                : say.effectLevel(levelName(now.band), levelName(confirmed.band))}
              .
            </p>
          )}
          {rated ? <p className="small second">{say.effectRated(levelName(rated))}</p> : null}
        </div>
      )}
    </Answered>
  )
}

function Decide({ claim }: { claim: Claim }) {
  const say = useWords(personWords)
  const tell = useTell()
  const decide = useCommand('POST /product-claims/:claimId')
  const [answer, setAnswer] = useState('')
  const send = (confirmed: boolean) =>
    decide.mutate(
      { claimId: claim.id, confirmed, answer: answer.trim() || null },
      tell(say.claimDecided, say.claim),
    )
  return (
    <>
      <Input
        aria-label={say.answer}
        placeholder={say.answer}
        value={answer}
        onChange={({ target }) => setAnswer(target.value)}
      />
      <div className="two-buttons">
        <Button disabled={decide.isPending} onClick={() => send(false)}>
          {say.refuse}
        </Button>
        <Button type="primary" loading={decide.isPending} onClick={() => send(true)}>
          {say.confirm}
        </Button>
      </div>
      <p className="small second">{say.named}</p>
    </>
  )
}
