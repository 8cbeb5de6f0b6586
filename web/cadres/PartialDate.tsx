import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useWords } from '#web/lib/language.ts'
import type { Value } from '#web/lib/shapes-of-record.ts'
import { recordWords } from './record-words.ts'

const FORMATS = { date: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' } as const
const SHOWN = { date: 'DD/MM/YYYY', month: 'MM/YYYY', year: 'YYYY' } as const

type Precision = keyof typeof FORMATS

const precisionOf = (value: Value | undefined): Precision =>
  typeof value !== 'string' || value.length === 10 ? 'date' : value.length === 7 ? 'month' : 'year'

interface Props {
  id?: string
  label: string
  value?: Value
  onChange?(value: Value): void
}

/** A date as precise as it is known: no day is made up for “6/1975”. */
export function PartialDate({ id, label, value, onChange }: Props) {
  const say = useWords(recordWords)
  const [chosen, setChosen] = useState<Precision>()
  const precision = chosen ?? precisionOf(value)
  const held = typeof value === 'string' ? dayjs(value) : null
  const change = (to: Precision, at = held) => onChange?.(at ? at.format(FORMATS[to]) : null)
  return (
    <div className="partial-date">
      <Select
        aria-label={`${label}: ${say.precision}`}
        value={precision}
        onChange={(to: Precision) => {
          setChosen(to)
          change(to)
        }}
        options={[
          { value: 'date', label: say.byDay },
          { value: 'month', label: say.byMonth },
          { value: 'year', label: say.byYear },
        ]}
      />
      <DatePicker
        {...(id && { id })}
        picker={precision}
        format={SHOWN[precision]}
        style={{ width: '100%' }}
        value={held}
        onChange={(at) => change(precision, at)}
      />
    </div>
  )
}
