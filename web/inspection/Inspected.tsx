import { Link } from '@tanstack/react-router'
import { App, Button, Form, Input, InputNumber } from 'antd'
import { DUTIES } from '#server/inspection/kinds.ts'
import { addressOf, type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { ConcludeForm, FindingForm } from './FindingForms.tsx'
import { planWords } from './plan-words.ts'
import { RecommendationTable } from './RecommendationsTab.tsx'
import { CaseLink } from './WarningsTab.tsx'
import { inspectionWords } from './words.ts'

type One = Output<'GET /inspections/:id'>

/** One inspection: team, draw, findings, recommendations, conclusion. */
export function Inspected({ id }: { id: number }) {
  const say = useWords(inspectionWords)
  const letters = useWords(planWords)
  const { asOf } = useAsOf()
  const mayDecide = useMay('inspection.record_finding')
  const answer = useAnswer('GET /inspections/:id', { id, asOf })
  return (
    <Answered answer={answer} rows={8}>
      {(one) => (
        <Card title={one.title} aside={one.unit}>
          <div className="card-body">
            <p>
              {one.decisionNo ? `${one.decisionNo}, ${one.signedBy} · ` : ''}
              {one.basis}
            </p>
            {one.members.length > 0 ? (
              <p>
                {say.team}:{' '}
                {one.members.map(({ name, duty }) => `${name} (${DUTIES[duty].label})`).join(', ')}
              </p>
            ) : null}
            <p className="no-print">
              <Button href={addressOf('GET /inspections/:id/file', { id, asOf }).address} download>
                {one.concludedOn ? letters.conclusionWord : letters.draftWord}
              </Button>
            </p>
            <Sample one={one} mayDraw={mayDecide} />
            <Findings one={one} />
            {one.conclusion ? (
              <p>
                <b>{say.conclusion}</b> {one.conclusionNo}, {day(one.concludedOn)}: {one.conclusion}
              </p>
            ) : null}
          </div>
          <RecommendationTable rows={one.recommendations} />
          {mayDecide && one.conclusion === null ? (
            <div className="columns">
              <FindingForm id={id} cases={one.cases.map(({ ref }) => ref)} />
              <ConcludeForm id={id} version={one.version} />
            </div>
          ) : null}
        </Card>
      )}
    </Answered>
  )
}

function Sample({ one, mayDraw }: { one: One; mayDraw: boolean }) {
  const say = useWords(inspectionWords)
  const { message } = App.useApp()
  const refused = useRefused()
  const draw = useCommand('POST /inspections/:id/sample')
  const { sample, cases } = one
  if (sample) {
    return (
      <>
        <p>
          {say.sample}: {count(cases.length)} {say.of} {count(sample.population)} {say.cases},{' '}
          {day(sample.drawnOn)}. {say.seed}: <code>{sample.seed}</code>.{' '}
          <span className="second">{sample.method}</span>
        </p>
        <ul>
          {cases.map(({ ref, cadreId, name }) => (
            <li key={ref}>
              {cadreId ? (
                <Link to="/ho-so/$id" params={{ id: String(cadreId) }}>
                  {name}
                </Link>
              ) : null}{' '}
              <CaseLink caseRef={ref} />
            </li>
          ))}
        </ul>
      </>
    )
  }
  if (!mayDraw || one.examines === null || one.concludedOn !== null) return null
  const save = ({ size, seed }: { size: number; seed?: string }) =>
    draw.mutate(
      { id: one.id, size, ...(seed ? { seed } : {}) },
      {
        onSuccess: () => void message.success(say.saved),
        onError: refused(say.draw),
      },
    )
  return (
    <Form name="sample" layout="inline" onFinish={save} initialValues={{ size: 8 }}>
      <Form.Item name="size" label={say.size}>
        <InputNumber min={1} max={500} />
      </Form.Item>
      <Form.Item name="seed" label={say.seed}>
        <Input placeholder={say.seedHint} />
      </Form.Item>
      <Button htmlType="submit" loading={draw.isPending}>
        {say.draw}
      </Button>
    </Form>
  )
}

function Findings({ one: { found } }: { one: One }) {
  const say = useWords(inspectionWords)
  if (found.length === 0) return null
  return (
    <>
      <h3>{say.findings}</h3>
      <ol>
        {found.map(({ id, says, clause, name, caseRef }) => (
          <li key={id}>
            {says} <span className="second">({clause})</span> {name ? `· ${name}` : ''}{' '}
            {caseRef ? <CaseLink caseRef={caseRef} /> : null}
          </li>
        ))}
      </ol>
    </>
  )
}
