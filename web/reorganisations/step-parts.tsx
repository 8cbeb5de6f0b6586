import { Form, Select } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { PostMapping } from './PostMapping.tsx'
import { UnitPick } from './UnitPick.tsx'
import { planWords } from './words.ts'

export interface Of {
  index: number
  asOf: string
}

/** A field of a step that names one unit or several. */
export function Unit({
  index,
  asOf,
  field,
  label,
  optional,
  many,
}: Of & {
  field: string
  label: string
  optional?: boolean
  many?: boolean
}) {
  const say = useWords(planWords)
  return (
    <Form.Item
      name={[index, field]}
      label={label}
      rules={[{ required: !optional, message: say.required }]}
    >
      <UnitPick label={label} asOf={asOf} {...(many ? { many } : {})} />
    </Form.Item>
  )
}

/** What becomes of those for whom there is no seat of their title. */
export function Rules({ index }: Of) {
  const say = useWords(planWords)
  return (
    <>
      <Form.Item name={[index, 'deputies']} label={say.deputies} initialValue="keep">
        <Select
          options={[
            { value: 'keep', label: say.keepDeputies },
            { value: 'wait', label: say.waitDeputies },
          ]}
        />
      </Form.Item>
      <PostMapping index={index} />
    </>
  )
}
