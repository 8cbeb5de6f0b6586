import { App, Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused, useTell } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { DecideForm } from './DecideForm.tsx'
import { EffectView } from './EffectView.tsx'
import { StepEditor } from './StepEditor.tsx'
import type { Placement, PlanInput, StoredPlan } from './shapes.ts'
import { fieldsOf, type StepFields, stepOf } from './step-fields.ts'
import { planWords } from './words.ts'

interface Fields {
  title: string
  effective_on: string
  legal_basis: string
  steps: StepFields[]
}

interface Props {
  /** Undefined while the plan is being written for the first time. */
  plan: StoredPlan | undefined
  asOf: string
  onOpen(id: number | undefined): void
}

/** A draft: its words and steps, what it would do, and the decision when it is ready. */
export function PlanEditor({ plan, asOf, onOpen }: Props) {
  const say = useWords(planWords)
  const { message } = App.useApp()
  const onError = useRefused()(say.title)
  const [form] = Form.useForm<Fields>()
  const [placements, setPlacements] = useState<Placement[]>(plan?.placements ?? [])
  const preview = useCommand('POST /reorganisations/preview')
  const prepare = useCommand('POST /reorganisations')
  const revise = useCommand('POST /reorganisations/:id')
  const planNow = (fields: Fields): PlanInput => ({
    title: fields.title,
    effective_on: fields.effective_on,
    legal_basis: fields.legal_basis,
    steps: fields.steps.map(stepOf),
    placements,
  })
  const saved = ({ id }: { id: number }) => {
    void message.success(say.saved)
    onOpen(id)
  }
  const save = (fields: Fields) => {
    const written = planNow(fields)
    if (plan)
      revise.mutate(
        { ...written, id: plan.id, version: plan.version },
        { onError, onSuccess: saved },
      )
    else prepare.mutate(written, { onError, onSuccess: saved })
  }
  const look = () =>
    form.validateFields().then(
      (fields) => preview.mutate(planNow(fields), { onError }),
      // The form already says at each field what is missing; the first one comes into view.
      ({ errorFields: [first] }) => form.scrollToField(first.name),
    )
  const place = (placement: Placement) =>
    setPlacements([...placements.filter(({ person }) => person !== placement.person), placement])
  return (
    <>
      <Card
        title={plan ? plan.title : say.add}
        aside={plan ? <DropButton id={plan.id} onDropped={() => onOpen(undefined)} /> : null}
      >
        <div className="card-body">
          <Form
            form={form}
            name="plan"
            layout="vertical"
            onFinish={save}
            scrollToFirstError
            initialValues={
              plan
                ? { ...plan, steps: plan.steps.map(fieldsOf) }
                : { effective_on: asOf, steps: [{ kind: 'merge' }] }
            }
          >
            <Head />
            <Steps asOf={asOf} />
            <div className="row">
              <Button type="primary" onClick={look} loading={preview.isPending}>
                {say.preview}
              </Button>
              <Button htmlType="submit" loading={prepare.isPending || revise.isPending}>
                {say.save}
              </Button>
            </div>
          </Form>
        </div>
      </Card>
      <Card title={say.effect} aside={<span className="second">{say.previewSays}</span>}>
        {preview.data ? (
          <EffectView
            effect={preview.data}
            targets={preview.data.targets}
            placements={placements}
            onPlace={place}
          />
        ) : preview.error ? (
          <div className="card-body">
            <Notice tone="stop">{preview.error.message}</Notice>
          </div>
        ) : (
          <EmptyState says={say.previewAsk} />
        )}
      </Card>
      {plan ? <DecideForm plan={plan} /> : null}
    </>
  )
}

function Head() {
  const say = useWords(planWords)
  const required = { required: true, message: say.required }
  return (
    <>
      <Form.Item name="title" label={say.name} rules={[required]}>
        <Input />
      </Form.Item>
      <div className="plan-pair">
        <Form.Item name="effective_on" label={say.on} rules={[required]}>
          <DateField />
        </Form.Item>
        <Form.Item name="legal_basis" label={say.basis} rules={[required]}>
          <Input />
        </Form.Item>
      </div>
    </>
  )
}

function Steps({ asOf }: { asOf: string }) {
  const say = useWords(planWords)
  return (
    <Form.List name="steps">
      {(fields, { add, remove }) => (
        <>
          <h3>{say.steps}</h3>
          {fields.map(({ key, name }) => (
            <StepEditor
              key={key}
              index={name}
              asOf={asOf}
              onRemove={fields.length > 1 ? () => remove(name) : undefined}
            />
          ))}
          <Button onClick={() => add({ kind: 'merge' })} style={{ marginBottom: 12 }}>
            {say.addStep}
          </Button>
        </>
      )}
    </Form.List>
  )
}

function DropButton({ id, onDropped }: { id: number; onDropped(): void }) {
  const say = useWords(planWords)
  const tell = useTell()
  const drop = useCommand('DELETE /reorganisations/:id')
  const run = () => drop.mutate({ id }, tell(say.dropped, say.drop, onDropped))
  return (
    <Popconfirm title={say.dropAsk} okText={say.drop} cancelText={say.keep} onConfirm={run}>
      <Button size="small">{say.drop}</Button>
    </Popconfirm>
  )
}
