import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import type { CadreTarget } from '#web/lib/shapes-of-directives.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { personWords } from './person-words.ts'

const TONES: Record<CadreTarget['status'], Tone> = {
  counted: 'met',
  not_counted: 'not_met',
  unknown: 'unknown',
  outside: 'plain',
}

/** For each target whether this person counts, and why or why not. */
export function PersonTargets({ id }: { id: number }) {
  const say = useWords(personWords)
  const { asOf } = useAsOf()
  const targets = useAnswer('GET /cadres/:id/targets', { id, asOf })
  return (
    <Card title={say.targets} aside={`${say.on} ${day(asOf)}`}>
      <Answered answer={targets} rows={6}>
        {(rows) => (rows.length > 0 ? <Lines rows={rows} /> : <EmptyState says={say.noTargets} />)}
      </Answered>
    </Card>
  )
}

function Lines({ rows }: { rows: CadreTarget[] }) {
  const say = useWords(personWords)
  const [whole, setWhole] = useState(false)
  const about = rows.filter(({ status }) => status !== 'outside')
  const outside = rows.filter(({ status }) => status === 'outside')
  const shown = whole ? [...about, ...outside] : about
  return (
    <>
      {shown.length === 0 ? <p className="shown second">{say.inNone}</p> : null}
      <div className="table-box">
        <table>
          <caption className="unseen">{say.targets}</caption>
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a person may count twice in a target.
              <Line key={`${row.id} ${index}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {outside.length > 0 && !whole ? (
        <p className="small second shown">
          <Button type="link" size="small" onClick={() => setWhole(true)}>
            {outside.length} {say.outsideMore}
          </Button>
        </p>
      ) : null}
    </>
  )
}

function Line({ row }: { row: CadreTarget }) {
  const say = useWords(personWords)
  const mayOpen = useMay('directives.targets')
  return (
    <tr>
      <td className="nowrap second" style={{ width: 62, verticalAlign: 'top' }}>
        {row.id}
      </td>
      <td>
        {mayOpen ? (
          <Link to="/chi-tieu" search={{ mo: row.id }} className="ink">
            {row.label}
          </Link>
        ) : (
          row.label
        )}
        <br />
        <span className="small third">{row.why}</span>
      </td>
      <td className="right" style={{ width: 1 }}>
        <StateTag tone={TONES[row.status]}>{say[row.status]}</StateTag>
      </td>
    </tr>
  )
}
