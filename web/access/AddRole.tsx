import { App, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { roleWords } from './role-words.ts'

interface Fields {
  label: string
  sees: 'province' | 'unit' | 'own' | 'none'
  onlyReads?: boolean
  from: string
  decisionNo: string
}

/** A role of the province's own, with no right yet but the own account. */
export function AddRole({ open, onClose }: { open: boolean; onClose(): void }) {
  const say = useWords(roleWords)
  const { today } = useMe()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const add = useCommand('POST /roles')
  const required = [{ required: true, message: say.required }]
  const save = (fields: Fields) =>
    add.mutate(fields, {
      onSuccess: () => {
        void message.success(say.added)
        form.resetFields()
        onClose()
      },
    })
  return (
    <Modal
      open={open}
      title={say.add}
      okText={say.add}
      cancelText={say.cancel}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={add.isPending}
      forceRender
    >
      <Form
        form={form}
        name="add-role"
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        initialValues={{ sees: 'unit', from: today }}
      >
        <Form.Item name="label" label={say.name} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="sees" label={say.sees}>
          <Select
            options={(['province', 'unit', 'own', 'none'] as const).map((value) => ({
              value,
              label: say[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="onlyReads" valuePropName="checked">
          <Checkbox>{say.onlyReads}</Checkbox>
        </Form.Item>
        <Form.Item name="from" label={say.from} rules={required}>
          <DateField min={today} />
        </Form.Item>
        <Form.Item name="decisionNo" label={say.decision} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        {add.error ? <Notice tone="stop">{add.error.message}</Notice> : null}
      </Form>
    </Modal>
  )
}
