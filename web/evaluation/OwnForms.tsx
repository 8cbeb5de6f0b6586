import { Button, Form, Input, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { assignWords } from './assign-words.ts'
import { ownWords } from './own-words.ts'
import type { Product } from './shapes.ts'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

interface Props {
  product: Product
  onDone(): void
}

const number = (min: number) => (
  <InputNumber min={min} step={1} decimalSeparator="," style={{ width: '100%' }} />
)

function Save({ busy, children }: { busy: boolean; children: ReactNode }) {
  return (
    <Button type="primary" htmlType="submit" loading={busy}>
      {children}
    </Button>
  )
}

const useRequired = () => [{ required: true, message: useWords(evaluationWords).required }]

export function ProgressForm({ product, onDone }: Props) {
  const say = useWords(ownWords)
  const all = useWords(evaluationWords)
  const { today } = useMe()
  const report = useCommand('PATCH /own-products/:productId')
  const told = useSaved(onDone)
  const { id: productId, version, done, finishedOn } = product
  return (
    <Form
      name={`progress-${productId}`}
      layout="vertical"
      className="inline-form"
      initialValues={{ done, finishedOn: finishedOn ?? undefined }}
      onFinish={(fields: { done: number; finishedOn?: string }) =>
        report.mutate(
          { productId, version, done: fields.done, finishedOn: fields.finishedOn ?? null },
          told,
        )
      }
    >
      <Form.Item name="done" label={say.doneNow} rules={useRequired()}>
        {number(0)}
      </Form.Item>
      <Form.Item name="finishedOn" label={say.finishedOn}>
        <DateField max={today} />
      </Form.Item>
      <Save busy={report.isPending}>{all.save}</Save>
    </Form>
  )
}

export function ClaimForm({ product, onDone }: Props) {
  const say = useWords(ownWords)
  const claim = useCommand('POST /own-products/:productId/claims')
  const told = useSaved(onDone, say.claimed)
  const of = product.delays > product.sparedDelays ? 'delay' : 'check'
  const most = of === 'delay' ? product.delays : product.failedChecks
  return (
    <Form
      name={`claim-${product.id}`}
      layout="vertical"
      className="inline-form"
      initialValues={{ times: most }}
      onFinish={(fields: { reason: string; document?: string; times: number }) =>
        claim.mutate(
          { productId: product.id, of, ...fields, document: fields.document || null },
          told,
        )
      }
    >
      <Form.Item name="reason" label={say.claimWhy} rules={useRequired()}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item name="document" label={say.claimDocument}>
        <Input placeholder="CV 88/UBND, 17/10" />
      </Form.Item>
      <Form.Item name="times" label={say.claimTimes} rules={useRequired()}>
        <InputNumber min={1} max={most} style={{ width: '100%' }} />
      </Form.Item>
      <Save busy={claim.isPending}>{say.sendClaim}</Save>
    </Form>
  )
}

export function ProofForm({ product, onDone }: Props) {
  const say = useWords(ownWords)
  const add = useCommand('POST /own-products/:productId/proofs')
  const told = useSaved(onDone)
  const [file, setFile] = useState<File>()
  const [form] = Form.useForm<{ label: string; link?: string }>()
  return (
    <Form
      form={form}
      name={`proof-${product.id}`}
      layout="vertical"
      className="inline-form"
      onFinish={({ label, link }) =>
        add.mutate(
          { productId: product.id, label, ...(link && { link }), ...(file && { file }) },
          told,
        )
      }
    >
      <Form.Item name="label" label={say.proofLabel} rules={useRequired()}>
        <Input placeholder="BC 412/BC-SNV" />
      </Form.Item>
      <Form.Item name="link" label={say.proofLink}>
        <Input type="url" placeholder="https://" />
      </Form.Item>
      <label className="file-field">
        <span>{say.proofFile}</span>
        <input
          type="file"
          accept=".pdf,.png,.jpg,.docx,.xlsx"
          onChange={({ target }) => {
            const chosen = target.files?.[0]
            setFile(chosen)
            if (chosen && !form.getFieldValue('label')) form.setFieldValue('label', chosen.name)
          }}
        />
      </label>
      <Save busy={add.isPending}>{say.addProof}</Save>
    </Form>
  )
}

interface AddProps {
  evaluationId: number
  onDone(): void
}

export function AddOwnForm({ evaluationId, onDone }: AddProps) {
  const say = useWords(ownWords)
  const words = useWords(assignWords)
  const add = useCommand('POST /own-evaluations/:evaluationId/products')
  const told = useSaved(onDone)
  return (
    <Form
      name="add-own"
      layout="vertical"
      className="inline-form padded"
      initialValues={{ assigned: 1 }}
      onFinish={(fields: { name: string; assigned: number; dueOn?: string }) =>
        add.mutate({ evaluationId, ...fields }, told)
      }
    >
      <p className="small second">{say.addSays}</p>
      <Form.Item name="name" label={words.name} rules={useRequired()}>
        <Input />
      </Form.Item>
      <Form.Item name="assigned" label={words.quantity} rules={useRequired()}>
        {number(1)}
      </Form.Item>
      <Form.Item name="dueOn" label={words.due}>
        <DateField />
      </Form.Item>
      <Save busy={add.isPending}>{say.addTitle}</Save>
    </Form>
  )
}
