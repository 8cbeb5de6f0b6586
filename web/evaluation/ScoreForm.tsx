import { Button, Form, InputNumber } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { amount } from './figures.ts'
import { personWords } from './person-words.ts'
import type { OnSheet, Person } from './shapes.ts'
import { evaluationWords } from './words.ts'

interface Fields {
  common: number
  organise?: number | null
  unite?: number | null
}

/** The points only the head can give: common criteria, and the two of whoever leads. */
export function ScoreForm({ row, details }: { row: OnSheet; details: Person }) {
  const say = useWords(personWords)
  const all = useWords(evaluationWords)
  const tell = useTell()
  const score = useCommand('POST /evaluations/:evaluationId/common')
  if (details.commonMost === null) return null
  const save = (fields: Fields) =>
    score.mutate(
      { evaluationId: row.evaluationId, version: row.version, ...fields },
      tell(all.saved, say.score),
    )
  const number = (name: keyof Fields, label: string, max: number) => (
    <Form.Item name={name} label={label} rules={[{ required: true, message: all.required }]}>
      <InputNumber min={0} max={max} decimalSeparator="," style={{ width: '100%' }} />
    </Form.Item>
  )
  return (
    <Form
      key={row.version}
      name={`score-${row.evaluationId}`}
      layout="vertical"
      className="score-form"
      onFinish={save}
      initialValues={{ common: row.commonGiven, organise: row.organise, unite: row.unite }}
    >
      {number(
        'common',
        `${say.common} (${say.most} ${amount(details.commonMost)})`,
        details.commonMost,
      )}
      {row.leads ? number('organise', say.organise, 100) : null}
      {row.leads ? number('unite', say.unite, 100) : null}
      <Button htmlType="submit" loading={score.isPending}>
        {say.score}
      </Button>
    </Form>
  )
}
