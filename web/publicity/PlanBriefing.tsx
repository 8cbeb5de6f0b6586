import { Button, Drawer, Form, Input, Select } from 'antd'
import { LEVELS, RANKS } from '#server/organisation/code-lists.ts'
import { type Input as Asked, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { learningWords } from './learning-words.ts'

type Plan = Asked<'POST /briefings'>
interface Fields extends Omit<Plan, 'audience' | 'questions' | 'topic'> {
  ranks?: (keyof typeof RANKS)[]
  levels?: (keyof typeof LEVELS)[]
  topic?: 'public_service_culture'
  quiz?: { asks: string; options: string }[]
}

const optionsOf = (list: Readonly<Record<string, { label: string }>>) =>
  Object.entries(list).map(([value, { label }]) => ({ value, label }))

/** The right choice is written first and shown elsewhere: where depends on the question alone. */
function asked(asks: string, options: string) {
  const [first = '', ...others] = options
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const right = asks.length % (others.length + 1)
  return { asks, choices: others.toSpliced(right, 0, first), right }
}

/** Who is meant is said by rank and level; the organisation says who that is. */
export function PlanBriefing({ open, onClose }: { open: boolean; onClose(): void }) {
  const say = useWords(learningWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const plan = useCommand('POST /briefings')
  const required = [{ required: true, message: say.required }]
  const finish = ({ ranks = [], levels = [], quiz = [], topic, ...fields }: Fields) =>
    plan.mutate(
      {
        ...fields,
        ...(topic ? { topic } : {}),
        audience: { ranks, levels },
        questions: quiz.map(({ asks, options }) => asked(asks, options)),
      },
      tell(say.saved, say.plan, onClose),
    )
  return (
    <Drawer open={open} onClose={onClose} title={say.plan} destroyOnHidden>
      <Form<Fields> name="briefing" layout="vertical" requiredMark={false} onFinish={finish}>
        <Form.Item name="title" label={say.name} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="unitId" label={say.holder} rules={required}>
          <UnitSelect label={say.holder} />
        </Form.Item>
        <div className="plan-pair">
          <Form.Item name="heldOn" label={say.held} initialValue={asOf} rules={required}>
            <DateField />
          </Form.Item>
          <Form.Item name="mode" label={say.mode} initialValue="in_person" rules={required}>
            <Select
              options={(['in_person', 'online', 'both'] as const).map((value) => ({
                value,
                label: say[value],
              }))}
            />
          </Form.Item>
        </div>
        <Form.Item name="place" label={say.place} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="ranks" label={say.ranks}>
          <Select mode="multiple" options={optionsOf(RANKS)} />
        </Form.Item>
        <Form.Item name="levels" label={say.levels}>
          <Select mode="multiple" options={optionsOf(LEVELS)} />
        </Form.Item>
        <Form.Item name="topic" label={say.topic}>
          <Select allowClear options={[{ value: 'public_service_culture', label: say.culture }]} />
        </Form.Item>
        <Form.List name="quiz">
          {(rows, { add }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key}>
                  <Form.Item name={[name, 'asks']} label={say.asks} rules={required}>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[name, 'options']} label={say.options} rules={required}>
                    <Input.TextArea rows={3} />
                  </Form.Item>
                </div>
              ))}
              <div className="row">
                <Button onClick={() => add()}>{say.addQuestion}</Button>
                <Button type="primary" htmlType="submit" loading={plan.isPending}>
                  {say.save}
                </Button>
              </div>
            </>
          )}
        </Form.List>
      </Form>
    </Drawer>
  )
}
