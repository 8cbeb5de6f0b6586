import { Button, Drawer, Form, Input, Modal } from 'antd'
import { PersonSelect } from '#web/authority/PersonSelect.tsx'
import { useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import type { ClearanceRow } from './ClearanceTab.tsx'
import { clearanceWords } from './clearance-words.ts'
import { inspectionWords } from './words.ts'

interface Asked {
  cadreId: number
  question: string
  basis: string
  askedOn: string
  dueOn: string
}

interface Closing {
  onClose(): void
  onSaved(): void
}

export function AskDrawer({ open, onClose, onSaved }: Closing & { open: boolean }) {
  const say = useWords(clearanceWords)
  const inspection = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const ask = useCommand('POST /clearance-checks')
  const rules = [{ required: true, message: inspection.required }]
  const done = () => {
    onClose()
    onSaved()
  }
  return (
    <Drawer title={say.ask} open={open} onClose={onClose} size={460} destroyOnHidden>
      <Form<Asked>
        name="ask-clearance"
        layout="vertical"
        preserve={false}
        onFinish={(fields) => ask.mutate(fields, tell(inspection.saved, say.ask, done))}
        initialValues={{ askedOn: asOf }}
      >
        <Form.Item name="cadreId" label={say.person} rules={rules}>
          <PersonSelect label={say.person} />
        </Form.Item>
        <Form.Item name="question" label={say.question} rules={rules}>
          <Input.TextArea rows={3} />
        </Form.Item>
        <Form.Item name="basis" label={say.basis} rules={rules}>
          <Input />
        </Form.Item>
        {(['askedOn', 'dueOn'] as const).map((name) => (
          <Form.Item key={name} name={name} label={say[name]} rules={rules}>
            <DateField />
          </Form.Item>
        ))}
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {inspection.save}
        </Button>
      </Form>
    </Drawer>
  )
}

interface Answered {
  answer: string
  documentNo: string
  answeredOn: string
}

export function AnswerDialog({ row, onClose, onSaved }: Closing & { row: ClearanceRow }) {
  const say = useWords(clearanceWords)
  const inspection = useWords(inspectionWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const answer = useCommand('POST /clearance-checks/:id/answer')
  const [form] = Form.useForm<Answered>()
  const rules = [{ required: true, message: inspection.required }]
  const done = () => {
    onClose()
    onSaved()
  }
  return (
    <Modal
      open
      title={`${say.answer}: ${row.name}`}
      okText={inspection.save}
      cancelText={inspection.close}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={answer.isPending}
    >
      <Form
        form={form}
        name="answer-clearance"
        layout="vertical"
        onFinish={(fields) =>
          answer.mutate(
            { id: row.id, version: row.version, ...fields },
            tell(inspection.saved, say.answer, done),
          )
        }
        initialValues={{ answeredOn: asOf }}
      >
        <p>{row.question}</p>
        <Form.Item name="answer" label={say.answerText} rules={rules}>
          <Input.TextArea rows={3} />
        </Form.Item>
        <Form.Item name="documentNo" label={say.documentNo} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="answeredOn" label={say.answeredOn} rules={rules}>
          <DateField />
        </Form.Item>
      </Form>
    </Modal>
  )
}
