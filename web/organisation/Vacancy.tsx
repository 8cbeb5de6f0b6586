import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Paged } from '#web/ui/Paged.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { OpenLines, STATES, StandingTag } from './StandingLines.tsx'
import { staffingWords } from './staffing-words.ts'

type Opened = Output<'GET /vacancies/:postId'>

/** One post: what it asks, how many inside meet it, and everybody with the reason. */
export function Vacancy({ postId, months }: { postId: number; months: number }) {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const { tim: from = 'agency' } = useSearch({ from: '/inside/bien-che' })
  const navigate = useNavigate({ from: '/bien-che' })
  const answer = useAnswer('GET /vacancies/:postId', { postId, asOf, months, from })
  return (
    <Answered answer={answer} rows={10}>
      {(post) => (
        <>
          <div className="card-head">
            <div>
              <p className="small third">{post.unit}</p>
              <h2>{post.post}</h2>
            </div>
          </div>
          <Asks post={post} />
          <div className="filters no-print">
            <Segmented
              value={from}
              vertical
              options={[
                { value: 'agency', label: say.agency },
                { value: 'everywhere', label: say.everywhere },
              ]}
              onChange={(tim) =>
                navigate({
                  search: (before) => ({
                    ...before,
                    tim: tim === 'everywhere' ? 'everywhere' : undefined,
                  }),
                  replace: true,
                })
              }
            />
          </div>
          <p className="card-body">
            {STATES.filter((state) => post.counts[state] > 0).map((state) => (
              <span key={state} style={{ marginRight: 12 }}>
                <StandingTag state={state} /> {count(post.counts[state])}
              </span>
            ))}
          </p>
          <People people={post.people} />
        </>
      )}
    </Answered>
  )
}

function Asks({ post: { asks } }: { post: Opened }) {
  const say = useWords(staffingWords)
  return (
    <div className="card-body">
      <h3>{say.asks}</h3>
      {asks.length === 0 ? <p className="second">{say.noAsks}</p> : null}
      <ul>
        {asks.map(({ says, clause }) => (
          <li key={says}>
            {says} <ClauseChip cite={clause}>{clause}</ClauseChip>
          </li>
        ))}
      </ul>
    </div>
  )
}

function People({ people }: Pick<Opened, 'people'>) {
  const say = useWords(staffingWords)
  if (people.length === 0) return <EmptyState says={say.nobody} />
  return (
    <Paged rows={people} label={say.pages} size={20}>
      {(page) => (
        <ul className="card-body">
          {page.map((person) => (
            <li key={person.cadreId} style={{ marginBottom: 8 }}>
              <Link to="/ho-so/$id" params={{ id: String(person.cadreId) }}>
                {person.name}
              </Link>{' '}
              <StandingTag state={person.state} />
              <div className="small second">
                {person.title}, {person.unit}
                {person.planned ? ` · ${say.planned}` : ''}
              </div>
              <OpenLines lines={person.open} />
            </li>
          ))}
        </ul>
      )}
    </Paged>
  )
}
