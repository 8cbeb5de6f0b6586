import { Button, Drawer, Form, Input, Select, Upload } from 'antd'
import { useState } from 'react'
import { type Output, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { regulationWords } from './regulation-words.ts'

interface Props {
  unit: Output<'GET /regulations'>['rows'][number]
  asked: Output<'GET /regulations'>['asked']
  onClose(): void
}

interface Fields {
  kind: string
  number: string
  title: string
  signedBy: string
  issuedOn: string
}

export function FileRegulation({ unit, asked, onClose }: Props) {
  const say = useWords(regulationWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const send = useCommand('POST /regulations')
  const [file, setFile] = useState<File>()
  const required = [{ required: true, message: say.required }]
  const kinds = asked.map(({ id, label }) => ({ value: id, label }))
  return (
    <Drawer open onClose={onClose} title={`${say.file}: ${unit.unit}`} destroyOnHidden>
      <Form<Fields>
        name="regulation"
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: unit.missing[0] ?? kinds[0]?.value, issuedOn: asOf }}
        onFinish={(fields) =>
          send.mutate(
            { unitId: unit.unitId, ...fields, ...(file ? { file } : {}) },
            tell(say.saved, say.file, onClose),
          )
        }
      >
        <Form.Item name="kind" label={say.kind} rules={required}>
          <Select options={kinds} />
        </Form.Item>
        <Form.Item name="title" label={say.name} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="number" label={say.number} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="signedBy" label={say.signer} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="issuedOn" label={say.issuedOn} rules={required}>
          <DateField />
        </Form.Item>
        <Form.Item label={say.attach}>
          <Upload
            maxCount={1}
            beforeUpload={(chosen) => {
              setFile(chosen)
              return false
            }}
            onRemove={() => setFile(undefined)}
          >
            <Button>{say.choose}</Button>
          </Upload>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {say.save}
        </Button>
      </Form>
    </Drawer>
  )
}
