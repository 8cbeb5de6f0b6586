import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Overview } from '#web/lib/shapes-of-directives.ts'
import { ChartFrame } from '#web/ui/ChartFrame.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ageRange, Pyramid } from '#web/ui/Pyramid.tsx'
import { overviewWords } from './words.ts'

/** The managed people, or everybody, by age and sex; each bar opens the list it stands for. */
export function AgePyramid({ shown }: { shown: Overview }) {
  const say = useWords(overviewWords)
  const navigate = useNavigate()
  const [whole, setWhole] = useState(shown.managed.people === 0)
  const { pyramid: bands, pyramidUnknown } = whole ? shown : shown.managed
  const all = bands.reduce((sum, { male, female }) => sum + male + female, 0)
  const open = (band: string, sex: 'male' | 'female') => {
    const { from, to } = ageRange(band)
    void navigate({
      to: '/ho-so',
      search: {
        dien: whole ? undefined : 'standing_committee',
        gioi: sex,
        'tu-tuoi': from,
        'den-tuoi': to,
      },
    })
  }
  return (
    <div className="card-body">
      <ChartFrame
        title={<h2>{say.pyramid}</h2>}
        aside={`${count(all)} ${say.people}`}
        head={[say.age, say.male, say.female]}
        rows={bands.map(({ band, male, female }) => [band, male, female])}
        chart={
          all > 0 ? (
            <Pyramid
              bands={bands}
              names={{ male: say.male, female: say.female }}
              marked={(band) => (ageRange(band).to ?? Number.POSITIVE_INFINITY) < shown.youngUnder}
              onOpen={open}
              label={say.pyramid}
            />
          ) : (
            <EmptyState says={say.noBirth} />
          )
        }
      />
      <Segmented
        size="small"
        aria-label={say.pyramid}
        value={whole ? 'all' : 'managed'}
        onChange={(value) => setWhole(value === 'all')}
        options={[
          { value: 'managed', label: say.managedShort },
          { value: 'all', label: say.all },
        ]}
      />
      <p className="small second" style={{ marginTop: 6 }}>
        {say.pyramidNote} {say.youngAge} {shown.youngUnder}
        {pyramidUnknown > 0 ? ` · ${count(pyramidUnknown)} ${say.pyramidUnknown}` : ''}
      </p>
    </div>
  )
}
