import { App, Button, Drawer, Form, Input } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { kinshipWords } from './kinship-words.ts'

interface Props {
  cadreId: number
  open: boolean
  onClose(): void
}

/** Records that the person keeps out of a case. */
export function RecusalDrawer({ open, ...props }: Props) {
  const say = useWords(kinshipWords)
  return (
    <Drawer title={say.recuse} open={open} onClose={props.onClose} size={420} destroyOnHidden>
      <Ours {...props} />
    </Drawer>
  )
}

interface Fields {
  caseRef: string
  reason: string
  on: string
}

function Ours({ cadreId, onClose }: Omit<Props, 'open'>) {
  const say = useWords(kinshipWords)
  const { today } = useMe()
  const { message } = App.useApp()
  const recuse = useCommand('POST /authority/recusals')
  const required = [{ required: true, message: say.required }]
  const finish = ({ caseRef, reason, on }: Fields) =>
    recuse.mutate(
      { cadreId, caseRef, reason, on },
      {
        onSuccess: () => {
          void message.success(say.saved)
          onClose()
        },
      },
    )
  return (
    <Form<Fields> name="recusal" layout="vertical" initialValues={{ on: today }} onFinish={finish}>
      <Form.Item name="caseRef" label={say.caseRef} rules={required}>
        <Input placeholder={say.caseHint} />
      </Form.Item>
      <Form.Item name="reason" label={say.reason} rules={required}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="on" label={say.on} rules={required}>
        <DateField max={today} />
      </Form.Item>
      {recuse.error ? <Notice tone="stop">{recuse.error.message}</Notice> : null}
      <Button type="primary" htmlType="submit" loading={recuse.isPending} className="top-gap">
        {say.save}
      </Button>
    </Form>
  )
}
