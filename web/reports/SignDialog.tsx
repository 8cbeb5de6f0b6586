import { Form, Input, Modal } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { Notice } from '#web/ui/Notice.tsx'
import type { Filled } from './FormGrid.tsx'
import { reportWords } from './words.ts'

interface Props {
  table: Filled
  open: boolean
  onClose(): void
}

interface Fields {
  reportNo: string
  signedOn: string
  signer: string
}

/** Freezes what is on screen, under the number and day it was signed. */
export function SignDialog({ table, open, onClose }: Props) {
  const say = useWords(reportWords)
  const { today } = useMe()
  const sign = useCommand('POST /signed-reports')
  const [form] = Form.useForm<Fields>()
  const send = (fields: Fields) =>
    sign.mutate({ form: table.form, asOf: table.asOf, ...fields }, { onSuccess: onClose })
  return (
    <Modal
      open={open}
      title={`${say.sign} · ${table.number}`}
      okText={say.sign}
      cancelText={say.cancel}
      confirmLoading={sign.isPending}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{say.signSays}</p>
      {sign.error ? <Notice tone="stop">{sign.error.message}</Notice> : null}
      <Form
        form={form}
        name="sign-report"
        layout="vertical"
        initialValues={{ signedOn: today }}
        onFinish={send}
      >
        <Form.Item name="reportNo" label={say.no} rules={[{ required: true }]}>
          <Input placeholder="12/BC-SNV" />
        </Form.Item>
        <Form.Item name="signedOn" label={say.signedOn} rules={[{ required: true }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="signer" label={say.signer} rules={[{ required: true }]}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  )
}
