import { App, Button, Drawer, Form, Input, Select } from 'antd'
import { CASES, type CaseKind } from '#server/directives/inspection-cases.ts'
import { ACTS, KINDS } from '#server/inspection/kinds.ts'
import { PersonSelect } from '#web/authority/PersonSelect.tsx'
import { useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { planWords } from './plan-words.ts'
import { inspectionWords } from './words.ts'

interface Fields {
  kind: keyof typeof KINDS
  act: keyof typeof ACTS
  title: string
  unitId: number
  byUnitId?: number
  examines?: CaseKind
  from: string
  to: string
  startsOn: string
  endsOn: string
  basis: string
  decisionNo: string
  signedBy: string
  lead: number
  member?: number
}

const optionsOf = (list: Readonly<Record<string, { label: string }>>) =>
  Object.entries(list).map(([value, { label }]) => ({ value, label }))

/** A team is sent to a unit, by a decision, to look at cases of given days. */
export function OpenDrawer(props: { open: boolean; hasPlan: boolean; onClose(): void }) {
  const { open, hasPlan, onClose } = props
  const say = useWords(inspectionWords)
  const plans = useWords(planWords)
  const { asOf } = useAsOf()
  const { message } = App.useApp()
  const refused = useRefused()
  const start = useCommand('POST /inspections')
  const [form] = Form.useForm<Fields>()
  const rules = [{ required: true, message: say.required }]
  const save = ({ lead, member, ...fields }: Fields) =>
    start.mutate(
      {
        ...fields,
        members: [
          { cadreId: lead, duty: 'lead' },
          ...(member ? [{ cadreId: member, duty: 'member' as const }] : []),
        ],
      },
      {
        onSuccess: () => {
          void message.success(say.saved)
          form.resetFields()
          onClose()
        },
        onError: refused(say.start),
      },
    )
  return (
    <Drawer title={say.start} open={open} onClose={onClose} size={460}>
      <Form
        form={form}
        name="inspection"
        layout="vertical"
        onFinish={save}
        initialValues={{
          kind: hasPlan ? 'planned' : 'unscheduled',
          act: 'inspection',
          startsOn: asOf,
        }}
      >
        <Form.Item name="kind" label={say.kind}>
          <Select options={optionsOf(KINDS)} />
        </Form.Item>
        <Form.Item name="act" label={say.act}>
          <Select options={optionsOf(ACTS)} />
        </Form.Item>
        <Form.Item name="title" label={say.topic} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="unitId" label={say.unit} rules={rules}>
          <UnitSelect label={say.unit} />
        </Form.Item>
        <Form.Item name="byUnitId" label={plans.byUnit}>
          <UnitSelect label={plans.byUnit} />
        </Form.Item>
        <Form.Item name="examines" label={say.examines}>
          <Select allowClear options={optionsOf(CASES)} />
        </Form.Item>
        {(['from', 'to', 'startsOn', 'endsOn'] as const).map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={
              { from: say.fromDay, to: say.toDay, startsOn: say.startsOn, endsOn: say.endsOn }[name]
            }
            rules={rules}
          >
            <DateField />
          </Form.Item>
        ))}
        {(['basis', 'decisionNo', 'signedBy'] as const).map((name) => (
          <Form.Item key={name} name={name} label={say[name]} rules={rules}>
            <Input />
          </Form.Item>
        ))}
        <Form.Item name="lead" label={say.lead} rules={rules}>
          <PersonSelect label={say.lead} />
        </Form.Item>
        <Form.Item name="member" label={say.member}>
          <PersonSelect label={say.member} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          {say.save}
        </Button>
      </Form>
    </Drawer>
  )
}
