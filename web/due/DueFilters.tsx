import { Select } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import type { Due, useDueAddress } from './due-address.ts'
import { dueWords } from './words.ts'

type Props = Pick<ReturnType<typeof useDueAddress>, 'address' | 'narrow'> & { kinds: Due['kinds'] }

const NOTHING = { loai: undefined, 'don-vi': undefined, tu: undefined, den: undefined }

export function DueFilters({ kinds, address, narrow }: Props) {
  const say = useWords(dueWords)
  const filtered = Object.keys(NOTHING).some(
    (key) => address[key as keyof typeof NOTHING] !== undefined,
  )
  const date = (key: 'tu' | 'den', label: string) => (
    <DateField
      aria-label={label}
      placeholder={label}
      value={address[key]}
      onChange={(picked) => narrow({ [key]: picked })}
      width={130}
    />
  )
  return (
    <FilterBar
      filtered={filtered}
      onClear={() => narrow(NOTHING)}
      first={
        <Select
          allowClear
          aria-label={say.kind}
          placeholder={say.anyKind}
          value={address.loai}
          onChange={(loai: string | undefined) => narrow({ loai })}
          options={kinds.map(({ kind, label }) => ({ value: kind, label }))}
          popupMatchSelectWidth={false}
          style={{ width: 270 }}
        />
      }
    >
      <UnitSelect
        label={say.unit}
        value={address['don-vi']}
        onChange={(unit) => narrow({ 'don-vi': unit })}
      />
      {date('tu', say.from)}
      {date('den', say.to)}
    </FilterBar>
  )
}
