import { App, Button, Drawer, Form, Input, InputNumber } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { personWords } from './person-words.ts'
import type { Product } from './shapes.ts'
import { evaluationWords } from './words.ts'

interface Fields {
  assigned: number
  coefficient: number
  done: number
  failedChecks: number
  delays: number
  finishedOn?: string
  note?: string
}

interface Props {
  product: Product
  onClose(): void
}

/** What the head found of a product; a product given by mistake is struck with a reason. */
export function CheckDrawer({ product, onClose }: Props) {
  const say = useWords(personWords)
  const all = useWords(evaluationWords)
  const { message } = App.useApp()
  const check = useCommand('PATCH /products/:productId')
  const save = ({ finishedOn, note, ...fields }: Fields) =>
    check.mutate(
      {
        productId: product.id,
        version: product.version,
        ...fields,
        finishedOn: finishedOn ?? null,
        note: note || null,
      },
      {
        onSuccess: () => {
          void message.success(all.saved)
          onClose()
        },
      },
    )
  const number = (name: keyof Fields, label: string, step = 1) => (
    <Form.Item name={name} label={label} rules={[{ required: true, message: all.required }]}>
      <InputNumber min={0} step={step} decimalSeparator="," style={{ width: '100%' }} />
    </Form.Item>
  )
  return (
    <Drawer title={`${say.checkTitle}: ${product.name}`} open onClose={onClose} size={420}>
      {check.error ? <Notice tone="stop">{check.error.message}</Notice> : null}
      <Form
        name="check-product"
        layout="vertical"
        onFinish={save}
        initialValues={{
          ...product,
          finishedOn: product.finishedOn ?? undefined,
          note: product.note ?? undefined,
        }}
      >
        {number('assigned', say.assigned, 0.5)}
        {number('coefficient', say.coefficient, 0.5)}
        {number('done', say.done, 0.5)}
        {number('failedChecks', say.failedChecks)}
        {number('delays', say.delays)}
        <Form.Item name="finishedOn" label={say.finished}>
          <DateField />
        </Form.Item>
        <Form.Item name="note" label={say.note}>
          <Input maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={check.isPending}>
          {all.save}
        </Button>
      </Form>
      <Strike product={product} onClose={onClose} />
    </Drawer>
  )
}

function Strike({ product, onClose }: Props) {
  const say = useWords(personWords)
  const all = useWords(evaluationWords)
  const { message } = App.useApp()
  const strike = useCommand('POST /products/:productId/strike')
  if (!useMay('evaluation.strike_product')) return null
  return (
    <Form
      name="strike-product"
      layout="vertical"
      className="apart"
      onFinish={({ reason }: { reason: string }) =>
        strike.mutate(
          { productId: product.id, reason },
          {
            onSuccess: () => {
              void message.success(all.saved)
              onClose()
            },
          },
        )
      }
    >
      {strike.error ? <Notice tone="stop">{strike.error.message}</Notice> : null}
      <Form.Item
        name="reason"
        label={say.strikeWhy}
        rules={[{ required: true, message: all.required }]}
      >
        <Input />
      </Form.Item>
      <Button htmlType="submit" loading={strike.isPending}>
        {say.strike}
      </Button>
    </Form>
  )
}
