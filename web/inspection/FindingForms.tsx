import { App, Button, Form, Input, Select } from 'antd'
import { RECOMMENDATIONS } from '#server/inspection/kinds.ts'
import { PersonSelect } from '#web/authority/PersonSelect.tsx'
import { useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused, useTell } from '#web/lib/use-tell.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { inspectionWords } from './words.ts'

interface Fields {
  case?: string
  cadreId?: number
  says: string
  clause: string
  foundOn: string
  kind: keyof typeof RECOMMENDATIONS
  asks: string
  unitId?: number
  dueOn: string
}

/** What was found, and what is asked about it: written together, so that nothing is left without an answer. */
export function FindingForm({ id, cases }: { id: number; cases: string[] }) {
  const say = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const { message } = App.useApp()
  const record = useCommand('POST /inspections/:id/findings')
  const recommend = useCommand('POST /inspections/:id/recommendations')
  const [form] = Form.useForm<Fields>()
  const rules = [{ required: true, message: say.required }]
  const refused = useRefused()(say.addFinding)
  const save = ({ case: caseRef, cadreId, says, clause, foundOn, ...rest }: Fields) =>
    record.mutate(
      { id, says, clause, foundOn, ...(caseRef ? { case: caseRef } : {}), cadreId },
      {
        onSuccess: ({ findingId }) =>
          recommend.mutate(
            { id, findingId, ...rest },
            {
              onSuccess: () => {
                void message.success(say.saved)
                form.resetFields()
              },
              onError: refused,
            },
          ),
        onError: refused,
      },
    )
  return (
    <Form
      form={form}
      name="finding"
      layout="vertical"
      className="card-body no-print"
      onFinish={save}
      initialValues={{ foundOn: asOf, kind: 'remedy' }}
    >
      <h3>{say.addFinding}</h3>
      <Form.Item name="case" label={say.caseRef}>
        <Select allowClear options={cases.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="cadreId" label={say.whom} extra={say.whomSays}>
        <PersonSelect label={say.whom} />
      </Form.Item>
      <Form.Item name="says" label={say.findings} rules={rules}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="clause" label={say.clause} rules={rules}>
        <Input />
      </Form.Item>
      <Form.Item name="foundOn" label={say.on} rules={rules}>
        <DateField />
      </Form.Item>
      <Form.Item name="kind" label={say.kind}>
        <Select
          options={Object.entries(RECOMMENDATIONS).map(([value, { label }]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="asks" label={say.asks} rules={rules}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="unitId" label={say.doer} extra={say.doerSays}>
        <UnitSelect label={say.doer} />
      </Form.Item>
      <Form.Item name="dueOn" label={say.due} rules={rules}>
        <DateField />
      </Form.Item>
      <Button htmlType="submit" loading={record.isPending || recommend.isPending}>
        {say.addFinding}
      </Button>
    </Form>
  )
}

export function ConcludeForm({ id, version }: { id: number; version: number }) {
  const say = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const conclude = useCommand('POST /inspections/:id/conclusion')
  const rules = [{ required: true, message: say.required }]
  const save = (fields: { concludedOn: string; conclusionNo: string; conclusion: string }) =>
    conclude.mutate({ id, version, ...fields }, tell(say.saved, say.conclude))
  return (
    <Form
      name="conclude"
      layout="vertical"
      className="card-body no-print"
      onFinish={save}
      initialValues={{ concludedOn: asOf }}
    >
      <h3>{say.conclude}</h3>
      <Form.Item name="conclusionNo" label={say.conclusionNo} rules={rules}>
        <Input />
      </Form.Item>
      <Form.Item name="concludedOn" label={say.on} rules={rules}>
        <DateField />
      </Form.Item>
      <Form.Item name="conclusion" label={say.conclusion} rules={rules}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Button htmlType="submit" loading={conclude.isPending}>
        {say.conclude}
      </Button>
    </Form>
  )
}
