import { Link } from '@tanstack/react-router'
import { count, day } from '#web/lib/format.ts'
import { BulletBar } from '#web/ui/BulletBar.tsx'
import type { Column } from '#web/ui/columns.ts'
import { levelName, RatingTag } from './Rating.tsx'
import { StepTag } from './StepTag.tsx'
import type { BoardRow } from './shapes.ts'
import type { evaluationWords } from './words.ts'

type Say = typeof evaluationWords.vi

const part = (label: string, done: number, people: number) => (
  <div style={{ minWidth: 96 }}>
    <div className="bar-words">
      <span>
        {count(done)} / {count(people)}
      </span>
    </div>
    <BulletBar
      thin
      tone="info"
      share={people > 0 ? done / people : 0}
      label={`${label}: ${count(done)} / ${count(people)}`}
    />
  </div>
)

export const boardColumns = (say: Say): Column<BoardRow>[] => [
  {
    key: 'unit',
    title: say.unit,
    width: 220,
    value: ({ unitName }) => unitName,
    cell: ({ unitName, agencyName, period, unitId, scheme }) => (
      <>
        <Link
          to="/danh-gia/$ky/$donvi"
          params={{ ky: period, donvi: String(unitId) }}
          search={{ 'quy-che': scheme }}
        >
          {unitName}
        </Link>
        {agencyName ? <div className="small second">{agencyName}</div> : null}
      </>
    ),
  },
  {
    key: 'step',
    title: say.step,
    width: 250,
    value: ({ dueOn }) => dueOn,
    cell: ({ state, stepLabel, daysLeft, dueOn, closed, byRule }) => (
      <>
        {closed ? (
          <StepTag state="done" label={say.closed} />
        ) : (
          <StepTag state={state} label={stepLabel} daysLeft={daysLeft} />
        )}
        <div className="small second">
          {[
            closed ? '' : `${say.due} ${day(dueOn)}`,
            byRule > 0 ? `${count(byRule)} ${say.byRule}` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </>
    ),
  },
  {
    key: 'self',
    title: say.self,
    width: 110,
    value: ({ selfDone }) => selfDone,
    cell: ({ selfDone, people }) => part(say.self, selfDone, people),
  },
  {
    key: 'reviewed',
    title: say.reviewed,
    width: 110,
    value: ({ reviewed }) => reviewed,
    cell: ({ reviewed, people }) => part(say.reviewed, reviewed, people),
  },
  {
    key: 'claims',
    title: say.claims,
    align: 'right',
    width: 100,
    value: ({ openClaims }) => openClaims,
    cell: ({ openClaims }) => count(openClaims),
  },
  {
    key: 'appeals',
    title: say.appeals,
    align: 'right',
    width: 90,
    value: ({ openAppeals }) => openAppeals,
    cell: ({ openAppeals }) => count(openAppeals),
  },
  {
    key: 'excellent',
    title: say.excellent,
    align: 'right',
    width: 80,
    value: ({ excellent }) => excellent,
    cell: ({ excellent }) => count(excellent),
  },
  {
    key: 'rating',
    title: say.unitRating,
    width: 150,
    value: ({ unitRating }) => unitRating && levelName(unitRating),
    cell: ({ unitRating }) => <RatingTag rating={unitRating} />,
  },
]
