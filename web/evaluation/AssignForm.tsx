import { Button, Form, Input, InputNumber, Segmented, Select } from 'antd'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { findInLabels } from '#web/ui/find-in-labels.ts'
import type { Batch } from './AssignTab.tsx'
import { assignWords } from './assign-words.ts'
import type { Sheet } from './shapes.ts'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

interface Fields {
  kind: 'everybody' | 'title' | 'persons'
  title?: string
  evaluationIds?: number[]
  kindId?: number
  name: string
  countedIn: string
  coefficient: number
  assigned: number
  dueOn?: string
}

interface Props {
  sheet: Sheet
  onWritten(batch: Batch): void
}

/** One product for people chosen by name, by title, or all at once; the catalogue fills in the rest. */
export function AssignForm({ sheet, onWritten }: Props) {
  const say = useWords(assignWords)
  const all = useWords(evaluationWords)
  const [form] = Form.useForm<Fields>()
  const assign = useCommand('POST /evaluation-cycles/:cycleId/products')
  const told = useSaved()
  const required = [{ required: true, message: all.required }]
  const send = (fields: Fields) =>
    assign.mutate(
      { cycleId: sheet.cycle.id, to: toOf(fields), products: [productOf(fields)] },
      {
        onSuccess: (batch) => {
          form.resetFields(['name', 'kindId', 'dueOn'])
          onWritten(batch)
        },
        onError: told.onError,
      },
    )
  return (
    <Card title={say.one}>
      <Form
        form={form}
        name="assign"
        layout="vertical"
        className="card-body fields"
        onFinish={send}
        initialValues={{ kind: 'everybody', countedIn: 'sản phẩm', coefficient: 1, assigned: 1 }}
      >
        <To sheet={sheet} />
        <FromCatalogue onPick={(picked) => form.setFieldsValue(picked)} />
        <Form.Item name="name" label={say.name} rules={required} className="wide">
          <Input />
        </Form.Item>
        <Form.Item name="countedIn" label={say.countedIn} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="assigned" label={say.quantity} rules={required}>
          <InputNumber min={0.5} step={1} decimalSeparator="," style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="coefficient" label={say.coefficient} rules={required}>
          <InputNumber min={0.1} step={0.5} decimalSeparator="," style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="dueOn" label={say.due}>
          <DateField />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={assign.isPending}>
          {say.assign}
        </Button>
      </Form>
    </Card>
  )
}

const toOf = ({ kind, title = '', evaluationIds = [] }: Fields) =>
  kind === 'title'
    ? { title }
    : kind === 'persons'
      ? { evaluationIds }
      : { everybody: true as const }

const productOf = ({ name, countedIn, coefficient, assigned, dueOn, kindId }: Fields) => ({
  name,
  countedIn,
  coefficient,
  assigned,
  dueOn: dueOn ?? null,
  kindId: kindId ?? null,
})

function To({ sheet }: { sheet: Sheet }) {
  const say = useWords(assignWords)
  const all = useWords(evaluationWords)
  const kind = Form.useWatch<Fields['kind']>('kind')
  const people = sheet.groups.flatMap((group) => group.people)
  const titles = [...new Set(people.map(({ title }) => title))]
  const required = [{ required: true, message: all.required }]
  return (
    <>
      <Form.Item name="kind" label={say.to} className="wide">
        <Segmented
          options={[
            { value: 'everybody', label: say.everybody },
            { value: 'title', label: say.title },
            { value: 'persons', label: say.persons },
          ]}
        />
      </Form.Item>
      {kind === 'title' ? (
        <Form.Item name="title" label={say.which} rules={required} className="wide">
          <Select
            aria-label={say.which}
            options={titles.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      ) : null}
      {kind === 'persons' ? (
        <Form.Item name="evaluationIds" label={say.who} rules={required} className="wide">
          <Select
            mode="multiple"
            aria-label={say.who}
            showSearch={findInLabels}
            options={people.map(({ evaluationId, name }) => ({ value: evaluationId, label: name }))}
          />
        </Form.Item>
      ) : null}
    </>
  )
}

function FromCatalogue({ onPick }: { onPick(picked: Partial<Fields>): void }) {
  const say = useWords(assignWords)
  const catalogue = useAnswer('GET /product-kinds', {})
  const rows = catalogue.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Form.Item name="kindId" label={say.fromCatalogue} className="wide">
      <Select
        aria-label={say.fromCatalogue}
        allowClear
        showSearch={findInLabels}
        options={rows.map(({ id, name, titleName }) => ({
          value: id,
          label: titleName ? `${name} (${titleName})` : name,
        }))}
        onChange={(picked: number | undefined) => {
          const found = rows.find(({ id }) => id === picked)
          if (found) {
            const { name, countedIn, coefficient } = found
            onPick({ name, countedIn, coefficient })
          }
        }}
      />
    </Form.Item>
  )
}
