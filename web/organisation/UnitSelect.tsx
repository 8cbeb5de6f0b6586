import { Select } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { findInLabels } from '#web/ui/find-in-labels.ts'

/** Units of a day to choose from; a division says where it belongs. */
export function useUnitOptions<By extends 'id' | 'code'>(by: By, asOf: string) {
  const units = useAnswer('GET /units', { asOf })
  const names = new Map(units.data?.rows.map(({ id, name }) => [id, name]))
  return {
    loading: units.isPending,
    options: units.data?.rows.map(({ name, kind, parentId, ...unit }) => ({
      value: unit[by],
      label: kind === 'division' && parentId !== null ? `${name}, ${names.get(parentId)}` : name,
    })),
  }
}

interface Props {
  label: string
  placeholder?: string
  width?: number | string
  value?: number | undefined
  onChange?(id: number | undefined): void
}

/** A unit of the day looked at, found by typing, with or without marks. */
export function UnitSelect({ label, placeholder = label, width = 320, value, onChange }: Props) {
  const { asOf } = useAsOf()
  return (
    <Select
      {...useUnitOptions('id', asOf)}
      showSearch={findInLabels}
      allowClear
      aria-label={label}
      placeholder={placeholder}
      popupMatchSelectWidth={360}
      style={{ width, maxWidth: '100%' }}
      value={value}
      onChange={onChange}
    />
  )
}
