import { Button, Drawer, Form, Input } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import type { Question } from './Bank.tsx'
import { examWords } from './words.ts'

interface Fields {
  stem: string
  options?: string
  correct?: string
  guide?: string
  clause: string
}

const lines = (text = '') =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export function Supersede({ question, onClose }: { question: Question; onClose(): void }) {
  const say = useWords(examWords)
  const tell = useTell()
  const send = useCommand('POST /exams/questions/:id/supersede')
  const rules = [{ required: true, message: say.required }]
  const isShort = question.kind === 'short'
  const save = ({ stem, options, correct = '', guide, clause }: Fields) =>
    send.mutate(
      {
        ...{ id: question.id, stem, clause, options: lines(options), guide: guide ?? null },
        correct: (correct.match(/\d+/g) ?? []).map(Number),
      },
      tell(say.saved, say.replace, onClose),
    )
  const { stem, clause, guide } = question
  const shown = {
    stem,
    clause,
    guide,
    options: question.options.join('\n'),
    correct: question.correct.join(', '),
  }
  return (
    <Drawer title={say.replace} open onClose={onClose} size={520}>
      <p className="second">{say.replaceSays}</p>
      <Form name="supersede" layout="vertical" onFinish={save} initialValues={shown}>
        <Form.Item name="stem" label={say.question} rules={rules}>
          <Input.TextArea autoSize />
        </Form.Item>
        {isShort ? (
          <Form.Item name="guide" label={say.guide} rules={rules}>
            <Input.TextArea autoSize />
          </Form.Item>
        ) : (
          <>
            <Form.Item name="options" label={say.options} rules={rules}>
              <Input.TextArea autoSize />
            </Form.Item>
            <Form.Item name="correct" label={say.correct} rules={rules}>
              <Input />
            </Form.Item>
          </>
        )}
        <Form.Item name="clause" label={say.clause} rules={rules}>
          <Input />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {say.save}
        </Button>
      </Form>
    </Drawer>
  )
}
