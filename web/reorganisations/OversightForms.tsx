import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { oversightWords } from './oversight-words.ts'

/** A leader follows this commune from a day on, by a decision. */
export function AssignForm({ unitId }: { unitId: number }) {
  const say = useWords(oversightWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const [typed, setTyped] = useState('')
  const found = useAnswer('GET /cadres', { asOf, q: typed }, { enabled: typed.length > 1 })
  const assign = useCommand('POST /oversight')
  const [form] = Form.useForm()
  const required = { required: true, message: say.required }
  const save = (fields: { cadreId: number; from: string; decisionNo: string; signedBy: string }) =>
    assign.mutate(
      { unitId, ...fields },
      tell(say.saved, say.assign, () => form.resetFields()),
    )
  return (
    <Form form={form} name="assign" layout="vertical" className="card-body" onFinish={save}>
      <h3>{say.assign}</h3>
      <Form.Item name="cadreId" label={say.person} rules={[required]}>
        <Select
          showSearch={{ filterOption: false, onSearch: setTyped }}
          loading={found.isFetching}
          options={found.data?.rows.map(({ id, fullName, title, unitName }) => ({
            value: id,
            label: [fullName, title, unitName].filter(Boolean).join(', '),
          }))}
        />
      </Form.Item>
      <div className="plan-pair">
        <Form.Item name="from" label={say.startOn} initialValue={asOf} rules={[required]}>
          <DateField />
        </Form.Item>
        <Form.Item name="decisionNo" label={say.decision} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="signedBy" label={say.signer} rules={[required]}>
          <Input />
        </Form.Item>
      </div>
      <Button htmlType="submit" loading={assign.isPending}>
        {say.save}
      </Button>
    </Form>
  )
}

interface VisitFields {
  visitedOn: string
  purpose: string
  findings?: { says: string; dueOn: string }[]
}

/** A visit with what was found and until when it is to be done. */
export function VisitForm({ oversightId }: { oversightId: number }) {
  const say = useWords(oversightWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const record = useCommand('POST /oversight/visits')
  const [form] = Form.useForm<VisitFields>()
  const required = { required: true, message: say.required }
  const save = (fields: VisitFields) =>
    record.mutate(
      { oversightId, ...fields },
      tell(say.saved, say.visit, () => form.resetFields()),
    )
  return (
    <Form form={form} name="visit" layout="vertical" className="card-body" onFinish={save}>
      <h3>{say.visit}</h3>
      <Form.Item name="visitedOn" label={say.visitedOn} initialValue={asOf} rules={[required]}>
        <DateField />
      </Form.Item>
      <Form.Item name="purpose" label={say.purpose} rules={[required]}>
        <Input />
      </Form.Item>
      <Form.List name="findings">
        {(fields, { add }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className="plan-pair" key={key}>
                <Form.Item name={[name, 'says']} label={say.finding} rules={[required]}>
                  <Input />
                </Form.Item>
                <Form.Item name={[name, 'dueOn']} label={say.dueOn} rules={[required]}>
                  <DateField />
                </Form.Item>
              </div>
            ))}
            <div className="row">
              <Button onClick={() => add({ says: '' })}>{say.addFinding}</Button>
              <Button htmlType="submit" loading={record.isPending}>
                {say.save}
              </Button>
            </div>
          </>
        )}
      </Form.List>
    </Form>
  )
}

/** Nobody follows the commune after this day, until somebody is assigned anew. */
export function EndForm({ oversightId }: { oversightId: number }) {
  const say = useWords(oversightWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const end = useCommand('POST /oversight/ends')
  const required = { required: true, message: say.required }
  const save = (fields: { lastDay: string; reason: string }) =>
    end.mutate({ oversightId, ...fields }, tell(say.saved, say.end))
  return (
    <Form name="end" layout="vertical" className="card-body" onFinish={save}>
      <h3>{say.end}</h3>
      <div className="plan-pair">
        <Form.Item name="lastDay" label={say.lastDay} initialValue={asOf} rules={[required]}>
          <DateField />
        </Form.Item>
        <Form.Item name="reason" label={say.reason} rules={[required]}>
          <Input />
        </Form.Item>
      </div>
      <Button htmlType="submit" loading={end.isPending}>
        {say.end}
      </Button>
    </Form>
  )
}
