import { Select } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { findInLabels } from '#web/ui/find-in-labels.ts'
import { useUnitId } from './use-unit-id.ts'
import { planWords } from './words.ts'

interface Props {
  label: string
  asOf: string
  /** Code of the unit whose people are chosen from. */
  unit: string | undefined
  id?: string
  value?: string[]
  onChange?(value: string[]): void
}

/** People who serve in the unit itself: those of its divisions go with their divisions. */
export function PeoplePick({ label, asOf, unit, id, value, onChange }: Props) {
  const say = useWords(planWords)
  const unitId = useUnitId(unit, asOf)
  const people = useAnswer(
    'GET /cadres',
    { unitId: unitId ?? 0, asOf, serving: 'yes', limit: 500 },
    { enabled: !!unitId },
  )
  return (
    <Select
      mode="multiple"
      {...(id ? { id } : {})}
      aria-label={label}
      disabled={!unitId}
      placeholder={unitId ? undefined : say.unitFirst}
      showSearch={findInLabels}
      value={value}
      onChange={onChange}
      loading={people.isFetching}
      options={people.data?.rows
        .filter((person) => person.unitId === unitId)
        .map(({ recordNo, fullName, title }) => ({
          value: recordNo,
          label: [fullName, title, recordNo].filter(Boolean).join(' · '),
        }))}
      style={{ width: '100%' }}
    />
  )
}
