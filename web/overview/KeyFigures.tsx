import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LEVELS } from '#server/organisation/code-lists.ts'
import { count, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Overview } from '#web/lib/shapes-of-directives.ts'
import { overviewWords } from './words.ts'

const levelLabels: Record<string, { label: string }> = LEVELS
const managed = { dien: 'standing_committee' }

/** Five figures, each opening the people behind it. */
export function KeyFigures({ shown }: { shown: Overview }) {
  const say = useWords(overviewWords)
  const { people, women, young, byLevel } = shown.managed
  const { seats, filled, vacant } = sumOf(shown.frame.rows)
  const split = (part: 'women' | 'young') =>
    byLevel
      .filter((level) => level[part] > 0)
      .map((level) => `${levelLabels[level.level]?.label ?? level.level} ${count(level[part])}`)
      .join(' · ')
  return (
    <div className="figures">
      <Figure
        title={say.managed}
        number={
          <Link to="/ho-so" search={managed} className="ink">
            {count(people)}
          </Link>
        }
        unit={say.people}
        says={`${count(filled)} ${say.inFrame} · ${count(shown.frame.outside)} ${say.outside}`}
      />
      <Figure
        title={say.women}
        number={
          <Link to="/ho-so" search={{ ...managed, gioi: 'female' }} className="ink">
            {count(women)}
          </Link>
        }
        unit={people > 0 ? percent(women / people) : ''}
        says={split('women')}
      />
      <Figure
        title={`${say.young}, ${say.youngAge} ${shown.youngUnder} ${say.yearsOld}`}
        number={
          <Link
            to="/ho-so"
            search={{ ...managed, 'den-tuoi': shown.youngUnder - 1 }}
            className="ink"
          >
            {count(young)}
          </Link>
        }
        unit={people > 0 ? percent(young / people) : ''}
        says={split('young')}
      />
      <Figure
        title={say.vacant}
        number={
          <Link to="/to-chuc" className="ink">
            {count(vacant)}
          </Link>
        }
        unit={`/ ${count(seats)} ${say.ofSeats}`}
        says={`${say.filled} ${count(filled)}`}
      />
      <Figure
        title={say.retiring}
        number={
          <Link to="/ho-so" search={{ 'nghi-trong': shown.retiring.months }} className="ink">
            {count(shown.retiring.people)}
          </Link>
        }
        unit={say.people}
        says={say.byBirth}
      />
    </div>
  )
}

interface FigureProps {
  title: string
  number: ReactNode
  unit: string
  says: string
}

function Figure({ title, number, unit, says }: FigureProps) {
  return (
    <div>
      <p className="second small">{title}</p>
      <p>
        <span className="large">{number}</span> <span className="second">{unit}</span>
      </p>
      <p className="second small">{says}</p>
    </div>
  )
}

export const sumOf = (rows: Overview['frame']['rows']) =>
  rows.reduce(
    (sum, row) => ({
      seats: sum.seats + row.seats,
      filled: sum.filled + row.filled,
      vacant: sum.vacant + row.vacant,
    }),
    { seats: 0, filled: 0, vacant: 0 },
  )
