import { App, Form, Input, Modal, Segmented } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { reviewWords } from './review-words.ts'
import type { Cycle } from './shapes.ts'
import { evaluationWords } from './words.ts'

interface Fields {
  note?: string
  circle?: 'person' | 'unit' | 'agency'
}

/** Ends the step that waits; a decision has its number, a publication its circle. */
export function FinishDialog({ cycle, onClose }: { cycle: Cycle; onClose(): void }) {
  const say = useWords(reviewWords)
  const all = useWords(evaluationWords)
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const finish = useCommand('POST /evaluation-cycles/:cycleId/steps')
  const { id, step, version } = cycle
  const send = ({ note, circle }: Fields) =>
    finish.mutate(
      { cycleId: id, step, version, note: note || null, ...(circle && { circle }) },
      {
        onSuccess: () => {
          void message.success(say.moved)
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={`${say.finish[step]}: ${cycle.unitName}, ${cycle.periodLabel}`}
      okText={say.finish[step]}
      cancelText={all.cancel}
      confirmLoading={finish.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {finish.error ? <Notice tone="stop">{finish.error.message}</Notice> : null}
      <Form form={form} name="finish-step" layout="vertical" onFinish={send}>
        {step === 'authority' ? (
          <Form.Item
            name="note"
            label={say.decisionNo}
            rules={[{ required: true, message: all.required }]}
          >
            <Input placeholder="128/QĐ-SNV, 30/10/2026" />
          </Form.Item>
        ) : null}
        {step === 'publish' ? (
          <>
            <Form.Item name="circle" label={say.circle} initialValue="unit">
              <Segmented
                options={(['person', 'unit', 'agency'] as const).map((value) => ({
                  value,
                  label: say.circles[value],
                }))}
              />
            </Form.Item>
            <Form.Item name="note" label={say.where}>
              <Input />
            </Form.Item>
          </>
        ) : null}
      </Form>
    </Modal>
  )
}
