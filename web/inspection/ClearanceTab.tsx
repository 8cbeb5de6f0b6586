import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { AskReason } from '#web/cadres/AskReason.tsx'
import { type Output, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { AnswerDialog, AskDrawer } from './ClearanceForms.tsx'
import { clearanceWords } from './clearance-words.ts'

export type ClearanceRow = Output<'POST /clearance-checks/look'>['rows'][number]

const TONES: Record<ClearanceRow['state'], Tone> = {
  open: 'info',
  overdue: 'not_met',
  answered: 'met',
}

/** Questions of political protection: closed until a reason is given, which stays in the log. */
export function ClearanceTab() {
  const say = useWords(clearanceWords)
  const { asOf } = useAsOf()
  const refused = useRefused()
  const mayAsk = useMay('inspection.ask_clearance')
  const look = useCommand('POST /clearance-checks/look')
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const [answering, setAnswering] = useState<ClearanceRow>()
  const open = (why: string) => {
    setReason(why)
    look.mutate({ asOf, reason: why }, { onError: refused(say.title) })
  }
  if (!look.data)
    return (
      <Card title={say.title}>
        <div className="card-body">
          <p className="second">{say.says}</p>
          <AskReason label={say.list} own={false} busy={look.isPending} onOpen={open} />
        </div>
      </Card>
    )
  const { rows } = look.data
  return (
    <>
      <Card
        title={say.title}
        aside={
          mayAsk ? (
            <Button type="primary" onClick={() => setAsking(true)}>
              {say.ask}
            </Button>
          ) : null
        }
      >
        {rows.length === 0 ? (
          <EmptyState says={say.none} />
        ) : (
          <Checks rows={rows} onAnswer={mayAsk ? setAnswering : undefined} />
        )}
      </Card>
      <AskDrawer open={asking} onClose={() => setAsking(false)} onSaved={() => open(reason)} />
      {answering ? (
        <AnswerDialog
          row={answering}
          onClose={() => setAnswering(undefined)}
          onSaved={() => open(reason)}
        />
      ) : null}
    </>
  )
}

interface ChecksProps {
  rows: ClearanceRow[]
  onAnswer: ((row: ClearanceRow) => void) | undefined
}

function Checks({ rows, onAnswer }: ChecksProps) {
  const say = useWords(clearanceWords)
  return (
    <ScrollBox label={say.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.question}</th>
            <th scope="col" className="only-desk">
              {say.askedOn}
            </th>
            <th scope="col">{say.dueOn}</th>
            <th scope="col">{say.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/ho-so/$id" params={{ id: String(row.cadreId) }}>
                  {row.name}
                </Link>
                <div>{row.question}</div>
                <div className="second">{row.basis}</div>
                {row.answer ? (
                  <div>
                    {row.answer}{' '}
                    <span className="second">
                      ({row.documentNo}, {day(row.answeredOn)})
                    </span>
                  </div>
                ) : null}
              </td>
              <td className="nowrap only-desk">{day(row.askedOn)}</td>
              <td className="nowrap">{day(row.dueOn)}</td>
              <td>
                <StateTag tone={TONES[row.state]}>{say[row.state]}</StateTag>
                {onAnswer && row.state !== 'answered' ? (
                  <div className="no-print" style={{ marginTop: 4 }}>
                    <Button size="small" onClick={() => onAnswer(row)}>
                      {say.answer}
                    </Button>
                  </div>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
