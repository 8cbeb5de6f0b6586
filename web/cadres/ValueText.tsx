import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Field, Lists, Value, Values } from '#web/lib/shapes-of-record.ts'
import { codesOf } from './dictionary.ts'
import { recordWords } from './record-words.ts'

interface Props {
  field: Field
  value: Value | undefined
  values: Values
  lists: Lists
}

/** A value not yet in the record, in the words it will have there. */
export function ValueText({ field, value, values, lists }: Props) {
  const say = useWords(recordWords)
  if (value === null || value === undefined || value === '')
    return <span className="third">{say.empty}</span>
  const { type } = field
  if (type === 'unit' || type === 'title' || type === 'post' || type === 'course')
    return <Chosen type={type} value={value} unitId={values.unit_id} />
  if (type === 'cadre') return <Person id={Number(value)} />
  if (type === 'flag') return value ? say.yes : say.no
  if (type === 'date' || type === 'partial_date') return day(String(value))
  if (type === 'code') {
    const known = codesOf(field, values, lists)?.find(({ code }) => code === value)
    return known?.label ?? String(value)
  }
  return typeof value === 'number' ? value.toLocaleString('vi-VN') : String(value)
}

interface ChosenProps {
  type: 'unit' | 'title' | 'post' | 'course'
  value: Value
  unitId: Value | undefined
}

function Chosen({ type, value, unitId }: ChosenProps) {
  const unit = type === 'post' ? Number(unitId) || undefined : undefined
  const found = useAnswer('GET /records/choices', { type, ...(unit && { unitId: unit }) })
  return found.data?.choices.find((one) => one.value === String(value))?.label ?? String(value)
}

function Person({ id }: { id: number }) {
  const { asOf } = useAsOf()
  const card = useAnswer('GET /cadres/:id/card', { id, asOf })
  return card.data?.fullName ?? String(id)
}
