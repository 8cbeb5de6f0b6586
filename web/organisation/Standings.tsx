import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Paged } from '#web/ui/Paged.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { OpenLines, STATES, StandingTag } from './StandingLines.tsx'
import { staffingWords } from './staffing-words.ts'

type Row = Output<'GET /standing'>['rows'][number]

/** Who meets the standard of the own post or the next, by agency; a number opens the names. */
export function Standings() {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const { so: of = 'own', 'don-vi': unitId } = useSearch({ from: '/inside/bien-che' })
  const navigate = useNavigate({ from: '/bien-che' })
  const answer = useAnswer('GET /standing', { asOf })
  return (
    <>
      {unitId === undefined ? null : <People unitId={unitId} of={of} />}
      <Card title={say.standing}>
        <div className="filters no-print">
          <Segmented
            value={of}
            options={[
              { value: 'own', label: say.ownPost },
              { value: 'next', label: say.nextPost },
            ]}
            onChange={(so) =>
              navigate({
                search: (before) => ({ ...before, so: so === 'next' ? 'next' : undefined }),
                replace: true,
              })
            }
          />
        </div>
        <Answered answer={answer} rows={14}>
          {({ rows, total }) => (
            <Paged rows={rows} label={say.pages}>
              {(page) => (
                <ScrollBox label={say.standing}>
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">{say.unit}</th>
                        <th scope="col" className="right">
                          {say.people}
                        </th>
                        {STATES.map((state) => (
                          <th key={state} scope="col" className="right">
                            {say[state]}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {page.map((row) => (
                        <Line key={row.unitId} row={row} of={of} />
                      ))}
                    </tbody>
                    <tfoot>
                      <tr>
                        <th scope="row">{say.total}</th>
                        <td className="right">{count(total.people)}</td>
                        {STATES.map((state) => (
                          <td key={state} className="right">
                            {count(total[of][state])}
                          </td>
                        ))}
                      </tr>
                    </tfoot>
                  </table>
                </ScrollBox>
              )}
            </Paged>
          )}
        </Answered>
      </Card>
    </>
  )
}

function Line({ row, of }: { row: Row; of: 'own' | 'next' }) {
  return (
    <tr>
      <td>{row.unit}</td>
      <td className="right">{count(row.people)}</td>
      {STATES.map((state) => (
        <td key={state} className="right">
          {row[of][state] === 0 ? (
            0
          ) : (
            <Link
              from="/bien-che"
              to="/bien-che"
              search={(before) => ({ ...before, 'don-vi': row.unitId, 'trang-thai': state })}
            >
              {count(row[of][state])}
            </Link>
          )}
        </td>
      ))}
    </tr>
  )
}

function People({ unitId, of }: { unitId: number; of: 'own' | 'next' }) {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const { 'trang-thai': state } = useSearch({ from: '/inside/bien-che' })
  const answer = useAnswer('GET /standing/people', {
    ...{ asOf, unitId, of },
    ...(state ? { state } : {}),
  })
  const close = (
    <Link
      from="/bien-che"
      to="/bien-che"
      search={(before) => ({ ...before, 'don-vi': undefined, 'trang-thai': undefined })}
    >
      {say.close}
    </Link>
  )
  return (
    <Card title={of === 'own' ? say.ownPost : say.nextPost} aside={close}>
      <Answered answer={answer} rows={6}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState says={say.none} />
          ) : (
            <Paged rows={rows} label={say.pages} size={20}>
              {(page) => (
                <ul className="card-body">
                  {page.map((row) => (
                    <li key={row.cadreId} style={{ marginBottom: 8 }}>
                      <Link to="/ho-so/$id" params={{ id: String(row.cadreId) }}>
                        {row.name}
                      </Link>{' '}
                      <StandingTag state={row.state} />
                      <div className="small second">
                        {row.title}, {row.unit}
                        {of === 'next' && row.against ? ` · ${say.against}: ${row.against}` : ''}
                      </div>
                      <OpenLines lines={row.open} />
                    </li>
                  ))}
                </ul>
              )}
            </Paged>
          )
        }
      </Answered>
    </Card>
  )
}
