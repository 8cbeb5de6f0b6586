import { Form, Input, Radio } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { recordWords } from './record-words.ts'

export interface BasisFilled {
  basis: 'decision' | 'correction'
  no?: string
  on?: string
  by?: string
  reason?: string
}

/** What a change rests on: a decision on paper, or why the record was wrong. */
export function BasisFields({ chosen }: { chosen: BasisFilled['basis'] }) {
  const say = useWords(recordWords)
  const rules = [{ required: true, message: say.required }]
  return (
    <>
      <Form.Item name={['basis', 'basis']} label={say.basis}>
        <Radio.Group
          options={[
            { value: 'decision', label: say.byDecision },
            { value: 'correction', label: say.byCorrection },
          ]}
        />
      </Form.Item>
      {chosen === 'decision' ? (
        <div className="fact-fields">
          <Form.Item name={['basis', 'no']} label={say.decisionNo} rules={rules}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name={['basis', 'on']} label={say.decidedOn} rules={rules}>
            <DateField />
          </Form.Item>
          <Form.Item name={['basis', 'by']} label={say.decidedBy} rules={rules} className="wide">
            <Input maxLength={200} />
          </Form.Item>
        </div>
      ) : (
        <Form.Item name={['basis', 'reason']} label={say.reason} rules={rules}>
          <Input.TextArea rows={2} maxLength={500} placeholder={say.reasonHint} />
        </Form.Item>
      )}
    </>
  )
}

/** As the server takes it. */
export const basisOf = ({ basis, no = '', on = '', by = '', reason = '' }: BasisFilled) =>
  basis === 'decision' ? { basis, no, on, by } : { basis, reason }
