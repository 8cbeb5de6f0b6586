import { App, Button, Form, Input, Modal, Upload } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import type { Held } from './Assignment.tsx'
import type { Open } from './tasks-address.ts'
import { taskWords } from './words.ts'

export type Act =
  | 'progress'
  | 'submission'
  | 'acceptance'
  | 'return'
  | 'extension_request'
  | 'extension_grant'
  | 'extension_refusal'
  | 'cancellation'
  | 'reinstatement'

interface Fields {
  on: string
  says: string
  dueOn?: string
  documentNo?: string
  file?: { originFileObj?: File }[]
}

interface Props {
  act: Act | undefined
  held: Held
  open: Open
  asOf: string
  onClose(): void
}

/** One form for everything that can happen with a task: the day, the words, and what the act needs. */
export function ActForm({ act, held, open, asOf, onClose }: Props) {
  const say = useWords(taskWords)
  const { message } = App.useApp()
  const refused = useRefused()
  const { send, pending } = useActs(held, open)
  const [form] = Form.useForm<Fields>()
  const required = { required: true, message: say.required }
  const reports = act === 'progress' || act === 'submission'
  const save = (fields: Fields) => {
    if (!act) return
    send(act, fields)
      .then(() => {
        void message.success(say.saved)
        form.resetFields()
        onClose()
      })
      .catch(refused(say[act]))
  }
  return (
    <Modal
      open={act !== undefined}
      title={act ? say[act] : ''}
      okText={say.save}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={pending}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" onFinish={save} initialValues={{ on: asOf }}>
        <Form.Item name="on" label={say.on} rules={[required]}>
          <DateField />
        </Form.Item>
        {act === 'extension_request' || act === 'extension_grant' ? (
          <Form.Item
            name="dueOn"
            label={say.dueOn}
            rules={act === 'extension_request' ? [required] : []}
          >
            <DateField />
          </Form.Item>
        ) : null}
        <Form.Item name="says" label={reports ? say.content : say.reason} rules={[required]}>
          <Input.TextArea rows={3} />
        </Form.Item>
        {reports ? (
          <>
            <Form.Item name="documentNo" label={say.document}>
              <Input />
            </Form.Item>
            <Form.Item
              name="file"
              label={say.file}
              valuePropName="fileList"
              getValueFromEvent={({ fileList }: { fileList: unknown[] }) => fileList}
            >
              <Upload beforeUpload={() => false} maxCount={1}>
                <Button>{say.file}</Button>
              </Upload>
            </Form.Item>
          </>
        ) : null}
      </Form>
    </Modal>
  )
}

/** Which command an act is, on the assignment that is open. */
function useActs(held: Held, open: Open) {
  const report = useCommand('POST /tasks/reports')
  const ask = useCommand('POST /tasks/extensions')
  const answer = useCommand('POST /tasks/extensions/:requestId/answer')
  const accept = useCommand('POST /tasks/submissions/:submissionId/verdict')
  const cancel = useCommand('POST /tasks/cancellations')
  const key = { ...open, unitId: held.unitId ?? 0 }
  const send = async (act: Act, { on, says, dueOn, documentNo, file }: Fields) => {
    const at = { ...key, on }
    if (act === 'progress' || act === 'submission') {
      const sent = file?.[0]?.originFileObj
      const evidence = { ...(documentNo ? { documentNo } : {}), ...(sent ? { file: sent } : {}) }
      return report.mutateAsync({ ...at, kind: act, says, ...evidence })
    }
    if (act === 'extension_request')
      return ask.mutateAsync({ ...at, reason: says, dueOn: dueOn ?? '' })
    if (act === 'extension_grant' || act === 'extension_refusal') {
      const granted = act === 'extension_grant'
      const requestId = held.requestId ?? 0
      return answer.mutateAsync({
        ...at,
        requestId,
        granted,
        reason: says,
        ...(dueOn && { dueOn }),
      })
    }
    if (act === 'acceptance' || act === 'return') {
      const submissionId = held.submissionId ?? 0
      return accept.mutateAsync({ ...at, submissionId, accepted: act === 'acceptance', says })
    }
    return cancel.mutateAsync({ ...at, cancelled: act === 'cancellation', reason: says })
  }
  const pending = [report, ask, answer, accept, cancel].some(({ isPending }) => isPending)
  return { send, pending }
}
