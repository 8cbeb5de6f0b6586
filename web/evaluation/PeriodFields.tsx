import { InputNumber, Segmented, Select } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { resultWords } from './result-words.ts'

type Kind = 'month' | 'quarter' | 'year'

interface Props {
  period: string
  onChange(period: string): void
}

const kindOf = (period: string): Kind =>
  period.includes('Q') ? 'quarter' : period.includes('-') ? 'month' : 'year'

const ROMAN = ['I', 'II', 'III', 'IV']

/** A month, a quarter or a year, as the address keeps it: 2026-10, 2026-Q3, 2026. */
export function PeriodFields({ period, onChange }: Props) {
  const say = useWords(resultWords)
  const kind = kindOf(period)
  const [year = '2026', part = ''] = period.split('-')
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
  const first: Record<Kind, string> = { month: `${year}-01`, quarter: `${year}-Q1`, year }
  return (
    <div className="row above period-fields">
      <Segmented<Kind>
        aria-label={say.kind}
        value={kind}
        onChange={(chosen) => onChange(first[chosen])}
        options={[
          { value: 'month', label: say.month },
          { value: 'quarter', label: say.quarter },
          { value: 'year', label: say.year },
        ]}
      />
      {kind === 'year' ? null : (
        <Select
          aria-label={kind === 'month' ? say.month : say.quarter}
          value={part}
          style={{ width: 110 }}
          onChange={(chosen) => onChange(`${year}-${chosen}`)}
          options={
            kind === 'month'
              ? months.map((value) => ({ value, label: `${say.month} ${Number(value)}` }))
              : ROMAN.map((name, at) => ({ value: `Q${at + 1}`, label: `${say.quarter} ${name}` }))
          }
        />
      )}
      <InputNumber
        aria-label={say.year}
        value={Number(year)}
        min={2000}
        max={2099}
        onChange={(chosen) => chosen && onChange([chosen, part].filter(Boolean).join('-'))}
      />
    </div>
  )
}
