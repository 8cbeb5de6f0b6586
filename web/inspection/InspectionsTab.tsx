import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ACTS, DIRECTIONS, KINDS } from '#server/inspection/kinds.ts'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { Inspected } from './Inspected.tsx'
import { OpenDrawer } from './OpenDrawer.tsx'
import { inspectionWords } from './words.ts'

type Row = Output<'GET /inspections'>['rows'][number]
export const TONES: Record<Row['state'], Tone> = {
  coming: 'info',
  running: 'due',
  late: 'not_met',
  concluded: 'met',
}

/** The plan of the year and its inspections; the one opened is in the address. */
export function InspectionsTab() {
  const say = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const { cuoc } = useSearch({ from: '/inside/kiem-tra-giam-sat' })
  const mayOpen = useMay('inspection.open')
  const [opening, setOpening] = useState(false)
  const list = useAnswer('GET /inspections', { asOf })
  return (
    <Answered answer={list} rows={10}>
      {({ plan, rows, year }) => (
        <>
          <Card
            title={`${say.plan} ${year}`}
            aside={
              mayOpen ? (
                <Button type="primary" onClick={() => setOpening(true)}>
                  {say.start}
                </Button>
              ) : null
            }
          >
            <p className="card-body">
              {plan
                ? `${plan.title}: ${plan.decisionNo}, ${day(plan.decidedOn)}, ${plan.signedBy}`
                : say.noPlan}
            </p>
            {rows.length === 0 ? <EmptyState says={say.none} /> : <Board rows={rows} />}
          </Card>
          {cuoc ? <Inspected key={cuoc} id={cuoc} /> : null}
          <OpenDrawer open={opening} hasPlan={plan !== null} onClose={() => setOpening(false)} />
        </>
      )}
    </Answered>
  )
}

function Board({ rows }: { rows: Row[] }) {
  const say = useWords(inspectionWords)
  return (
    <ScrollBox label={say.inspections}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.topic}</th>
            <th scope="col">{say.unit}</th>
            <th scope="col">{say.when}</th>
            <th scope="col" className="right">
              {say.findings}
            </th>
            <th scope="col" className="right">
              {say.open}
            </th>
            <th scope="col">{say.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td style={{ minWidth: 200 }}>
                <Link to="/kiem-tra-giam-sat" search={{ phan: 'cuoc', cuoc: row.id }}>
                  {row.title}
                </Link>
                <div className="second">
                  {ACTS[row.act].label} · {KINDS[row.kind].label} ·{' '}
                  {DIRECTIONS[row.direction].label}
                  {row.byUnit ? ` (${say.by} ${row.byUnit})` : ''}
                </div>
              </td>
              <td>{row.unit}</td>
              <td className="nowrap">
                {day(row.startsOn)} – {day(row.endsOn)}
              </td>
              <td className="right">{count(row.findings)}</td>
              <td className="right">{count(row.openRecommendations)}</td>
              <td className="nowrap">
                <StateTag tone={TONES[row.state]}>{say[row.state]}</StateTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
