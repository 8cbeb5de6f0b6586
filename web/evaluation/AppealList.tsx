import { Button, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { periodName } from './figures.ts'
import { type Level, RatingSelect, RatingTag } from './Rating.tsx'
import { resultWords } from './result-words.ts'
import type { Appeal } from './shapes.ts'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

/** Appeals of a cycle, or all in sight; those that wait come first. */
export function AppealList({ cycleId }: { cycleId?: number }) {
  const say = useWords(resultWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /evaluation-appeals', { cycleId, asOf })
  return (
    <Card title={say.appeals}>
      <Answered answer={answer} rows={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState says={say.noAppeals} />
          ) : (
            <ul className="appeals">
              {rows.map((appeal) => (
                <li key={appeal.id}>
                  <One appeal={appeal} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <p className="card-body small second">{say.appealsSays}</p>
    </Card>
  )
}

function One({ appeal }: { appeal: Appeal }) {
  const say = useWords(resultWords)
  const { kinds } = useWords(evaluationWords)
  const mayAnswer = useMay('evaluation.answer_appeal')
  const [answering, setAnswering] = useState(false)
  const waits = appeal.answeredOn === null
  return (
    <>
      <div className="row spread">
        <span>
          <b>{appeal.person}</b> · {periodName(appeal.period, kinds)} ·{' '}
          <RatingTag rating={appeal.rating} />
        </span>
        <State appeal={appeal} />
      </div>
      <p className="small second">
        {say.filed} {day(appeal.filedOn)}, {say.due} {day(appeal.dueOn)}
      </p>
      <p className="as-written">“{appeal.reason}”</p>
      {appeal.answer ? (
        <p className="as-written">
          <b>{appeal.answeredBy}</b>, {day(appeal.answeredOn)}: {appeal.answer}
        </p>
      ) : null}
      {waits && mayAnswer && !answering ? (
        <Button onClick={() => setAnswering(true)}>{say.answerIt}</Button>
      ) : null}
      {waits && answering ? (
        <AnswerForm appeal={appeal} onDone={() => setAnswering(false)} />
      ) : null}
    </>
  )
}

function State({ appeal: { answeredOn, upheld, overdue } }: { appeal: Appeal }) {
  const say = useWords(resultWords)
  if (answeredOn !== null)
    return <StateTag tone={upheld ? 'met' : 'info'}>{upheld ? say.upheld : say.rejected}</StateTag>
  return (
    <StateTag tone={overdue ? 'stop' : 'remind'}>{overdue ? say.overdue : say.waiting}</StateTag>
  )
}

function AnswerForm({ appeal, onDone }: { appeal: Appeal; onDone(): void }) {
  const say = useWords(resultWords)
  const all = useWords(evaluationWords)
  const send = useCommand('POST /evaluation-appeals/:appealId')
  const told = useSaved(onDone, say.answered)
  const [form] = Form.useForm<{ decision: 'keep' | 'uphold'; answer: string; rating?: Level }>()
  const decision = Form.useWatch('decision', form)
  const required = [{ required: true, message: all.required }]
  return (
    <Form
      form={form}
      name={`appeal-${appeal.id}`}
      layout="vertical"
      initialValues={{ decision: 'keep' }}
      onFinish={({ answer, rating }) =>
        send.mutate(
          {
            appealId: appeal.id,
            upheld: decision === 'uphold',
            answer,
            ...(decision === 'uphold' && rating && { rating }),
          },
          told,
        )
      }
    >
      <Form.Item name="decision" label={say.decision}>
        <Segmented
          options={[
            { value: 'keep', label: say.keep },
            { value: 'uphold', label: say.uphold },
          ]}
        />
      </Form.Item>
      {decision === 'uphold' ? (
        <Form.Item name="rating" label={say.newRating} rules={required}>
          <RatingSelect label={say.newRating} />
        </Form.Item>
      ) : null}
      <Form.Item name="answer" label={say.answer} rules={required}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {say.answerIt}
      </Button>
    </Form>
  )
}
