import { Select } from 'antd'
import { searchable } from '#server/kernel/text.ts'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'

interface Props {
  label: string
  placeholder: string
  value: number | undefined
  onChange(unitId: number | undefined): void
}

/** A unit of the province on the day looked at, found by typing without marks. */
export function UnitSelect({ label, placeholder, value, onChange }: Props) {
  const { asOf } = useAsOf()
  const units = useAnswer('GET /units', { asOf })
  return (
    <Select
      allowClear
      showSearch={{
        filterOption: (typed, option) =>
          searchable(String(option?.label ?? '')).includes(searchable(typed)),
      }}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={onChange}
      options={(units.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      popupMatchSelectWidth={300}
      style={{ width: '100%', marginTop: 6 }}
    />
  )
}
