import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Paged } from '#web/ui/Paged.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { staffingWords } from './staffing-words.ts'

type Answer = Output<'GET /deputies'>
type Row = Answer['rows'][number]

const TONES: Record<Row['state'], Tone> = {
  within: 'met',
  borne: 'due',
  past: 'not_met',
  without_basis: 'not_met',
  under: 'remind',
}

/** Deputies by the rule of the day, agency and division, with the arithmetic in words. */
export function Deputies() {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /deputies', { asOf })
  const { vuot } = useSearch({ from: '/inside/bien-che' })
  const navigate = useNavigate({ from: '/bien-che' })
  return (
    <Card title={say.deputies}>
      <div className="filters no-print">
        <Checkbox
          checked={vuot === true}
          onChange={({ target }) =>
            navigate({
              search: (before) => ({ ...before, vuot: target.checked || undefined }),
              replace: true,
            })
          }
        >
          {say.onlyProblem}
        </Checkbox>
      </div>
      <Answered answer={answer} rows={12}>
        {({ province, rows }) => (
          <>
            {province ? (
              <p className="card-body">
                {say.province}: <b>{province.says}</b>{' '}
                <StateTag tone={province.over > 0 ? 'not_met' : 'met'}>
                  {province.over > 0 ? `${say.over} ${count(province.over)}` : say.within}
                </StateTag>
              </p>
            ) : null}
            <Lines rows={rows.filter(({ state }) => !vuot || state !== 'within')} />
          </>
        )}
      </Answered>
    </Card>
  )
}

function Lines({ rows }: { rows: Row[] }) {
  const say = useWords(staffingWords)
  if (rows.length === 0) return <EmptyState says={say.none} />
  return (
    <Paged rows={rows} label={say.pages}>
      {(page) => (
        <ScrollBox label={say.deputies}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.unit}</th>
                <th scope="col" className="right">
                  {say.allowed}
                </th>
                <th scope="col" className="right">
                  {say.actual}
                </th>
                <th scope="col">{say.why}</th>
                <th scope="col">{say.state}</th>
              </tr>
            </thead>
            <tbody>
              {page.map((row) => (
                <tr key={row.unitId}>
                  <td style={{ paddingLeft: row.kind === 'division' ? 28 : undefined }}>
                    <Link to="/to-chuc" search={{ 'don-vi': row.unitId }}>
                      {row.unit}
                    </Link>
                  </td>
                  <td className="right nowrap">
                    {row.least === null ? '' : `${count(row.least)}–`}
                    {count(row.allowed)}
                  </td>
                  <td className="right">{count(row.actual)}</td>
                  <td className="small second" style={{ minWidth: 220 }}>
                    {row.says}
                  </td>
                  <td className="nowrap">
                    <State row={row} />
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

function State({ row: { state, until } }: { row: Row }) {
  const say = useWords(staffingWords)
  const words = {
    within: say.within,
    borne: say.borne,
    past: say.pastDue,
    without_basis: say.withoutBasis,
    under: say.under,
  }
  return (
    <StateTag tone={TONES[state]}>
      {words[state]} {until ? day(until) : ''}
    </StateTag>
  )
}
