import { Button, Form, Input, InputNumber, Radio } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { StateTag } from '#web/ui/StateTag.tsx'
import { amount } from './figures.ts'
import { ownWords } from './own-words.ts'
import { LEVELS, type Level, levelName } from './Rating.tsx'
import type { Person } from './shapes.ts'

interface Fields {
  rating?: Level
  common?: number | null
  note?: string
}

/** The level one proposes oneself: kept as a draft, or signed and sent. */
export function SelfForm({ person }: { person: Person }) {
  const say = useWords(ownWords)
  const tell = useTell()
  const assess = useCommand('PUT /own-evaluations/:evaluationId')
  const [form] = Form.useForm<Fields>()
  const save = (sent: boolean) => {
    const { rating, common, note } = form.getFieldsValue()
    assess.mutate(
      {
        evaluationId: person.evaluationId,
        version: person.version,
        rating: rating ?? null,
        common: common ?? null,
        note: note?.trim() || null,
        sent,
      },
      tell(sent ? say.sent : say.drafted, say.selfTitle),
    )
  }
  return (
    <section className="card" aria-label={say.selfTitle}>
      <Form
        form={form}
        name="self"
        layout="vertical"
        className="card-body"
        initialValues={{
          rating: person.selfRating ?? undefined,
          common: person.selfCommon,
          note: person.selfNote ?? undefined,
        }}
      >
        {person.selfAt ? (
          <p className="above">
            <StateTag tone="met">
              {say.sentOn} {moment(person.selfAt)}
            </StateTag>
          </p>
        ) : null}
        {person.commonMost === null ? null : (
          <Form.Item
            name="common"
            label={`${say.common} (${say.most} ${amount(person.commonMost)})`}
          >
            <InputNumber
              min={0}
              max={person.commonMost}
              decimalSeparator=","
              style={{ width: '100%' }}
            />
          </Form.Item>
        )}
        <Form.Item name="rating" label={say.question}>
          <Radio.Group className="levels">
            {LEVELS.slice(0, 4).map((level) => (
              <Radio key={level} value={level}>
                {levelName(level)}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item name="note" label={say.note}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <div className="two-buttons">
          <Button disabled={assess.isPending} onClick={() => save(false)}>
            {say.draft}
          </Button>
          <Button type="primary" loading={assess.isPending} onClick={() => save(true)}>
            {say.send}
          </Button>
        </div>
        <p className="small second">{say.until}</p>
      </Form>
    </section>
  )
}
