import { Button, Form, Input } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { planWords } from './words.ts'

/** Takes the decision back; a refusal names what rests on it by now. */
export function UndoForm({ id }: { id: number }) {
  const say = useWords(planWords)
  const tell = useTell()
  const undo = useCommand('POST /reorganisations/:id/undo')
  const run = ({ reason }: { reason: string }) =>
    undo.mutate({ id, reason }, tell(say.undone, say.undo))
  return (
    <Card title={say.undo}>
      <Form name="undo" layout="vertical" onFinish={run} className="card-body">
        <p className="second">{say.undoSays}</p>
        <Form.Item
          name="reason"
          label={say.undoReason}
          rules={[{ required: true, message: say.required }]}
        >
          <Input />
        </Form.Item>
        <Button htmlType="submit" loading={undo.isPending}>
          {say.undo}
        </Button>
      </Form>
    </Card>
  )
}
