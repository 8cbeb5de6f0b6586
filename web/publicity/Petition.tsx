import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay, useMe } from '#web/lib/session.ts'
import { useRefused, useTell } from '#web/lib/use-tell.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { TONES } from './petition-states.ts'
import { petitionWords } from './words.ts'

type Detail = Output<'GET /petitions/:id'>

export function Petition({ id }: { id: number }) {
  const { asOf } = useAsOf()
  const petition = useAnswer('GET /petitions/:id', { id, asOf })
  return (
    <Answered answer={petition} rows={8}>
      {(found) => <Opened found={found} />}
    </Answered>
  )
}

function Opened({ found }: { found: Detail }) {
  const say = useWords(petitionWords)
  const mayAssign = useMay('publicity.assign_petition')
  const mayAnswer = useMay('publicity.answer_petition')
  const open = found.closedOn === null
  return (
    <>
      <div className="card-body">
        <h2>
          {found.kindLabel} {found.id}
        </h2>
        <p>
          <StateTag tone={TONES[found.state]}>{say[found.state]}</StateTag>
        </p>
        <p className="second">
          {say[found.channel as 'web' | 'letter' | 'in_person']} · {say.received}{' '}
          {day(found.receivedOn)} · {say.due} {day(found.dueOn)}
          {found.about ? ` · ${say.about} ${found.about}` : ''}
        </p>
        <p style={{ whiteSpace: 'pre-wrap' }}>{found.says}</p>
        <Sender found={found} />
        {found.steps.length > 0 ? <h3>{say.steps}</h3> : null}
        <ul className="plain-list">
          {found.steps.map((step) => (
            <li key={step.id}>
              <span className="second">
                {day(step.on)} · {say[step.kind as 'assigned' | 'answered' | 'refused']}
                {step.unit ? ` · ${step.unit}` : ''}
              </span>
              <p>{step.says}</p>
            </li>
          ))}
        </ul>
      </div>
      {open && mayAssign ? <Assign found={found} /> : null}
      {open && mayAnswer && found.assignedUnitId !== null ? <Answer found={found} /> : null}
    </>
  )
}

/** Behind a reason, which stays in the log. */
function Sender({ found: { id, named } }: { found: Detail }) {
  const say = useWords(petitionWords)
  const refused = useRefused()
  const look = useCommand('POST /petitions/:id/sender/look')
  const mayLook = useMay('publicity.assign_petition')
  const [reason, setReason] = useState('')
  if (!named)
    return (
      <p className="second">
        {say.who}: {say.anonymous}
      </p>
    )
  if (look.data)
    return (
      <p>
        {say.who}: <b>{look.data.fullName}</b>, {look.data.contact}
      </p>
    )
  if (!mayLook) return null
  return (
    <div className="row no-print" style={{ flexWrap: 'wrap' }}>
      <Input
        aria-label={say.reason}
        placeholder={say.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        style={{ maxWidth: 240 }}
      />
      <Button
        disabled={reason.trim().length < 10}
        loading={look.isPending}
        onClick={() => look.mutate({ id, reason }, { onError: refused(say.look) })}
      >
        {say.look}
      </Button>
    </div>
  )
}

interface Assigned {
  unitId: number
  about?: 'unit' | 'nobody'
  aboutUnitId?: number
  says: string
}

/** Whom it is about must be said before it is given to anybody; what the sender said stands. */
function Assign({ found: { id, version, aboutUnitId: said } }: { found: Detail }) {
  const say = useWords(petitionWords)
  const tell = useTell()
  const on = useDayOfWork()
  const [form] = Form.useForm<Assigned>()
  const about = Form.useWatch('about', form)
  const assign = useCommand('POST /petitions/:id/assignment')
  const required = [{ required: true, message: say.required }]
  return (
    <Form<Assigned>
      form={form}
      name="assign-petition"
      layout="vertical"
      requiredMark={false}
      className="card-body no-print"
      onFinish={({ unitId, says, aboutUnitId = null }) =>
        assign.mutate(
          { id, version, ...on, unitId, says, aboutUnitId: said ?? aboutUnitId },
          tell(say.saved, say.assign),
        )
      }
    >
      <h3>{say.assign}</h3>
      {said === null ? (
        <Form.Item name="about" label={say.aboutWhom} rules={required}>
          <Radio.Group
            options={[
              { value: 'nobody', label: say.aboutNobody },
              { value: 'unit', label: say.aboutOne },
            ]}
          />
        </Form.Item>
      ) : null}
      {about === 'unit' ? (
        <Form.Item name="aboutUnitId" label={say.aboutUnit} rules={required}>
          <UnitSelect label={say.aboutUnit} />
        </Form.Item>
      ) : null}
      <Form.Item name="unitId" label={say.unit} rules={required}>
        <UnitSelect label={say.unit} />
      </Form.Item>
      <Form.Item name="says" label={say.asks} rules={required}>
        <Input />
      </Form.Item>
      <Button htmlType="submit" loading={assign.isPending}>
        {say.assign}
      </Button>
    </Form>
  )
}

/** The day looked at, where the reader may choose one; a unit acts on the day it works. */
function useDayOfWork(): { on?: string } {
  const { asOf } = useAsOf()
  return useMe().sees === 'province' ? { on: asOf } : {}
}

function Answer({ found: { id, version } }: { found: Detail }) {
  const say = useWords(petitionWords)
  const on = useDayOfWork()
  const tell = useTell()
  const answer = useCommand('POST /petitions/:id/answer')
  const [says, setSays] = useState('')
  const send = (accepted: boolean) =>
    answer.mutate({ id, version, ...on, says, accepted }, tell(say.saved, say.answer))
  return (
    <div className="card-body no-print">
      <h3>{say.answer}</h3>
      <Input.TextArea
        rows={4}
        aria-label={say.answerText}
        placeholder={say.answerText}
        value={says}
        onChange={(event) => setSays(event.target.value)}
      />
      <div className="row" style={{ marginTop: 8 }}>
        <Button
          type="primary"
          disabled={says.trim() === ''}
          loading={answer.isPending}
          onClick={() => send(true)}
        >
          {say.answer}
        </Button>
        <Button disabled={says.trim() === ''} onClick={() => send(false)}>
          {say.refuse}
        </Button>
      </div>
    </div>
  )
}
