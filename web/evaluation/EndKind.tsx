import { Form, Modal } from 'antd'
import { type Output, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { assignWords } from './assign-words.ts'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

type Kind = Output<'GET /product-kinds'>['rows'][number]

/** No longer used from a day on; what was assigned by it stays. */
export function EndKind({ kind, onClose }: { kind: Kind; onClose(): void }) {
  const say = useWords(assignWords)
  const all = useWords(evaluationWords)
  const { asOf } = useAsOf()
  const end = useCommand('POST /product-kinds/:kindId/end')
  const told = useSaved(onClose)
  const [form] = Form.useForm<{ from: string }>()
  return (
    <Modal
      open
      title={`${say.end}: ${kind.name}`}
      okText={say.end}
      cancelText={all.cancel}
      confirmLoading={end.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="end-kind"
        layout="vertical"
        initialValues={{ from: asOf }}
        onFinish={({ from }) => end.mutate({ kindId: kind.id, from }, told)}
      >
        <Form.Item
          name="from"
          label={say.endFrom}
          rules={[{ required: true, message: all.required }]}
        >
          <DateField />
        </Form.Item>
      </Form>
    </Modal>
  )
}
