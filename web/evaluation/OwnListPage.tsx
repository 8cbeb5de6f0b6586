import { Link } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { periodName, points } from './figures.ts'
import { ownWords } from './own-words.ts'
import { PublishedLists } from './PublishedLists.tsx'
import { RatingTag } from './Rating.tsx'
import { Sections } from './Sections.tsx'
import { evaluationWords } from './words.ts'

type Own = Output<'GET /own-evaluations'>['rows'][number]

/** All evaluations of the reader: what waits for them first, then results. */
export function OwnListPage() {
  const say = useWords(ownWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /own-evaluations', { asOf })
  return (
    <>
      <PageHeader crumbs={[say.title]} title={say.title} says={say.says} />
      <Sections />
      <Answered answer={answer} rows={6}>
        {({ rows }) => {
          const now = rows.filter(
            ({ publishedOn, step }) => publishedOn === null && step !== 'closed',
          )
          const past = rows.filter((one) => !now.includes(one))
          if (rows.length === 0)
            return (
              <section className="card">
                <EmptyState says={say.none} />
              </section>
            )
          return (
            <>
              {now.length > 0 ? <List title={say.now} rows={now} /> : null}
              {past.length > 0 ? <List title={say.past} rows={past} /> : null}
            </>
          )
        }}
      </Answered>
      <PublishedLists />
    </>
  )
}

function List({ title, rows }: { title: string; rows: Own[] }) {
  const { kinds } = useWords(evaluationWords)
  return (
    <Card title={title}>
      <ul className="own-list">
        {rows.map((own) => (
          <li key={own.evaluationId}>
            <Link to="/danh-gia/cua-toi/$id" params={{ id: String(own.evaluationId) }}>
              <span>
                <b className="capital">{periodName(own.period, kinds)}</b>
                <small className="second">{own.unitName}</small>
              </span>
              <span className="right">
                <Standing own={own} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Standing({ own }: { own: Own }) {
  const say = useWords(ownWords)
  if (own.publishedOn)
    return (
      <>
        <b>{points(own.points)}</b> <RatingTag rating={own.rating} />
        <small className="second">{day(own.publishedOn)}</small>
      </>
    )
  if (own.selfAt) return <StateTag tone="info">{say.filled}</StateTag>
  return (
    <StateTag tone={own.step === 'self' ? 'remind' : 'due'}>
      {own.step === 'self' ? say.toFill : say.waiting}
    </StateTag>
  )
}
