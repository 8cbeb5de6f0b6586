import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { UNIT_KINDS } from '#server/organisation/code-lists.ts'
import {
  POSITION_KINDS,
  REQUIREMENTS,
  type Requirement,
} from '#server/organisation/position-kinds.ts'
import { type Output, type Input as Sent, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { LEVELS_OF } from './level-names.ts'
import { staffingWords } from './staffing-words.ts'

type Catalogue = Output<'GET /positions'>
const options = (list: Record<string, { label: string }>) =>
  Object.entries(list).map(([value, { label }]) => ({ value, label }))

/** What every decision ends in: said when written, explained when refused. */
function useOutcome(title: string) {
  const say = useWords(staffingWords)
  return useTell()(say.saved, title)
}

function FromAndDecision() {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const required = { required: true, message: say.required }
  return (
    <>
      <Form.Item name="from" label={say.from} initialValue={asOf} rules={[required]}>
        <DateField />
      </Form.Item>
      <Form.Item name="decisionNo" label={say.decisionNo} rules={[required]}>
        <Input />
      </Form.Item>
    </>
  )
}

export function PositionForm({ titles }: Pick<Catalogue, 'titles'>) {
  const say = useWords(staffingWords)
  const decide = useCommand('POST /positions')
  const outcome = useOutcome(say.decidePosition)
  const rules = [{ required: true, message: say.required }]
  return (
    <Form
      name="position"
      layout="vertical"
      className="card-body"
      onFinish={(fields: Sent<'POST /positions'>) => decide.mutate(fields, outcome)}
    >
      <h3>{say.decidePosition}</h3>
      <div className="plan-pair">
        <Form.Item name="code" label={say.code} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="name" label={say.name} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="kind" label={say.kind} rules={rules}>
          <Select options={options(POSITION_KINDS)} />
        </Form.Item>
        <Form.Item name="unitKind" label={say.where} rules={rules}>
          <Select options={options(UNIT_KINDS)} />
        </Form.Item>
        <Form.Item name="titleCode" label={say.post}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={titles.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="places" label={say.places} rules={rules}>
          <InputNumber min={0} precision={0} />
        </Form.Item>
        <FromAndDecision />
      </div>
      <Button htmlType="submit" loading={decide.isPending}>
        {say.save}
      </Button>
    </Form>
  )
}

interface StandardFields {
  of: string
  requirement: Requirement
  level?: string | string[]
  from: string
  clause: string
  decisionNo: string
}

export function StandardForm({
  titles,
  positions,
}: {
  titles: Catalogue['titles']
  positions: Catalogue['rows']
}) {
  const say = useWords(staffingWords)
  const decide = useCommand('POST /standards')
  const outcome = useOutcome(say.decideStandard)
  const [requirement, setRequirement] = useState<Requirement>('degree')
  const rules = [{ required: true, message: say.required }]
  const levels = LEVELS_OF[requirement]
  const save = ({ of, level, ...fields }: StandardFields) => {
    const [sort, code = ''] = of.split('|')
    const written = Array.isArray(level) ? level.join(',') : level
    const whose = sort === 'title' ? { titleCode: code } : { positionCode: code }
    decide.mutate({ ...fields, ...whose, level: written || null }, outcome)
  }
  return (
    <Form name="standard" layout="vertical" className="card-body" onFinish={save}>
      <h3>{say.decideStandard}</h3>
      <div className="plan-pair">
        <Form.Item name="of" label={say.post} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              ...titles.map(({ code, name }) => ({ value: `title|${code}`, label: name })),
              ...positions.map(({ code, name }) => ({
                value: `position|${code}`,
                label: `${code} ${name}`,
              })),
            ]}
          />
        </Form.Item>
        <Form.Item name="requirement" label={say.requirement} initialValue="degree" rules={rules}>
          <Select options={options(REQUIREMENTS)} onChange={setRequirement} />
        </Form.Item>
        <Form.Item key={requirement} name="level" label={say.level}>
          {levels ? (
            <Select
              allowClear
              {...(requirement === 'fields' ? { mode: 'multiple' as const } : {})}
              options={options(levels)}
            />
          ) : (
            <Input />
          )}
        </Form.Item>
        <Form.Item name="clause" label={say.clause} rules={rules}>
          <Input />
        </Form.Item>
        <FromAndDecision />
      </div>
      <Button htmlType="submit" loading={decide.isPending}>
        {say.save}
      </Button>
    </Form>
  )
}

export function HoldForm({ positions }: { positions: Catalogue['rows'] }) {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const [typed, setTyped] = useState('')
  const found = useAnswer('GET /cadres', { asOf, q: typed }, { enabled: typed.length > 1 })
  const hold = useCommand('POST /position-holdings')
  const outcome = useOutcome(say.hold)
  const rules = [{ required: true, message: say.required }]
  return (
    <Form
      name="hold"
      layout="vertical"
      className="card-body"
      onFinish={(fields: Sent<'POST /position-holdings'>) => hold.mutate(fields, outcome)}
    >
      <h3>{say.hold}</h3>
      <div className="plan-pair">
        <Form.Item name="cadreId" label={say.person} rules={rules}>
          <Select
            showSearch={{ filterOption: false, onSearch: setTyped }}
            loading={found.isFetching}
            options={found.data?.rows.map(({ id, fullName, title, unitName }) => ({
              value: id,
              label: [fullName, title, unitName].filter(Boolean).join(', '),
            }))}
          />
        </Form.Item>
        <Form.Item name="code" label={say.positions} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={positions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          />
        </Form.Item>
        <FromAndDecision />
      </div>
      <Button htmlType="submit" loading={hold.isPending}>
        {say.save}
      </Button>
    </Form>
  )
}
