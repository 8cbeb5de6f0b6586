import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { PROPOSAL_STATES, PROPOSAL_STEPS } from '#server/inspection/kinds.ts'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { RegisterDrawer, StepForm } from './DaringForms.tsx'
import { daringWords } from './daring-words.ts'

type Row = Output<'GET /proposals'>['rows'][number]
const TONES: Record<Row['state'], Tone> = {
  registered: 'info',
  assessed: 'info',
  pilot: 'due',
  to_evaluate: 'remind',
  succeeded: 'met',
  fell_short: 'unknown',
  learned: 'met',
  refused: 'stop',
}

/** What cadres proposed to try, and how far each is; the one opened is in the address. */
export function DaringPage() {
  const say = useWords(daringWords)
  const { asOf } = useAsOf()
  const { so } = useSearch({ from: '/inside/de-xuat' })
  const mayRegister = useMay('inspection.register_proposal')
  const [registering, setRegistering] = useState(false)
  const list = useAnswer('GET /proposals', { asOf })
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={`${day(asOf)} · ${say.says}`}
        actions={
          mayRegister ? (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {say.register}
            </Button>
          ) : null
        }
      />
      <Answered answer={list} rows={8}>
        {({ rows }) => (
          <>
            <Card title={say.idea}>
              {rows.length === 0 ? <EmptyState says={say.none} /> : <Board rows={rows} />}
            </Card>
            {so ? <One key={so} id={so} /> : null}
          </>
        )}
      </Answered>
      <RegisterDrawer open={registering} onClose={() => setRegistering(false)} />
    </>
  )
}

function Board({ rows }: { rows: Row[] }) {
  const say = useWords(daringWords)
  return (
    <ScrollBox label={say.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.idea}</th>
            <th scope="col">{say.who}</th>
            <th scope="col">{say.registeredOn}</th>
            <th scope="col">{say.state}</th>
            <th scope="col">{say.protected}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td style={{ minWidth: 200 }}>
                <Link to="/de-xuat" search={(before) => ({ ...before, so: row.id })}>
                  {row.title}
                </Link>
              </td>
              <td>
                {row.name}
                <div className="second">{row.unit}</div>
              </td>
              <td className="nowrap">{day(row.registeredOn)}</td>
              <td className="nowrap">
                <StateTag tone={TONES[row.state]}>{PROPOSAL_STATES[row.state].label}</StateTag>
              </td>
              <td>{row.protectedBy ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function One({ id }: { id: number }) {
  const say = useWords(daringWords)
  const { asOf } = useAsOf()
  const mayStep = useMay('inspection.step_proposal')
  const answer = useAnswer('GET /proposals/:id', { id, asOf })
  return (
    <Answered answer={answer} rows={6}>
      {(one) => (
        <Card title={one.title} aside={one.name}>
          <dl className="card-body">
            {(['problem', 'proposes', 'beyond', 'benefit'] as const).map((part) => (
              <div key={part}>
                <dt className="second">{say[part]}</dt>
                <dd style={{ margin: '0 0 8px' }}>{one[part]}</dd>
              </div>
            ))}
          </dl>
          {one.steps.length > 0 ? (
            <div className="card-body">
              <h3>{say.steps}</h3>
              <ol>
                {one.steps.map((step) => (
                  <li key={`${step.kind} ${step.on}`}>
                    {day(step.on)} · {PROPOSAL_STEPS[step.kind].label}: {step.says}
                    {step.decisionNo ? ` (${step.decisionNo}, ${step.signedBy})` : ''}
                  </li>
                ))}
              </ol>
            </div>
          ) : null}
          {mayStep && one.state !== 'learned' && one.state !== 'refused' ? (
            <StepForm id={id} version={one.version} state={one.state} />
          ) : null}
        </Card>
      )}
    </Answered>
  )
}
