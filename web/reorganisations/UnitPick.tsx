import { Select } from 'antd'
import { useUnitOptions } from '#web/organisation/UnitSelect.tsx'
import { findInLabels } from '#web/ui/find-in-labels.ts'

interface Props {
  label: string
  asOf: string
  id?: string
  value?: string | string[] | undefined
  many?: boolean
  onChange?(value: never): void
}

/** Units of the day before the plan takes effect, by code; a division says where it belongs. */
export function UnitPick({ label, asOf, id, value, many, onChange }: Props) {
  return (
    <Select
      {...useUnitOptions('code', asOf)}
      {...(many ? { mode: 'multiple' as const } : {})}
      {...(id ? { id } : {})}
      allowClear
      showSearch={findInLabels}
      aria-label={label}
      style={{ width: '100%' }}
      value={value as never}
      onChange={onChange}
    />
  )
}
