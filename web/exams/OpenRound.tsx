import { App, Button, Drawer, Form, Input, Select } from 'antd'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { examWords } from './words.ts'

interface Fields {
  name: string
  unitId: number
  blueprintId: number
  opensOn: string
  closesOn: string
  basis: string
}

/** Everybody of the unit who holds the title of the blueprint gets a paper. */
export function OpenRound({ open, onClose }: { open: boolean; onClose(): void }) {
  const say = useWords(examWords)
  const { message } = App.useApp()
  const refused = useRefused()
  const [form] = Form.useForm<Fields>()
  const blueprints = useAnswer('GET /exams/blueprints', {})
  const send = useCommand('POST /exams/rounds')
  const rules = [{ required: true, message: say.required }]
  const save = (fields: Fields) =>
    send.mutate(fields, {
      onSuccess: ({ people }) => {
        void message.success(`${say.opened} ${people}`)
        form.resetFields()
        onClose()
      },
      onError: refused(say.open),
    })
  return (
    <Drawer title={say.open} open={open} onClose={onClose} size={460}>
      <Form form={form} name="exam-round" layout="vertical" onFinish={save}>
        <Form.Item name="name" label={say.name} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="unitId" label={say.unit} rules={rules}>
          <UnitSelect label={say.unit} />
        </Form.Item>
        <Form.Item name="blueprintId" label={say.blueprint} rules={rules}>
          <Select
            options={blueprints.data
              ?.filter(({ inForce }) => inForce)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="opensOn" label={say.opensOn} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="closesOn" label={say.closesOn} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="basis" label={say.basis} rules={rules}>
          <Input />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {say.open}
        </Button>
      </Form>
    </Drawer>
  )
}
