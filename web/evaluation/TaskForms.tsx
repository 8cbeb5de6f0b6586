import { Button, Drawer, Form, Input, InputNumber, Modal } from 'antd'
import { PersonSelect } from '#web/authority/PersonSelect.tsx'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { assignWords } from './assign-words.ts'
import type { TaskAct } from './task-columns.tsx'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

interface Fields {
  cadreId: number
  name: string
  product: string
  wanted: number
  dueOn: string
  decisionNo: string
  assignedBy: string
}

interface Props {
  open: boolean
  year: number
  onClose(): void
}

/** A task for a head, with a product that can be counted and the text that gives it. */
export function TaskDrawer({ open, year, onClose }: Props) {
  const say = useWords(assignWords)
  const all = useWords(evaluationWords)
  const give = useCommand('POST /breakthrough-tasks')
  const [form] = Form.useForm<Fields>()
  const told = useSaved(() => {
    form.resetFields()
    onClose()
  })
  const rules = [{ required: true, message: all.required }]
  return (
    <Drawer title={`${say.give}, ${year}`} open={open} onClose={onClose} size={440}>
      <Form
        form={form}
        name="breakthrough"
        layout="vertical"
        initialValues={{ wanted: 1, dueOn: `${year}-12-31` }}
        onFinish={(fields: Fields) => give.mutate({ ...fields, year }, told)}
      >
        <Form.Item name="cadreId" label={say.head} rules={rules}>
          <PersonSelect label={say.head} />
        </Form.Item>
        <Form.Item name="name" label={say.name} rules={rules}>
          <Input.TextArea autoSize />
        </Form.Item>
        <Form.Item name="product" label={say.product} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="wanted" label={say.wanted} rules={rules}>
          <InputNumber min={1} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="dueOn" label={say.due} rules={rules}>
          <DateField />
        </Form.Item>
        <Form.Item name="decisionNo" label={say.decisionNo} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="assignedBy" label={say.assignedBy} rules={rules}>
          <Input />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={give.isPending}>
          {say.give}
        </Button>
      </Form>
    </Drawer>
  )
}

/** How many products are done, said by the head; or verified, said by somebody else. */
export function CountDialog({
  act: { task, verifies },
  onClose,
}: {
  act: TaskAct
  onClose(): void
}) {
  const say = useWords(assignWords)
  const all = useWords(evaluationWords)
  const report = useCommand('POST /breakthrough-tasks/:taskId/report')
  const verify = useCommand('POST /breakthrough-tasks/:taskId/verification')
  const told = useSaved(onClose)
  const [form] = Form.useForm<{ products: number }>()
  const { id: taskId, version } = task
  const send = ({ products }: { products: number }) =>
    verifies
      ? verify.mutate({ taskId, version, verified: products }, told)
      : report.mutate({ taskId, version, done: products }, told)
  return (
    <Modal
      open
      title={`${verifies ? say.verify : say.report}: ${task.person}`}
      okText={verifies ? say.verify : say.report}
      cancelText={all.cancel}
      confirmLoading={report.isPending || verify.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="second">
        {task.name}. {task.product}
      </p>
      <Form
        form={form}
        name="count-products"
        layout="vertical"
        initialValues={{ products: task.done }}
        onFinish={send}
      >
        <Form.Item
          name="products"
          label={verifies ? say.verifyDone : say.reportDone}
          rules={[{ required: true, message: all.required }]}
        >
          <InputNumber min={0} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
