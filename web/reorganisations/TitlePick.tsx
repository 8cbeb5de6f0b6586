import { Select } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useUnitId } from './use-unit-id.ts'
import { planWords } from './words.ts'

interface Props {
  label: string
  asOf: string
  /** Code of the unit whose posts are chosen from. */
  unit: string | undefined
  id?: string
  value?: string[]
  onChange?(value: string[]): void
}

/** Titles of a unit, each with its seats and holders. */
export function TitlePick({ label, asOf, unit, id, value, onChange }: Props) {
  const say = useWords(planWords)
  const unitId = useUnitId(unit, asOf)
  const found = useAnswer('GET /units/:id', { id: unitId ?? 0, asOf }, { enabled: !!unitId })
  return (
    <Select
      mode="multiple"
      {...(id ? { id } : {})}
      aria-label={label}
      disabled={!unitId}
      placeholder={unitId ? undefined : say.unitFirst}
      value={value}
      onChange={onChange}
      loading={found.isFetching}
      options={found.data?.posts.map(({ titleCode, name, seats, holders }) => ({
        value: titleCode,
        label: `${name} (${seats} ${say.seats.toLowerCase()}, ${holders.length} ${say.holders})`,
      }))}
      style={{ width: '100%' }}
    />
  )
}
