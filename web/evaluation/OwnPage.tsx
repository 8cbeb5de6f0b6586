import { Link, useParams } from '@tanstack/react-router'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { AppealForm } from './AppealForm.tsx'
import { Arithmetic } from './Arithmetic.tsx'
import { OpinionsToGive } from './OpinionsToGive.tsx'
import { OwnPoints } from './OwnPoints.tsx'
import { OwnProducts } from './OwnProducts.tsx'
import { ownWords } from './own-words.ts'
import { OwnPaper } from './Papers.tsx'
import { SelfForm } from './SelfForm.tsx'
import { StepTag } from './StepTag.tsx'
import type { Person } from './shapes.ts'
import { Trail } from './Trail.tsx'

/** One's own sheet: points so far, products, the level one proposes; afterwards the result and why. */
export function OwnPage() {
  const { id } = useParams({ from: '/inside/danh-gia/cua-toi/$id' })
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /own-evaluations/:evaluationId', { evaluationId: Number(id), asOf })
  return (
    <Answered answer={answer} rows={10}>
      {(person) => <Opened person={person} />}
    </Answered>
  )
}

/** Until somebody rated it the sheet is one's own; the server has the last word. */
const isOpenToOwner = ({ cycle, rating }: Person) =>
  rating === null && cycle.publishedOn === null && cycle.closedOn === null

function Opened({ person }: { person: Person }) {
  const say = useWords(ownWords)
  const { cycle } = person
  const open = isOpenToOwner(person)
  const mayGive = useMay('evaluation.opinions_to_give')
  const current = cycle.steps.find(({ step }) => step === cycle.step)
  const title = `${open ? say.selfTitle : say.result} ${cycle.periodLabel}`
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="own" to="/danh-gia/cua-toi">
            {say.title}
          </Link>,
          cycle.periodLabel,
        ]}
        tab={title}
        title={
          <>
            {title}{' '}
            {current ? (
              <StepTag state={current.state} label={current.label} daysLeft={cycle.daysLeft} />
            ) : null}
          </>
        }
        says={`${person.name} · ${person.title} · ${cycle.unitName}`}
        actions={<OwnPaper evaluationId={person.evaluationId} />}
      />
      <div className="own">
        <div>
          <OwnPoints person={person} />
          <OwnProducts person={person} open={open} />
        </div>
        <div>
          {open ? <SelfForm key={person.version} person={person} /> : null}
          {cycle.publishedOn && !cycle.closedOn ? <AppealForm person={person} /> : null}
          <Card title={say.steps}>
            <div className="card-body">
              <Arithmetic person={person} />
              <Trail trail={person.trail} />
            </div>
          </Card>
          {mayGive && ['self', 'opinions'].includes(cycle.step) ? (
            <OpinionsToGive cycleId={cycle.id} />
          ) : null}
        </div>
      </div>
    </>
  )
}
