import { Button, Form, Input, Select } from 'antd'
import { type Output, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { streamliningWords } from './streamlining-words.ts'

interface Fields {
  kind: 'civil_servant' | 'public_employee'
  year: number
  planned: string
  basis: string
}

/** How many are to be left in the unit at the end of a year. */
export function PlanCut({ answer }: { answer: Output<'GET /streamlining'> }) {
  const say = useWords(streamliningWords)
  const tell = useTell()
  const plan = useCommand('POST /streamlining/plans')
  const required = { required: true, message: say.required }
  const save = ({ kind, year, planned, basis }: Fields) => {
    const stored = answer.kinds
      .find((one) => one.kind === kind)
      ?.years.find((one) => one.year === year)
    plan.mutate(
      { unitId: answer.unit.id, kind, year, planned, basis, version: stored?.version ?? null },
      tell(say.saved, say.plan),
    )
  }
  const years = answer.kinds[0]?.years.map(({ year }) => year).slice(1) ?? []
  return (
    <Card title={`${say.plan}: ${answer.unit.name}`}>
      <Form
        name="cut"
        layout="vertical"
        className="card-body"
        onFinish={save}
        initialValues={{ kind: 'civil_servant', year: years.at(-1) }}
      >
        <div className="plan-pair">
          <Form.Item name="kind" label={say.kind}>
            <Select options={answer.kinds.map(({ kind, label }) => ({ value: kind, label }))} />
          </Form.Item>
          <Form.Item name="year" label={say.planFor}>
            <Select options={years.map((year) => ({ value: year, label: String(year) }))} />
          </Form.Item>
          <Form.Item name="planned" label={say.planned} rules={[required]}>
            <Input inputMode="numeric" />
          </Form.Item>
          <Form.Item name="basis" label={say.basis} rules={[required]}>
            <Input />
          </Form.Item>
        </div>
        <Button htmlType="submit" loading={plan.isPending}>
          {say.save}
        </Button>
      </Form>
    </Card>
  )
}
