import { Select } from 'antd'
import { useState } from 'react'
import { searchable } from '#server/kernel/text.ts'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useSettled } from '#web/shell/found.ts'
import { kinshipWords } from './kinship-words.ts'

interface Props {
  id?: string
  label: string
  value?: number | undefined
  onChange?(id: number | undefined): void
}

/** One person among the records in sight, found by the letters typed. */
export function PersonSelect({ id, label, value, onChange }: Props) {
  const say = useWords(kinshipWords)
  const { asOf } = useAsOf()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string>()
  const wanted = useSettled(searchable(typed))
  const people = useAnswer(
    'GET /cadres',
    { asOf, q: wanted, serving: 'all', limit: 12 },
    { enabled: wanted.length >= 2 },
  )
  const found = (people.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: [row.fullName, row.title, row.unitName].filter(Boolean).join(' · '),
  }))
  const kept = value !== undefined && chosen && !found.some((one) => one.value === value)
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      aria-label={label}
      placeholder={label}
      style={{ width: '100%' }}
      notFoundContent={say.find}
      loading={people.isFetching}
      value={value}
      options={kept ? [{ value, label: chosen }, ...found] : found}
      onChange={(picked: number | undefined) => {
        setChosen(found.find((one) => one.value === picked)?.label)
        onChange?.(picked)
      }}
    />
  )
}
