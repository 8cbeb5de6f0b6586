import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { PersonSelect } from '#web/authority/PersonSelect.tsx'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import type { Field, Lists, Value, Values } from '#web/lib/shapes-of-record.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { findInLabels } from '#web/ui/find-in-labels.ts'
import { codesOf, matchesCode, otherCode } from './dictionary.ts'
import { PartialDate } from './PartialDate.tsx'
import { recordWords } from './record-words.ts'

interface Props {
  field: Field
  lists: Lists
  /** The other fields as filled so far: a code may depend on them. */
  values: Values
  /** The day the fact begins: codes out of force that day are not offered. */
  since: Value
  cadreId: number
  id?: string
  value?: Value
  onChange?(value: Value): void
}

/** One field of the dictionary, by its type. */
export function FieldInput(props: Props) {
  const { field, id, value, onChange } = props
  const say = useWords(recordWords)
  const bound = { ...(id && { id }), onChange, style: { width: '100%' } }
  switch (field.type) {
    case 'code':
      return <CodeSelect {...props} />
    case 'unit':
    case 'title':
    case 'post':
    case 'course':
      return <ReferenceSelect {...props} type={field.type} />
    case 'cadre':
      return (
        <PersonSelect
          {...(id && { id })}
          label={field.label}
          value={typeof value === 'number' ? value : undefined}
          onChange={(person) => onChange?.(person ?? null)}
        />
      )
    case 'document':
      return <PhotoSelect {...props} />
    case 'date':
      return (
        <DateField
          {...(id && { id })}
          value={typeof value === 'string' ? value : undefined}
          onChange={(day) => onChange?.(day ?? null)}
        />
      )
    case 'partial_date':
      return <PartialDate {...props} label={field.label} />
    case 'whole':
    case 'decimal':
      return (
        <InputNumber<number>
          {...bound}
          value={typeof value === 'number' ? value : null}
          decimalSeparator=","
          {...(field.type === 'whole' && { precision: 0 })}
          {...(field.between && { min: field.between[0], max: field.between[1] })}
        />
      )
    case 'flag':
      return (
        <Select
          {...bound}
          allowClear={!field.mandatory}
          value={typeof value === 'boolean' ? value : undefined}
          onChange={(chosen: boolean | undefined) => onChange?.(chosen ?? null)}
          options={[
            { value: true, label: say.yes },
            { value: false, label: say.no },
          ]}
        />
      )
    default:
      return (
        <Input.TextArea
          {...bound}
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={4000}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )
  }
}

function CodeSelect({ field, lists, values, since, id, value, onChange }: Props) {
  const say = useWords(recordWords)
  const [typed, setTyped] = useState('')
  const codes = codesOf(field, values, lists)
  const other = otherCode(field, values, lists, typed)
  const inForce = ({ from, until }: { from: string | null; until: string | null }) => {
    const day = typeof since === 'string' ? since : null
    return day === null || ((!from || day >= from) && (!until || day <= until))
  }
  return (
    <Select
      {...(id && { id })}
      style={{ width: '100%' }}
      allowClear={!field.mandatory}
      disabled={codes === null}
      placeholder={codes === null ? say.listFirst : say.choose}
      value={typeof value === 'string' ? value : undefined}
      showSearch={{
        filterOption: (typed, option) => {
          const known = codes?.find(({ code }) => code === option?.value)
          return known ? matchesCode(known, typed) : true
        },
        onSearch: setTyped,
      }}
      options={[
        ...(other ? [{ value: other, label: `${say.otherCode} ${other}` }] : []),
        ...(codes ?? [])
          .filter((code) => inForce(code) || code.code === value)
          .map(({ code, label }) => ({ value: code, label })),
      ]}
      onChange={(code: string | undefined) => onChange?.(code ?? null)}
    />
  )
}

type Referring = 'unit' | 'title' | 'post' | 'course'

function ReferenceSelect({
  type,
  field,
  values,
  id,
  value,
  onChange,
}: Props & { type: Referring }) {
  const say = useWords(recordWords)
  const unitId = type === 'post' ? Number(values.unit_id) || undefined : undefined
  const waits = type === 'post' && unitId === undefined
  const found = useAnswer(
    'GET /records/choices',
    { type, ...(unitId !== undefined && { unitId }) },
    { enabled: !waits, staleTime: 60_000 },
  )
  return (
    <Select
      {...(id && { id })}
      style={{ width: '100%' }}
      allowClear={!field.mandatory}
      disabled={waits}
      placeholder={waits ? say.unitFirst : say.choose}
      loading={found.isFetching}
      value={value === null || value === undefined ? undefined : String(value)}
      showSearch={findInLabels}
      options={found.data?.choices}
      onChange={(chosen: string | undefined) =>
        onChange?.(chosen === undefined ? null : type === 'title' ? chosen : Number(chosen))
      }
    />
  )
}

/** A picture is one of the scans already in the record. */
function PhotoSelect({ cadreId, id, value, onChange }: Props) {
  const say = useWords(recordWords)
  const scans = useAnswer('GET /cadres/:id/documents', { id: cadreId })
  const pictures = scans.data?.documents.filter(({ mediaType }) => mediaType.startsWith('image/'))
  return (
    <Select
      {...(id && { id })}
      style={{ width: '100%' }}
      allowClear
      placeholder={say.choosePicture}
      notFoundContent={say.noPicture}
      value={typeof value === 'number' ? value : undefined}
      options={pictures?.map((one) => ({ value: one.id, label: one.title ?? one.sectionLabel }))}
      onChange={(chosen: number | undefined) => onChange?.(chosen ?? null)}
    />
  )
}
