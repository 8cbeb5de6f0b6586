import { App, Button, Form, Input } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useRefused } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { ownWords } from './own-words.ts'
import type { Person } from './shapes.ts'
import { evaluationWords } from './words.ts'

/** Against one's own published result, within the days the parameter allows. */
export function AppealForm({ person }: { person: Person }) {
  const say = useWords(ownWords)
  const all = useWords(evaluationWords)
  const { message } = App.useApp()
  const refused = useRefused()
  const send = useCommand('POST /own-evaluations/:evaluationId/appeals')
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Card title={say.appeal}>
      <Form
        form={form}
        name="appeal"
        layout="vertical"
        className="card-body"
        onFinish={({ reason }) =>
          send.mutate(
            { evaluationId: person.evaluationId, reason },
            {
              onSuccess: ({ dueOn }) => {
                void message.success(say.appealSent(day(dueOn)))
                form.resetFields()
              },
              onError: refused(say.appeal),
            },
          )
        }
      >
        <p className="second">{say.appealSays}</p>
        <Form.Item
          name="reason"
          label={say.appealWhy}
          rules={[{ required: true, message: all.required }]}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
        <Button htmlType="submit" loading={send.isPending}>
          {say.appealSend}
        </Button>
      </Form>
    </Card>
  )
}
