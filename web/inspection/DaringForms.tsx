import { Button, Drawer, Form, Input, Select } from 'antd'
import { AFTER, PROPOSAL_STEPS, type ProposalState } from '#server/inspection/kinds.ts'
import { PersonSelect } from '#web/authority/PersonSelect.tsx'
import { type Input as Asked, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { daringWords } from './daring-words.ts'

type Kind = keyof typeof PROPOSAL_STEPS

export function RegisterDrawer({ open, onClose }: { open: boolean; onClose(): void }) {
  const say = useWords(daringWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const me = useMe()
  const register = useCommand('POST /proposals')
  const [form] = Form.useForm<Asked<'POST /proposals'>>()
  const rules = [{ required: true, message: say.required }]
  const save = (fields: Asked<'POST /proposals'>) =>
    register.mutate(
      fields,
      tell(say.saved, say.register, () => {
        form.resetFields()
        onClose()
      }),
    )
  return (
    <Drawer title={say.register} open={open} onClose={onClose} size={460}>
      <Form
        form={form}
        name="proposal"
        layout="vertical"
        onFinish={save}
        initialValues={{ registeredOn: asOf }}
      >
        {me.cadreId === null ? (
          <Form.Item name="cadreId" label={say.who} rules={rules}>
            <PersonSelect label={say.who} />
          </Form.Item>
        ) : null}
        <Form.Item name="title" label={say.name} rules={rules}>
          <Input />
        </Form.Item>
        {(['problem', 'proposes', 'beyond', 'benefit'] as const).map((part) => (
          <Form.Item key={part} name={part} label={say[part]} rules={rules}>
            <Input.TextArea rows={2} />
          </Form.Item>
        ))}
        <Form.Item name="registeredOn" label={say.registeredOn} rules={rules}>
          <DateField />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={register.isPending}>
          {say.save}
        </Button>
      </Form>
    </Drawer>
  )
}

type StepFields = Omit<Asked<'POST /proposals/:id/steps'>, 'id' | 'version' | 'achieved'> & {
  achieved?: 'yes' | 'no'
}

/** The steps that may follow from where the proposal stands. */
export function StepForm(props: { id: number; version: number; state: ProposalState }) {
  const { id, version, state } = props
  const say = useWords(daringWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const step = useCommand('POST /proposals/:id/steps')
  const [form] = Form.useForm<StepFields>()
  const kind = Form.useWatch('kind', form)
  const rules = [{ required: true, message: say.required }]
  const decided = kind === 'piloted' || kind === 'refused' || kind === 'protected'
  const save = ({ achieved, ...fields }: StepFields) =>
    step.mutate(
      { id, version, ...fields, ...(achieved ? { achieved: achieved === 'yes' } : {}) },
      tell(say.saved, say.next, () => form.resetFields()),
    )
  const kinds = (Object.keys(PROPOSAL_STEPS) as Kind[]).filter((one) => AFTER[one].includes(state))
  return (
    <Form
      form={form}
      name="step"
      layout="vertical"
      className="card-body no-print"
      onFinish={save}
      initialValues={{ on: asOf }}
    >
      <h3>{say.next}</h3>
      <Form.Item name="kind" label={say.kind} rules={rules}>
        <Select options={kinds.map((value) => ({ value, label: PROPOSAL_STEPS[value].label }))} />
      </Form.Item>
      <Form.Item name="says" label={say.text} rules={rules}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="on" label={say.on} rules={rules}>
        <DateField />
      </Form.Item>
      {decided
        ? (['decisionNo', 'signedBy'] as const).map((name) => (
            <Form.Item key={name} name={name} label={say[name]} rules={rules}>
              <Input />
            </Form.Item>
          ))
        : null}
      {kind === 'piloted' ? (
        <Form.Item name="pilotUntil" label={say.pilotUntil} rules={rules}>
          <DateField />
        </Form.Item>
      ) : null}
      {kind === 'evaluated' ? (
        <Form.Item name="achieved" label={say.achieved} rules={rules}>
          <Select
            options={[
              { value: 'yes', label: say.yes },
              { value: 'no', label: say.no },
            ]}
          />
        </Form.Item>
      ) : null}
      <Button htmlType="submit" loading={step.isPending}>
        {say.save}
      </Button>
    </Form>
  )
}
