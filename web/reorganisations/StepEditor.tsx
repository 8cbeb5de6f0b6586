import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { UNIT_KINDS } from '#server/organisation/code-lists.ts'
import { STEP_KINDS, type StepKind } from '#server/reorganisations/plan-shape.ts'
import { useWords } from '#web/lib/language.ts'
import { SplitFields } from './SplitFields.tsx'
import { type Of, Rules, Unit } from './step-parts.tsx'
import { planWords } from './words.ts'

interface Props {
  index: number
  asOf: string
  onRemove: (() => void) | undefined
}

const optionsOf = (list: Readonly<Record<string, { label: string }>>) =>
  Object.entries(list).map(([value, { label }]) => ({ value, label }))

/** One step: what is done, to which units, by which rules. */
export function StepEditor({ index, asOf, onRemove }: Props) {
  const say = useWords(planWords)
  const form = Form.useFormInstance()
  const kind: StepKind = Form.useWatch(['steps', index, 'kind'], form) ?? 'merge'
  const Fields = FIELDS[kind]
  return (
    <fieldset className="plan-step">
      <legend>
        {say.step} {index + 1}
      </legend>
      <div className="row">
        <Form.Item name={[index, 'kind']} label={say.kind} style={{ flex: 1 }}>
          <Select options={optionsOf(STEP_KINDS)} />
        </Form.Item>
        {onRemove ? (
          <Button
            icon={<DeleteOutlined aria-hidden />}
            aria-label={`${say.removeStep} ${index + 1}`}
            onClick={onRemove}
          />
        ) : null}
      </div>
      <Fields index={index} asOf={asOf} />
    </fieldset>
  )
}

const FIELDS: Record<StepKind, (props: Of) => React.ReactNode> = {
  merge: MergeFields,
  split: SplitFields,
  rename: RenameFields,
  move: MoveFields,
  dissolve: DissolveFields,
}

function MergeFields(of: Of) {
  const say = useWords(planWords)
  return (
    <>
      <Unit {...of} field="units" label={say.units} many />
      <Target {...of} />
      <Rules {...of} />
      <Form.Item name={[of.index, 'servants']} label={say.servants}>
        <Input inputMode="numeric" />
      </Form.Item>
    </>
  )
}

function Target(of: Of) {
  const say = useWords(planWords)
  return (
    <div className="plan-pair">
      <Unit {...of} field="into" label={say.into} optional />
      <Form.Item name={[of.index, 'founded']} label={say.founded}>
        <Input />
      </Form.Item>
    </div>
  )
}

function RenameFields(of: Of) {
  const say = useWords(planWords)
  return (
    <>
      <Unit {...of} field="unit" label={say.unit} />
      <div className="plan-pair">
        <Form.Item
          name={[of.index, 'name']}
          label={say.newName}
          rules={[{ required: true, message: say.required }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name={[of.index, 'short_name']} label={say.shortName}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item name={[of.index, 'becomes']} label={say.becomes}>
        <Select allowClear options={optionsOf(UNIT_KINDS)} />
      </Form.Item>
    </>
  )
}

function MoveFields(of: Of) {
  const say = useWords(planWords)
  return (
    <>
      <Unit {...of} field="unit" label={say.unit} />
      <Unit {...of} field="under" label={say.under} />
    </>
  )
}

function DissolveFields(of: Of) {
  const say = useWords(planWords)
  return (
    <>
      <Unit {...of} field="unit" label={say.unit} />
      <Unit {...of} field="people_to" label={say.peopleTo} />
      <Unit {...of} field="children_under" label={say.childrenUnder} optional />
      <Form.Item name={[of.index, 'quotas']} label={say.quotas} initialValue="end">
        <Select
          options={[
            { value: 'end', label: say.quotaEnd },
            { value: 'follow', label: say.quotaFollow },
          ]}
        />
      </Form.Item>
      <Rules {...of} />
    </>
  )
}
