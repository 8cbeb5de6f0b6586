import { Button, Drawer, Form, Input, InputNumber } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { planWords } from './plan-words.ts'
import { inspectionWords } from './words.ts'

interface Fields {
  year: number
  title: string
  decisionNo: string
  decidedOn: string
  signedBy: string
  byUnitId?: number
  purpose?: string
  arrangements?: string
}

/** The plan of one year as it was issued; what it says is drawn again as its letter. */
export function PlanDrawer(props: { open: boolean; year: number; onClose(): void }) {
  const { open, year, onClose } = props
  const say = useWords(planWords)
  const inspection = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const plan = useCommand('POST /inspection-plans')
  const [form] = Form.useForm<Fields>()
  const rules = [{ required: true, message: inspection.required }]
  return (
    <Drawer title={say.write} open={open} onClose={onClose} size={520} destroyOnHidden>
      <Form
        form={form}
        name="inspection-plan"
        layout="vertical"
        preserve={false}
        onFinish={(fields) => plan.mutate(fields, tell(inspection.saved, say.write, onClose))}
        initialValues={{ year, decidedOn: asOf }}
      >
        <p className="second">{say.writeSays}</p>
        <Form.Item name="year" label={say.year} rules={rules}>
          <InputNumber min={2000} max={2100} />
        </Form.Item>
        <Form.Item name="title" label={say.title} rules={rules}>
          <Input placeholder={say.titleHint} />
        </Form.Item>
        {(['decisionNo', 'signedBy'] as const).map((name) => (
          <Form.Item key={name} name={name} label={say[name]} rules={rules}>
            <Input />
          </Form.Item>
        ))}
        <Form.Item name="decidedOn" label={say.decidedOn} rules={rules}>
          <DateField />
        </Form.Item>
        <Form.Item name="byUnitId" label={say.byUnit}>
          <UnitSelect label={say.byUnit} />
        </Form.Item>
        {(['purpose', 'arrangements'] as const).map((name) => (
          <Form.Item key={name} name={name} label={say[name]}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5000} />
          </Form.Item>
        ))}
        <Button type="primary" htmlType="submit" loading={plan.isPending}>
          {inspection.save}
        </Button>
      </Form>
    </Drawer>
  )
}
