import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useRefused, useTell } from '#web/lib/use-tell.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { useTasksAddress } from './tasks-address.ts'
import { taskWords } from './words.ts'

type Event = Output<'GET /tasks/events'>[number]

/** What tasks wait for outside the province: recorded when it happens, taken back by another row. */
export function Events() {
  const say = useWords(taskWords)
  const { address, asOf } = useTasksAddress()
  const events = useAnswer('GET /tasks/events', { asOf })
  const mayRecord = useMay('tasks.record_event')
  const [recording, setRecording] = useState<Event>()
  const [withdrawing, setWithdrawing] = useState<number>()
  return (
    <Answered answer={events}>
      {(all) => {
        const wanted = address['van-ban']
        const rows = all.filter(({ directive }) => !wanted || directive === wanted)
        if (rows.length === 0) return <EmptyState says={say.none} />
        return (
          <ScrollBox label={say.events}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.event}</th>
                  <th scope="col">{say.waits}</th>
                  <th scope="col" style={{ minWidth: 240 }}>
                    {say.happened}
                  </th>
                  <th scope="col">{say.clause}</th>
                  <th scope="col" aria-label={say.record} />
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.directive} ${row.event}`}>
                    <td style={{ minWidth: 220 }}>
                      {row.label}
                      <div className="second">{row.event}</div>
                    </td>
                    <td className="nowrap">{row.tasks.join(', ')}</td>
                    <td>
                      <Happened row={row} {...(mayRecord ? { onWithdraw: setWithdrawing } : {})} />
                    </td>
                    <td>
                      <ClauseChip cite={row.cite.split(' · ')[1] ?? row.cite}>
                        <p>{row.cite}</p>
                      </ClauseChip>
                    </td>
                    <td>
                      {mayRecord ? (
                        <Button size="small" onClick={() => setRecording(row)}>
                          {say.record}
                        </Button>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Record event={recording} asOf={asOf} onClose={() => setRecording(undefined)} />
            <Withdraw id={withdrawing} asOf={asOf} onClose={() => setWithdrawing(undefined)} />
          </ScrollBox>
        )
      }}
    </Answered>
  )
}

function Happened({ row, onWithdraw }: { row: Event; onWithdraw?: (id: number) => void }) {
  const say = useWords(taskWords)
  if (row.happened.length === 0) return say.notYet
  return row.happened.map(({ id, on, document, dueOn, withdrawnOn, reason }) => (
    <div key={id}>
      <b>{day(on)}</b> · {document}
      {dueOn ? ` · ${say.due} ${day(dueOn)}` : ''}{' '}
      {withdrawnOn ? (
        <span className="second">{`${say.withdrawn} ${day(withdrawnOn)}: ${reason}`}</span>
      ) : onWithdraw ? (
        <Button size="small" type="link" onClick={() => onWithdraw(id)}>
          {say.withdraw}
        </Button>
      ) : null}
    </div>
  ))
}

interface Recorded {
  on: string
  document?: string
  dueOn?: string
}

function Record(props: { event: Event | undefined; asOf: string; onClose(): void }) {
  const { event, asOf, onClose } = props
  const say = useWords(taskWords)
  const tell = useTell()
  const record = useCommand('POST /tasks/events')
  const [form] = Form.useForm<Recorded>()
  const save = (fields: Recorded) => {
    if (!event) return
    record.mutate(
      { event: event.event, directive: event.directive, ...fields },
      tell(say.saved, say.record, () => {
        form.resetFields()
        onClose()
      }),
    )
  }
  return (
    <Modal
      open={event !== undefined}
      title={event?.label}
      okText={say.save}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={record.isPending}
    >
      <Form form={form} layout="vertical" onFinish={save} initialValues={{ on: asOf }}>
        <Form.Item name="on" label={say.on} rules={[{ required: true, message: say.required }]}>
          <DateField />
        </Form.Item>
        <Form.Item
          name="document"
          label={say.document}
          rules={[{ required: true, message: say.required }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="dueOn" label={say.eventDue}>
          <DateField />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function Withdraw(props: { id: number | undefined; asOf: string; onClose(): void }) {
  const { id, asOf, onClose } = props
  const say = useWords(taskWords)
  const refused = useRefused()
  const withdraw = useCommand('POST /tasks/events/:id/withdrawal')
  const [form] = Form.useForm<{ on: string; reason: string }>()
  const save = (fields: { on: string; reason: string }) => {
    if (id === undefined) return
    withdraw.mutate(
      { id, ...fields },
      {
        onSuccess: onClose,
        onError: refused(say.withdraw),
      },
    )
  }
  return (
    <Modal
      open={id !== undefined}
      title={say.withdraw}
      okText={say.save}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={withdraw.isPending}
    >
      <Form form={form} layout="vertical" onFinish={save} initialValues={{ on: asOf }}>
        <Form.Item name="on" label={say.on} rules={[{ required: true, message: say.required }]}>
          <DateField />
        </Form.Item>
        <Form.Item
          name="reason"
          label={say.reason}
          rules={[{ required: true, message: say.required }]}
        >
          <Input.TextArea rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
