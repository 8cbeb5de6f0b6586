import { Button, Form, Input } from 'antd'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { AssignForm, EndForm, VisitForm } from './OversightForms.tsx'
import { oversightWords } from './oversight-words.ts'

type Period = Output<'GET /oversight/:id'>['periods'][number]
type Finding = Period['visits'][number]['findings'][number]

/** One commune: who followed it when, the visits, what is left to do. */
export function Overseen({ id, oversightId }: { id: number; oversightId: number | null }) {
  const say = useWords(oversightWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /oversight/:id', { id, asOf })
  const mayDecide = useMay('reorganisations.assign_oversight')
  return (
    <Answered answer={answer} rows={10}>
      {({ name, periods }) => (
        <>
          <div className="card-head">
            <h2>{name}</h2>
          </div>
          {periods.length === 0 ? <EmptyState says={say.noPeriod} /> : null}
          {periods.map((period) => (
            <PeriodBlock key={period.id} period={period} mayDecide={mayDecide} />
          ))}
          {mayDecide && oversightId !== null ? <VisitForm oversightId={oversightId} /> : null}
          {mayDecide ? <AssignForm unitId={id} /> : null}
          {mayDecide && oversightId !== null ? <EndForm oversightId={oversightId} /> : null}
        </>
      )}
    </Answered>
  )
}

function PeriodBlock({ period, mayDecide }: { period: Period; mayDecide: boolean }) {
  const say = useWords(oversightWords)
  return (
    <div className="card-body">
      <p>
        <b>{period.leader ?? say.elsewhere}</b>
        <br />
        <span className="small second">
          {say.from} {day(period.from)}
          {period.to ? ` ${say.to} ${day(period.to)}` : ''} · {period.decisionNo}, {period.signedBy}
        </span>
      </p>
      {period.visits.length === 0 ? <p className="second">{say.noVisit}</p> : null}
      <ul>
        {period.visits.map((visit) => (
          <li key={visit.id} style={{ marginTop: 8 }}>
            <b>{day(visit.visitedOn)}</b> {visit.purpose}
            <ul>
              {visit.findings.map((finding) => (
                <li key={finding.id}>
                  {finding.says} <Due finding={finding} />
                  {mayDecide && !finding.doneOn ? <CloseForm finding={finding} /> : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Due({ finding: { doneOn, dueOn, outcome } }: { finding: Finding }) {
  const say = useWords(oversightWords)
  const { asOf } = useAsOf()
  if (doneOn)
    return (
      <>
        <StateTag tone="met">
          {say.done} {day(doneOn)}
        </StateTag>{' '}
        <span className="small second">{outcome}</span>
      </>
    )
  return (
    <StateTag tone={dueOn < asOf ? 'not_met' : 'due'}>
      {say.due} {day(dueOn)}
    </StateTag>
  )
}

function CloseForm({ finding }: { finding: Finding }) {
  const say = useWords(oversightWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const close = useCommand('POST /oversight/findings/:id')
  const save = ({ outcome }: { outcome: string }) =>
    close.mutate(
      { id: finding.id, version: finding.version, doneOn: asOf, outcome },
      tell(say.saved, say.close),
    )
  return (
    <Form name={`close-${finding.id}`} layout="inline" onFinish={save} style={{ marginTop: 4 }}>
      <Form.Item name="outcome" rules={[{ required: true, message: say.required }]}>
        <Input aria-label={`${say.outcome}: ${finding.says}`} placeholder={say.outcome} />
      </Form.Item>
      <Button htmlType="submit" size="small" loading={close.isPending}>
        {say.close}
      </Button>
    </Form>
  )
}
