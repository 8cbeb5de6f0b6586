import { Select } from 'antd'
import { searchable } from '#server/kernel/text.ts'
import { useAnswer } from '#web/lib/api.ts'

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
  const units = useAnswer('GET /units', { asOf })
  const names = new Map(units.data?.rows.map((unit) => [unit.id, unit.name]))
  return (
    <Select
      {...(many ? { mode: 'multiple' as const } : {})}
      {...(id ? { id } : {})}
      allowClear
      showSearch={{
        filterOption: (typed: string, option?: { label?: unknown }) =>
          searchable(String(option?.label ?? '')).includes(searchable(typed)),
      }}
      aria-label={label}
      style={{ width: '100%' }}
      loading={units.isPending}
      value={value as never}
      onChange={onChange}
      options={units.data?.rows.map(({ code, name, kind, parentId }) => ({
        value: code,
        label: kind === 'division' && parentId !== null ? `${name}, ${names.get(parentId)}` : name,
      }))}
    />
  )
}
