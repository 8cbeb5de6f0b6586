import { Button, Form, Input } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import type { StoredPlan } from './shapes.ts'
import { planWords } from './words.ts'

interface Fields {
  decision_no: string
  signed_on: string
  signed_by: string
}

/** The decision that makes the saved draft so. */
export function DecideForm({ plan }: { plan: StoredPlan }) {
  const say = useWords(planWords)
  const tell = useTell()
  const decide = useCommand('POST /reorganisations/:id/decision')
  const required = { required: true, message: say.required }
  const save = (fields: Fields) =>
    decide.mutate({ id: plan.id, version: plan.version, ...fields }, tell(say.decided, say.decide))
  return (
    <Card title={say.decide} aside={<span className="second">{say.decideSays}</span>}>
      <Form name="decision" layout="vertical" className="card-body" onFinish={save}>
        <div className="plan-pair">
          <Form.Item name="decision_no" label={say.decisionNo} rules={[required]}>
            <Input placeholder="15/QĐ-UBND" />
          </Form.Item>
          <Form.Item name="signed_on" label={say.signedOn} rules={[required]}>
            <DateField />
          </Form.Item>
          <Form.Item name="signed_by" label={say.signedBy} rules={[required]}>
            <Input />
          </Form.Item>
        </div>
        <Button htmlType="submit" loading={decide.isPending}>
          {say.decide}
        </Button>
      </Form>
    </Card>
  )
}
