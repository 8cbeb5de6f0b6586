import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { DIFFICULTIES, type Difficulty } from '#server/exams/words.ts'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { examWords } from './words.ts'

interface Fields {
  name: string
  titleCode?: string
  minutes: number
  pass: number
  from: string
  basis: string
  parts: { topicId: number; difficulty: Difficulty; questions: number; points: number }[]
}

/** From a day on; the blueprint before it stays readable. */
export function SetBlueprint({ onClose }: { onClose(): void }) {
  const say = useWords(examWords)
  const tell = useTell()
  const send = useCommand('POST /exams/blueprints')
  const rules = [{ required: true, message: say.required }]
  const save = ({ pass, titleCode, ...rest }: Fields) =>
    send.mutate(
      { ...rest, passShare: pass / 100, ...(titleCode ? { titleCode } : {}) },
      tell(say.saved, say.setBlueprint, onClose),
    )
  const first = { difficulty: 'easy', questions: 5, points: 1 }
  return (
    <Drawer title={say.setBlueprint} open onClose={onClose} size={560}>
      <Form
        name="blueprint"
        layout="vertical"
        onFinish={save}
        initialValues={{ minutes: 30, pass: 50, parts: [first] }}
      >
        <Form.Item name="name" label={say.name} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="titleCode" label={say.titleOf}>
          <Select
            allowClear
            placeholder={say.professional}
            options={TITLES.map(({ value, vi }) => ({ value, label: vi }))}
          />
        </Form.Item>
        <Form.Item name="minutes" label={say.minutes} rules={rules}>
          <InputNumber min={1} max={300} />
        </Form.Item>
        <Form.Item name="pass" label={say.pass} rules={rules}>
          <InputNumber min={1} max={100} />
        </Form.Item>
        <Form.Item name="from" label={say.from} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="basis" label={say.basis} rules={rules}>
          <Input />
        </Form.Item>
        <Parts />
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {say.save}
        </Button>
      </Form>
    </Drawer>
  )
}

/** Titles below the leaders of an agency: those who take a yearly knowledge test. */
const TITLES = [
  { value: 'division_head', vi: 'Trưởng phòng và tương đương' },
  { value: 'division_deputy', vi: 'Phó Trưởng phòng và tương đương' },
  { value: 'specialist', vi: 'Chuyên viên' },
]

function Parts() {
  const say = useWords(examWords)
  const bank = useAnswer('GET /exams/bank', {})
  const rules = [{ required: true, message: say.required }]
  return (
    <Form.List name="parts">
      {(fields, { add }) => (
        <>
          {fields.map(({ key, name }) => (
            <div className="exam-parts" key={key}>
              <Form.Item name={[name, 'topicId']} rules={rules} noStyle>
                <Select
                  aria-label={say.topic}
                  placeholder={say.topic}
                  options={bank.data?.topics.map((one) => ({ value: one.id, label: one.name }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'difficulty']} rules={rules} noStyle>
                <Select
                  aria-label={say.difficulty}
                  options={Object.entries(DIFFICULTIES).map(([value, { label }]) => ({
                    value,
                    label,
                  }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'questions']} rules={rules} noStyle>
                <InputNumber aria-label={say.number} min={1} />
              </Form.Item>
              <Form.Item name={[name, 'points']} rules={rules} noStyle>
                <InputNumber aria-label={say.points} min={0.25} step={0.25} />
              </Form.Item>
            </div>
          ))}
          <Form.Item>
            <Button onClick={() => add({ difficulty: 'medium', questions: 5, points: 1 })}>
              {say.addPart}
            </Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  )
}
