import { Button, Drawer, Form, Input } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import type { Given } from './shapes.ts'
import { authorityWords } from './words.ts'

interface Fields {
  endedOn: string
  decisionNo: string
  signedBy: string
}

/** Ends one delegation of the province by a decision; nothing is erased. */
export function EndDrawer({ given, onClose }: { given: Given | undefined; onClose(): void }) {
  const say = useWords(authorityWords)
  const tell = useTell()
  const end = useCommand('POST /authority/delegations/:id/end')
  const [form] = Form.useForm<Fields>()
  const save = (fields: Fields) => {
    if (typeof given?.id !== 'number') return
    end.mutate(
      { id: given.id, ...fields },
      tell(say.ended, say.endTitle, () => {
        form.resetFields()
        onClose()
      }),
    )
  }
  const required = { required: true, message: say.required }
  return (
    <Drawer title={say.endTitle} open={given !== undefined} onClose={onClose}>
      <p>
        <b>{given?.holder}</b> · {given?.legalBasis}
      </p>
      <Form form={form} name="end-delegation" layout="vertical" onFinish={save}>
        <Form.Item name="endedOn" label={say.endOn} rules={[required]}>
          <DateField />
        </Form.Item>
        <Form.Item name="decisionNo" label={say.decision} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="signedBy" label={say.signer} rules={[required]}>
          <Input />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={end.isPending}>
          {say.endTitle}
        </Button>
      </Form>
    </Drawer>
  )
}
