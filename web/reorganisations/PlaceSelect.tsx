import { Select } from 'antd'
import { useWords } from '#web/lib/language.ts'
import type { Effect, Placement } from './shapes.ts'
import { planWords } from './words.ts'

interface Props {
  person: Effect['withoutPost'][number]
  chosen: Placement | undefined
  onPlace(placement: Placement): void
}

/** Titles of the unit the person came to, in words; without one the person waits. */
export function PlaceSelect({ person, chosen, onPlace }: Props) {
  const say = useWords(planWords)
  return (
    <Select
      aria-label={`${say.place}: ${person.name}`}
      style={{ width: '100%', minWidth: 180 }}
      value={chosen?.title ?? ''}
      onChange={(title) =>
        onPlace({ person: person.recordNo, ...(title ? { title, unit: person.toUnitCode } : {}) })
      }
      options={[
        { value: '', label: `${say.leave} · ${person.toUnit}` },
        ...person.titles.map(({ code, name }) => ({
          value: code,
          label: `${name} · ${person.toUnit}`,
        })),
      ]}
    />
  )
}
