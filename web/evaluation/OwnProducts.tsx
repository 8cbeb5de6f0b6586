import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { amount } from './figures.ts'
import { isRemarkable, Quality, Timeliness } from './Outcome.tsx'
import { AddOwnForm, ClaimForm, ProgressForm, ProofForm } from './OwnForms.tsx'
import { ownWords } from './own-words.ts'
import { Proofs } from './Proofs.tsx'
import { personWords } from './person-words.ts'
import type { Person, Product } from './shapes.ts'

/** One's products, those with something to say first; the rest is a line that opens. */
export function OwnProducts({ person, open }: { person: Person; open: boolean }) {
  const say = useWords(ownWords)
  const { products, evaluationId } = person
  const [all, setAll] = useState(false)
  const [adding, setAdding] = useState(false)
  const done = products.filter((one) => one.done >= one.assigned).length
  const remarkable = products.filter(isRemarkable)
  const shown = all || remarkable.length === 0 ? products : remarkable
  const rest = products.length - shown.length
  return (
    <Card
      title={
        <>
          {say.products}{' '}
          <span className="second">
            {done} / {products.length} {say.finished}
          </span>
        </>
      }
      aside={
        open ? (
          <Button
            type="link"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setAdding(!adding)}
          >
            {say.add}
          </Button>
        ) : null
      }
    >
      {adding ? <AddOwnForm evaluationId={evaluationId} onDone={() => setAdding(false)} /> : null}
      <ul className="own-products">
        {shown.map((product) => (
          <li key={product.id}>
            <One product={product} open={open} />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <button type="button" className="plain rest" onClick={() => setAll(true)}>
          {say.rest(rest)}
        </button>
      ) : null}
    </Card>
  )
}

type Doing = 'progress' | 'claim' | 'proof'

function One({ product, open }: { product: Product; open: boolean }) {
  const say = useWords(ownWords)
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const toggle = (what: Doing) => setDoing(doing === what ? undefined : what)
  const mayClaim =
    product.failedChecks + product.delays > 0 &&
    !product.claims.some(({ confirmed }) => confirmed !== false)
  return (
    <>
      <h3>{product.name}</h3>
      <p className="own-tags">
        <Timeliness product={product} />
        <Quality product={product} />
        <span className="small second">
          {amount(product.done)} / {amount(product.assigned)} {product.countedIn} · {say.weight}{' '}
          {amount(product.coefficient)}
          {product.dueOn ? ` · ${day(product.dueOn)}` : ''}
        </span>
      </p>
      {product.claims.map((claim) => (
        <OwnClaim key={claim.id} claim={claim} />
      ))}
      {product.proofs.length > 0 ? <Proofs proofs={product.proofs} /> : null}
      {open ? (
        <div className="own-acts">
          <Button size="small" onClick={() => toggle('progress')}>
            {say.progress}
          </Button>
          <Button size="small" onClick={() => toggle('proof')}>
            {say.addProof}
          </Button>
          {mayClaim ? (
            <Button size="small" onClick={() => toggle('claim')}>
              {say.claim}
            </Button>
          ) : null}
        </div>
      ) : null}
      {doing === 'progress' ? <ProgressForm product={product} onDone={close} /> : null}
      {doing === 'proof' ? <ProofForm product={product} onDone={close} /> : null}
      {doing === 'claim' ? <ClaimForm product={product} onDone={close} /> : null}
    </>
  )
}

function OwnClaim({ claim }: { claim: Product['claims'][number] }) {
  const say = useWords(ownWords)
  const person = useWords(personWords)
  return (
    <blockquote className="claimed">
      <p>
        “{claim.reason}” {claim.document ? <b>{claim.document}</b> : null}
      </p>
      {claim.confirmed === null ? (
        <p className="small second">{say.claiming}</p>
      ) : (
        <p className="small">
          <StateTag tone={claim.confirmed ? 'met' : 'not_met'}>
            {claim.confirmed ? person.confirmed : person.refused}
          </StateTag>{' '}
          {[claim.decidedBy, claim.answer].filter(Boolean).join(': ')}
        </p>
      )}
    </blockquote>
  )
}
