import { Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { publicityWords } from './words.ts'

interface Fields {
  unitId: number
  who: string
  says: string
  recognisedOn: string
  decisionNo: string
  signedBy: string
}

/** People and units made known to all, by decision. */
export function Examples() {
  const say = useWords(publicityWords)
  const { asOf } = useAsOf()
  const examples = useAnswer('GET /good-examples', { asOf })
  const mayRecord = useMay('publicity.record_example')
  const [open, setOpen] = useState(false)
  const add = mayRecord ? (
    <Button size="small" onClick={() => setOpen(true)}>
      {say.addExample}
    </Button>
  ) : null
  return (
    <Card title={say.examples} aside={add}>
      <Answered answer={examples} rows={5}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState says={say.noExample} />
          ) : (
            <ul className="plain-list">
              {rows.map((row) => (
                <li key={row.id} className="card-body">
                  <h3>{row.who}</h3>
                  <p>{row.says}</p>
                  <p className="small second">
                    {row.unit} · {day(row.recognisedOn)} · {row.decisionNo}, {row.signedBy}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <AddExample open={open} onClose={() => setOpen(false)} />
    </Card>
  )
}

function AddExample({ open, onClose }: { open: boolean; onClose(): void }) {
  const say = useWords(publicityWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const record = useCommand('POST /good-examples')
  const required = [{ required: true, message: say.required }]
  return (
    <Drawer open={open} onClose={onClose} title={say.addExample} destroyOnHidden>
      <Form<Fields>
        name="example"
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => record.mutate(fields, tell(say.saved, say.addExample, onClose))}
      >
        <Form.Item name="who" label={say.who} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="unitId" label={say.unit} rules={required}>
          <UnitSelect label={say.unit} />
        </Form.Item>
        <Form.Item name="says" label={say.what} rules={required}>
          <Input.TextArea rows={5} />
        </Form.Item>
        <Form.Item name="recognisedOn" label={say.on} initialValue={asOf} rules={required}>
          <DateField />
        </Form.Item>
        <Form.Item name="decisionNo" label={say.decision} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="signedBy" label={say.signer} rules={required}>
          <Input />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {say.save}
        </Button>
      </Form>
    </Drawer>
  )
}
