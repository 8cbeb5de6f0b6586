import { Form, type FormInstance } from 'antd'
import type { Refused } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import type { Lists, SectionInfo, Values } from '#web/lib/shapes-of-record.ts'
import { openFields } from './dictionary.ts'
import { FieldInput } from './FieldInput.tsx'
import { recordWords } from './record-words.ts'

interface Props {
  form: FormInstance
  section: SectionInfo
  lists: Lists
  cadreId: number
}

/** The fields of a section in the order of the dictionary, under `values` of the form. */
export function FactFields({ form, section, lists, cadreId }: Props) {
  const say = useWords(recordWords)
  const mayList = useMay('cadres.list')
  const values: Values = Form.useWatch('values', form) ?? {}
  const fields = openFields(section).filter(({ type }) => type !== 'cadre' || mayList)
  return (
    <div className="fact-fields">
      {fields.map((field) => (
        <Form.Item
          key={field.name}
          name={['values', field.name]}
          label={field.label}
          className={field.type === 'text' ? 'wide' : ''}
          rules={
            field.mandatory && field.type !== 'flag'
              ? [{ required: true, message: say.required }]
              : []
          }
        >
          <FieldInput
            field={field}
            lists={lists}
            values={values}
            since={section.since ? (values[section.since] ?? null) : null}
            cadreId={cadreId}
          />
        </Form.Item>
      ))}
    </div>
  )
}

/** Puts what the server says against a field beside that field; true when every word found its place. */
export function besideFields(form: FormInstance, section: SectionInfo, problem: Refused): boolean {
  if (problem.kind !== 'invalid' || !Array.isArray(problem.details)) return false
  const said = (problem.details as { field?: string; problem?: string }[]).filter(({ field }) =>
    section.columns.some(({ name }) => name === field),
  )
  form.setFields(
    said.map(({ field = '', problem: words = '' }) => ({
      name: ['values', field],
      errors: [words],
    })),
  )
  return said.length > 0 && said.length === problem.details.length
}
