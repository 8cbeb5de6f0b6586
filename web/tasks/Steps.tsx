import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay, useMe } from '#web/lib/session.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import type { Held } from './Assignment.tsx'
import type { Open } from './tasks-address.ts'
import { taskWords } from './words.ts'

interface Props {
  held: Held
  open: Open
  asOf: string
}

type Step = Held['steps'][number]

interface Fields {
  label?: string
  ownerName?: string
  ownerAccount?: string
  dueOn?: string
  on?: string
  outcome?: string
}

/** The unit's own plan for the task. */
export function Steps({ held, open, asOf }: Props) {
  const say = useWords(taskWords)
  const mayPlan = useMay('tasks.plan_step')
  const [editing, setEditing] = useState<Step | 'added'>()
  const ended = held.state === 'accepted' || held.state === 'cancelled' || held.state === 'waiting'
  return (
    <>
      <h3>{say.plan}</h3>
      {held.steps.length === 0 ? <p className="second">{say.noSteps}</p> : null}
      <ul className="plain">
        {held.steps.map((step) => (
          <li key={step.id}>
            <b>{step.label}</b> · {step.ownerName} · {say.due} {day(step.dueOn)}
            {step.doneOn ? ` · ${say.done} ${day(step.doneOn)}: ${step.outcome}` : ''}
            {step.late ? ` · ${say.late}` : ''}{' '}
            {mayPlan && !step.doneOn ? (
              <Button size="small" type="link" onClick={() => setEditing(step)}>
                {say.finish}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayPlan && !ended ? (
        <Button size="small" className="no-print" onClick={() => setEditing('added')}>
          {say.addStep}
        </Button>
      ) : null}
      <StepForm
        editing={editing}
        held={held}
        open={open}
        asOf={asOf}
        onClose={() => setEditing(undefined)}
      />
    </>
  )
}

function StepForm(props: Props & { editing: Step | 'added' | undefined; onClose(): void }) {
  const { editing, held, open, asOf, onClose } = props
  const say = useWords(taskWords)
  const { username } = useOwnName()
  const refused = useRefused()
  const plan = useCommand('POST /tasks/steps')
  const finish = useCommand('POST /tasks/steps/:id/finish')
  const [form] = Form.useForm<Fields>()
  const required = [{ required: true, message: say.required }]
  const save = ({ label = '', ownerName = '', dueOn = '', outcome = '', ...fields }: Fields) => {
    const { on = asOf, ownerAccount } = fields
    const saved =
      editing === 'added'
        ? plan.mutateAsync({
            ...{ ...open, unitId: held.unitId ?? 0, on, label, ownerName, dueOn },
            ...(ownerAccount ? { ownerAccount } : {}),
          })
        : finish.mutateAsync({ id: editing?.id ?? 0, version: editing?.version ?? 0, on, outcome })
    saved
      .then(() => {
        form.resetFields()
        onClose()
      })
      .catch(refused(say.plan))
  }
  const adds = editing === 'added'
  return (
    <Modal
      open={editing !== undefined}
      title={adds ? say.addStep : say.finish}
      okText={say.save}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={plan.isPending || finish.isPending}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={save}
        initialValues={{ on: asOf, ownerAccount: username }}
      >
        <Form.Item name="on" label={say.on} rules={required}>
          <DateField />
        </Form.Item>
        {adds ? (
          <>
            <Form.Item name="label" label={say.step} rules={required}>
              <Input />
            </Form.Item>
            <Form.Item name="ownerName" label={say.owner} rules={required}>
              <Input />
            </Form.Item>
            <Form.Item name="ownerAccount" label={say.account}>
              <Input />
            </Form.Item>
            <Form.Item name="dueOn" label={say.due} rules={required}>
              <DateField />
            </Form.Item>
          </>
        ) : (
          <Form.Item name="outcome" label={say.outcome} rules={required}>
            <Input.TextArea rows={2} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

const useOwnName = () => ({ username: useMe().username })
