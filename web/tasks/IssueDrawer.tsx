import { App, Button, Drawer, Form, Input, Upload } from 'antd'
import { useState } from 'react'
import { ask, type Output, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { type Chosen, PreviewTable } from './PreviewTable.tsx'
import { taskWords } from './words.ts'

interface Fields {
  number: string
  title: string
  issuer: string
  issuedOn: string
  from: string
  followedBy: string
  pasted?: string
  file?: { originFileObj?: File }[]
}

type Preview = Output<'POST /tasks/directives/preview'>

/** A directive of the province from a pasted or an Excel table: look at every cell, then save. */
export function IssueDrawer({ open, onClose }: { open: boolean; onClose(): void }) {
  const say = useWords(taskWords)
  const { asOf } = useAsOf()
  const { message } = App.useApp()
  const issue = useCommand('POST /tasks/directives')
  const [form] = Form.useForm<Fields>()
  const [preview, setPreview] = useState<Preview>()
  const [mapping, setMapping] = useState<Chosen>({})
  const refused = useRefused()(say.issue)
  const tableOf = ({ pasted, file, followedBy }: Fields, chosen: Chosen) => {
    const sent = file?.[0]?.originFileObj
    const table = sent ? { file: sent } : { pasted: pasted ?? '' }
    return { ...table, followedBy, ...(Object.keys(chosen).length > 0 ? { mapping: chosen } : {}) }
  }
  const look = (chosen: Chosen) => {
    setMapping(chosen)
    const fields = form.getFieldsValue()
    ask('POST /tasks/directives/preview', { ...tableOf(fields, chosen), from: fields.from ?? asOf })
      .then(setPreview)
      .catch(refused)
  }
  const save = (fields: Fields) => {
    const { number, title, issuer, issuedOn, from } = fields
    issue
      .mutateAsync({ ...tableOf(fields, mapping), number, title, issuer, issuedOn, from })
      .then(() => {
        void message.success(say.saved)
        form.resetFields()
        setPreview(undefined)
        onClose()
      })
      .catch(refused)
  }
  const blocked = !preview || preview.tasks === 0 || preview.problems.some(({ blocks }) => blocks)
  return (
    <Drawer open={open} onClose={onClose} title={say.issue} size={860}>
      <p>{say.issueSays}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={save}
        initialValues={{ from: asOf, issuedOn: asOf, followedBy: 'Sở Nội vụ' }}
      >
        <Heading />
        <Form.Item name="pasted" label={say.paste}>
          <Input.TextArea rows={5} onChange={() => setPreview(undefined)} />
        </Form.Item>
        <Form.Item
          name="file"
          label={say.excel}
          valuePropName="fileList"
          getValueFromEvent={({ fileList }: { fileList: unknown[] }) => fileList}
        >
          <Upload beforeUpload={() => false} maxCount={1} accept=".xlsx">
            <Button>{say.excel}</Button>
          </Upload>
        </Form.Item>
        <div style={{ display: 'flex', gap: 8, marginBottom: 16 }}>
          <Button onClick={() => look(mapping)}>{say.preview}</Button>
          <Button type="primary" htmlType="submit" disabled={blocked} loading={issue.isPending}>
            {say.save}
          </Button>
        </div>
      </Form>
      {preview ? (
        <>
          <Notice tone={blocked ? 'remind' : 'met'}>
            {count(preview.tasks)} {say.read}
          </Notice>
          <PreviewTable preview={preview} onMapping={look} />
        </>
      ) : null}
    </Drawer>
  )
}

function Heading() {
  const say = useWords(taskWords)
  const required = [{ required: true, message: say.required }]
  return (
    <div className="task-fields">
      <Form.Item name="number" label={say.number} rules={required}>
        <Input placeholder="45/KH-UBND" />
      </Form.Item>
      <Form.Item name="issuer" label={say.issuer} rules={required}>
        <Input placeholder="UBND tỉnh" />
      </Form.Item>
      <Form.Item name="title" label={say.name} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name="followedBy" label={say.followedBy} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name="issuedOn" label={say.issuedOn} rules={required}>
        <DateField />
      </Form.Item>
      <Form.Item name="from" label={say.from} rules={required}>
        <DateField />
      </Form.Item>
    </div>
  )
}
