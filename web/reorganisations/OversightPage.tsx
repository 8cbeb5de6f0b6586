import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Paged } from '#web/ui/Paged.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { Overseen } from './Overseen.tsx'
import { oversightWords } from './oversight-words.ts'

type Row = Output<'GET /oversight'>['rows'][number]
const STATES = ['no_leader', 'no_visit', 'overdue', 'followed'] as const
const TONES: Record<Row['state'], Tone> = {
  no_leader: 'not_met',
  no_visit: 'remind',
  overdue: 'due',
  followed: 'met',
}

/** Every commune and who follows it; the one opened and the filter are in the address. */
export function OversightPage() {
  const say = useWords(oversightWords)
  const { asOf } = useAsOf()
  const { 'don-vi': unitId, loc: filter = 'all' } = useSearch({ from: '/inside/theo-doi-co-so' })
  const navigate = useNavigate({ from: '/theo-doi-co-so' })
  const board = useAnswer('GET /oversight', { asOf })
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={`${day(asOf)} · ${say.says}${
          board.data ? ` · ${say.within} ${board.data.months} ${say.months}` : ''
        }`}
      />
      <Answered answer={board} rows={12}>
        {({ rows }) => (
          <div className="columns overseen">
            <Card>
              <div className="filters no-print">
                <Segmented
                  value={filter}
                  onChange={(loc) =>
                    navigate({ search: (before) => ({ ...before, loc }), replace: true })
                  }
                  options={['all', ...STATES].map((state) => ({
                    value: state,
                    label: `${say[state as Row['state'] | 'all']} ${count(
                      rows.filter((row) => state === 'all' || row.state === state).length,
                    )}`,
                  }))}
                />
              </div>
              <Board rows={rows.filter(({ state }) => filter === 'all' || state === filter)} />
            </Card>
            <Card>
              {unitId === undefined ? (
                <EmptyState says={say.choose} />
              ) : (
                <Overseen
                  key={unitId}
                  id={unitId}
                  oversightId={rows.find((row) => row.unitId === unitId)?.oversightId ?? null}
                />
              )}
            </Card>
          </div>
        )}
      </Answered>
    </>
  )
}

function Board({ rows }: { rows: Row[] }) {
  const say = useWords(oversightWords)
  if (rows.length === 0) return <EmptyState says={say.none} />
  return (
    <Paged rows={rows} label={say.pages}>
      {(page) => (
        <ScrollBox label={say.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.unit}</th>
                <th scope="col">{say.leader}</th>
                <th scope="col">{say.last}</th>
                <th scope="col" className="right">
                  {say.open}
                </th>
                <th scope="col">{say.state}</th>
              </tr>
            </thead>
            <tbody>
              {page.map((row) => (
                <tr key={row.unitId}>
                  <td>
                    <Link
                      to="/theo-doi-co-so"
                      search={(before) => ({ ...before, 'don-vi': row.unitId })}
                    >
                      {row.unit}
                    </Link>
                  </td>
                  <td>
                    <Leader row={row} />
                  </td>
                  <td className="nowrap">{day(row.lastVisit)}</td>
                  <td className="right nowrap">
                    {count(row.open)}
                    {row.overdue > 0 ? ` (${count(row.overdue)} ${say.late})` : ''}
                  </td>
                  <td className="nowrap">
                    <StateTag tone={TONES[row.state]}>{say[row.state]}</StateTag>
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

function Leader({ row }: { row: Row }) {
  const say = useWords(oversightWords)
  if (row.oversightId === null) return '–'
  if (row.leader === null) return <span className="third">{say.elsewhere}</span>
  return (
    <>
      <Link to="/ho-so/$id" params={{ id: String(row.cadreId) }}>
        {row.leader}
      </Link>
      <br />
      <span className="small third">{row.title}</span>
    </>
  )
}
