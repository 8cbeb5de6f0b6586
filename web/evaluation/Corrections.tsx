import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { PersonSelect } from '#web/authority/PersonSelect.tsx'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { ChargesForm } from './ChargesForm.tsx'
import { personWords } from './person-words.ts'
import type { OnSheet, Person } from './shapes.ts'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

type Kind = 'line' | 'facts' | 'charges'

interface Props {
  row: OnSheet
  details: Person
  open: boolean
}

/** What the office puts right inside the cycle: who reviews whom, leave, what a deputy is in charge of. */
export function Corrections({ row, details, open }: Props) {
  const say = useWords(personWords)
  const may = useMay('evaluation.correct_line') && open
  const [kind, setKind] = useState<Kind>()
  if (!may) return null
  const close = () => setKind(undefined)
  const kinds: Kind[] = row.role === 'deputy' ? ['line', 'facts', 'charges'] : ['line', 'facts']
  return (
    <div className="corrections">
      {kinds.map((one) => (
        <Button key={one} size="small" onClick={() => setKind(one)}>
          {say[one]}
        </Button>
      ))}
      <Modal
        open={kind !== undefined}
        title={kind ? `${say[kind]}: ${row.name}` : ''}
        footer={null}
        onCancel={close}
        destroyOnHidden
      >
        {kind === 'line' ? <Line row={row} onDone={close} /> : null}
        {kind === 'facts' ? <Facts row={row} onDone={close} /> : null}
        {kind === 'charges' ? <ChargesForm details={details} onDone={close} /> : null}
      </Modal>
    </div>
  )
}

interface FormProps {
  row: OnSheet
  onDone(): void
}

function Line({ row, onDone }: FormProps) {
  const say = useWords(personWords)
  const all = useWords(evaluationWords)
  const correct = useCommand('POST /evaluations/:evaluationId/reporting-line')
  const told = useSaved(onDone)
  const save = ({
    reason,
    reviewerId,
    group,
  }: {
    reason: string
    reviewerId?: number
    group?: string
  }) =>
    correct.mutate(
      {
        evaluationId: row.evaluationId,
        reason,
        ...(reviewerId && { reviewerId }),
        ...(group && { group }),
      },
      told,
    )
  return (
    <Form name="correct-line" layout="vertical" onFinish={save}>
      <Form.Item name="reviewerId" label={say.reviewer}>
        <PersonSelect label={row.reviewerName ?? say.reviewer} />
      </Form.Item>
      <Form.Item name="group" label={say.group}>
        <Input />
      </Form.Item>
      <Form.Item name="reason" label={say.why} rules={[{ required: true, message: all.required }]}>
        <Input />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={correct.isPending}>
        {all.save}
      </Button>
    </Form>
  )
}

const NUMBERS = ['leave_months', 'months_worked'] as const
const YES_NO = [
  'maternity',
  'disciplined',
  'degraded',
  'corruption_in_unit',
  'basic_targets_missed',
] as const

type Facts = Partial<Record<(typeof NUMBERS)[number], number | null>> &
  Partial<Record<(typeof YES_NO)[number], boolean>>

function Facts({ row, onDone }: FormProps) {
  const say = useWords(personWords)
  const all = useWords(evaluationWords)
  const set = useCommand('POST /evaluations/:evaluationId/facts')
  const told = useSaved(onDone)
  const save = ({ basis, ...given }: Facts & { basis: string }) =>
    set.mutate(
      {
        evaluationId: row.evaluationId,
        basis,
        facts: Object.fromEntries(
          Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
        ),
      },
      told,
    )
  return (
    <Form name="set-facts" layout="vertical" onFinish={save}>
      {NUMBERS.map((name) => (
        <Form.Item key={name} name={name} label={say.factNames[name]}>
          <InputNumber min={0} max={12} style={{ width: '100%' }} />
        </Form.Item>
      ))}
      {YES_NO.map((name) => (
        <Form.Item key={name} name={name} label={say.factNames[name]}>
          <Select
            aria-label={say.factNames[name]}
            allowClear
            options={[
              { value: true, label: say.yes },
              { value: false, label: say.no },
            ]}
          />
        </Form.Item>
      ))}
      <Form.Item name="basis" label={say.basis} rules={[{ required: true, message: all.required }]}>
        <Input />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={set.isPending}>
        {all.save}
      </Button>
    </Form>
  )
}
