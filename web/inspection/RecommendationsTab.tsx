import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { RECOMMENDATION_STATES, RECOMMENDATIONS } from '#server/inspection/kinds.ts'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { inspectionWords } from './words.ts'

type Row = Output<'GET /recommendations'>['rows'][number]
type Act = 'report' | 'extend' | 'accept' | 'giveBack'
const TONES: Record<Row['state'], Tone> = {
  open: 'info',
  reported: 'due',
  overdue: 'not_met',
  done: 'met',
}

export function RecommendationsTab() {
  const say = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const list = useAnswer('GET /recommendations', { asOf })
  return (
    <Answered answer={list} rows={10}>
      {({ rows }) => (
        <Card title={say.recommendations}>
          {rows.length === 0 ? (
            <EmptyState says={say.noRecommendations} />
          ) : (
            <RecommendationTable rows={rows} />
          )}
        </Card>
      )}
    </Answered>
  )
}

/** What is asked of whom, until when, how far it is, and the next thing to do. */
export function RecommendationTable({ rows }: { rows: Row[] }) {
  const say = useWords(inspectionWords)
  const [acting, setActing] = useState<{ row: Row; act: Act }>()
  if (rows.length === 0) return null
  return (
    <>
      <ScrollBox label={say.recommendations}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.asks}</th>
              <th scope="col" className="only-desk">
                {say.to}
              </th>
              <th scope="col">{say.due}</th>
              <th scope="col">{say.state}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.asks}
                  <div className="second">
                    {RECOMMENDATIONS[row.kind].label}
                    {row.steps.at(-1) ? ` · ${row.steps.at(-1)?.says}` : ''}
                  </div>
                  <div className="only-phone">
                    <Addressed row={row} />
                  </div>
                </td>
                <td className="only-desk">
                  <Addressed row={row} />
                </td>
                <td className="nowrap">{day(row.dueOn)}</td>
                <td>
                  <StateTag tone={TONES[row.state]}>
                    {RECOMMENDATION_STATES[row.state].label}
                  </StateTag>
                  <Acts row={row} onAct={(act) => setActing({ row, act })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {acting ? <ActDialog {...acting} onClose={() => setActing(undefined)} /> : null}
    </>
  )
}

function Addressed({ row: { unit, name, left, handled } }: { row: Row }) {
  const say = useWords(inspectionWords)
  return (
    <div>
      {unit}
      <div className="second">
        {name}
        {left ? ` (${say.left})` : ''}
      </div>
      {handled.map(({ form, decisionNo, decidedOn }) => (
        <div key={`${decidedOn} ${form}`} className="second">
          {say.handled}: {[form, decisionNo, day(decidedOn)].filter(Boolean).join(' · ')}
        </div>
      ))}
    </div>
  )
}

function Acts({ row, onAct }: { row: Row; onAct(act: Act): void }) {
  const say = useWords(inspectionWords)
  const mayReport = useMay('inspection.report')
  const mayJudge = useMay('inspection.judge')
  const mayExtend = useMay('inspection.extend')
  const isOpen = row.state === 'open' || row.state === 'overdue'
  const acts: Act[] = [
    ...(mayReport && row.acts && isOpen ? (['report'] as const) : []),
    ...(mayExtend && isOpen ? (['extend'] as const) : []),
    ...(mayJudge && row.state === 'reported' ? (['accept', 'giveBack'] as const) : []),
  ]
  return (
    <div className="row no-print">
      {acts.map((act) => (
        <Button key={act} size="small" onClick={() => onAct(act)}>
          {say[act]}
        </Button>
      ))}
    </div>
  )
}

interface Acted {
  says: string
  documentNo?: string
  dueOn?: string
}

function ActDialog({ row, act, onClose }: { row: Row; act: Act; onClose(): void }) {
  const say = useWords(inspectionWords)
  const { message } = App.useApp()
  const refused = useRefused()
  const { asOf } = useAsOf()
  const report = useCommand('POST /recommendations/:id/reports')
  const judge = useCommand('POST /recommendations/:id/judgements')
  const extend = useCommand('POST /recommendations/:id/extensions')
  const [form] = Form.useForm<Acted>()
  const required = [{ required: true, message: say.required }]
  const then = {
    onSuccess: () => {
      void message.success(say.saved)
      onClose()
    },
    onError: refused(say[act]),
  }
  const save = ({ says, documentNo, dueOn = '' }: Acted) => {
    const asked = { id: row.id, version: row.version, on: asOf, says }
    if (act === 'extend') extend.mutate({ ...asked, dueOn }, then)
    else if (act === 'report')
      report.mutate({ ...asked, ...(documentNo ? { documentNo } : {}) }, then)
    else judge.mutate({ ...asked, accepted: act === 'accept' }, then)
  }
  return (
    <Modal
      open
      title={`${say[act]}: ${row.asks}`}
      okText={say.save}
      cancelText={say.close}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={report.isPending || judge.isPending || extend.isPending}
    >
      <Form form={form} name="recommendation" layout="vertical" onFinish={save}>
        {act === 'extend' ? (
          <Form.Item name="dueOn" label={say.extendTo} rules={required}>
            <DateField min={row.dueOn} />
          </Form.Item>
        ) : null}
        <Form.Item
          name="says"
          label={act === 'extend' ? say.extendWhy : say.saysField}
          rules={required}
        >
          <Input.TextArea rows={3} />
        </Form.Item>
        {act === 'report' ? (
          <Form.Item
            name="documentNo"
            label={row.kind === 'handle_person' ? say.handlingNo : say.documentNo}
            rules={row.kind === 'handle_person' ? required : []}
          >
            <Input />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}
