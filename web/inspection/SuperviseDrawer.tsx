import { Button, Drawer, Form, Input } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { planWords } from './plan-words.ts'
import { inspectionWords } from './words.ts'

interface Fields {
  unitId: number
  title: string
  basis: string
  from: string
  to: string
  says: string
  clause: string
  asks: string
  dueOn: string
}

/** A unit says what it saw in one above it, and what it asks. */
export function SuperviseDrawer({ open, onClose }: { open: boolean; onClose(): void }) {
  const say = useWords(planWords)
  const inspection = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const supervise = useCommand('POST /inspections/upwards')
  const rules = [{ required: true, message: inspection.required }]
  const days = { from: say.from, to: say.to, dueOn: say.dueOn }
  return (
    <Drawer title={say.above} open={open} onClose={onClose} size={460} destroyOnHidden>
      <Form<Fields>
        name="supervise"
        layout="vertical"
        preserve={false}
        onFinish={(fields) => supervise.mutate(fields, tell(inspection.saved, say.above, onClose))}
        initialValues={{ to: asOf }}
      >
        <p className="second">{say.aboveSays}</p>
        <Form.Item name="unitId" label={say.aboveUnit} rules={rules}>
          <UnitSelect label={say.aboveUnit} />
        </Form.Item>
        <Form.Item name="title" label={inspection.topic} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="basis" label={inspection.basis} rules={rules}>
          <Input />
        </Form.Item>
        {(['from', 'to'] as const).map((name) => (
          <Form.Item key={name} name={name} label={days[name]} rules={rules}>
            <DateField />
          </Form.Item>
        ))}
        <Form.Item name="says" label={say.saw} rules={rules}>
          <Input.TextArea rows={3} />
        </Form.Item>
        <Form.Item name="clause" label={say.clause} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="asks" label={say.asks} rules={rules}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="dueOn" label={days.dueOn} rules={rules}>
          <DateField />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={supervise.isPending}>
          {inspection.save}
        </Button>
      </Form>
    </Drawer>
  )
}
