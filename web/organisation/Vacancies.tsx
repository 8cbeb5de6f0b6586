import { useNavigate, useSearch } from '@tanstack/react-router'
import { InputNumber, Segmented } from 'antd'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Paged } from '#web/ui/Paged.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { staffingWords } from './staffing-words.ts'
import { Vacancy } from './Vacancy.tsx'

type Row = Output<'GET /vacancies'>['rows'][number]

/** Posts with an empty seat, or one soon empty; the one opened is in the address. */
export function Vacancies() {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const search = useSearch({ from: '/inside/bien-che' })
  const { 'chuc-danh': postId, 'thang-toi': months = 12, cap = 'leaders' } = search
  const navigate = useNavigate({ from: '/bien-che' })
  const answer = useAnswer('GET /vacancies', { asOf, months, rank: cap })
  return (
    <div className="columns overseen">
      <Card title={say.vacancies}>
        <div className="filters no-print">
          <Segmented
            value={cap}
            options={[
              { value: 'leaders', label: say.leaders },
              { value: 'all', label: say.all },
            ]}
            onChange={(value) =>
              navigate({
                search: (before) => ({ ...before, cap: value === 'all' ? 'all' : undefined }),
                replace: true,
              })
            }
          />
          <label htmlFor="months">{say.months}</label>
          <InputNumber
            id="months"
            min={0}
            max={120}
            precision={0}
            value={months}
            onChange={(ahead) =>
              navigate({
                search: (before) => ({ ...before, 'thang-toi': ahead ?? undefined }),
                replace: true,
              })
            }
            style={{ width: 80 }}
          />
        </div>
        <Answered answer={answer} rows={12}>
          {({ rows, vacantSeats, soon }) => (
            <>
              <p className="card-body">
                {say.vacant} <b>{count(vacantSeats)}</b> · {say.leaving} <b>{count(soon)}</b>
              </p>
              {rows.length === 0 ? <EmptyState says={say.none} /> : <Lines rows={rows} />}
            </>
          )}
        </Answered>
      </Card>
      <Card>
        {postId === undefined ? (
          <EmptyState says={say.choosePost} />
        ) : (
          <Vacancy key={postId} postId={postId} months={months} />
        )}
      </Card>
    </div>
  )
}

function Lines({ rows }: { rows: Row[] }) {
  const say = useWords(staffingWords)
  const navigate = useNavigate({ from: '/bien-che' })
  return (
    <Paged rows={rows} label={say.pages} size={30}>
      {(page) => (
        <ScrollBox label={say.vacancies}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.post}</th>
                <th scope="col" className="right">
                  {say.vacant}
                </th>
                <th scope="col">{say.leaving}</th>
              </tr>
            </thead>
            <tbody>
              {page.map((row) => (
                <tr key={row.postId}>
                  <td>
                    <button
                      type="button"
                      className="plain"
                      onClick={() =>
                        navigate({
                          search: (before) => ({ ...before, 'chuc-danh': row.postId }),
                          replace: true,
                        })
                      }
                    >
                      <b>{row.post}</b>
                    </button>
                    <div className="small third">{row.unit}</div>
                  </td>
                  <td className="right nowrap">
                    {count(row.vacant)} / {count(row.seats)}
                  </td>
                  <td className="small">
                    {row.leaving.map(({ cadreId, name, on, why }) => (
                      <div key={cadreId}>
                        {name}: {say[why]} {day(on)}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Paged>
  )
}
