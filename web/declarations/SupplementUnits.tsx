import { Link } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { BulletBar } from '#web/ui/BulletBar.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { declarationWords } from './words.ts'

const STATES = ['done', 'waiting', 'unanswered', 'overdue'] as const

type Counts = Output<'GET /supplements/:roundId/progress'>['all']

/** How far each agency is; every number opens its names below. */
export function SupplementUnits({ roundId }: { roundId: number }) {
  const say = useWords(declarationWords)
  const progress = useAnswer('GET /supplements/:roundId/progress', { roundId })
  return (
    <Card title={say.units}>
      <Answered answer={progress} rows={8}>
        {({ all, units }) => (
          <ScrollBox label={say.units} className="table-box board">
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.unit}</th>
                  <th scope="col" className="right">
                    {say.total}
                  </th>
                  {STATES.map((state) => (
                    <th key={state} scope="col" className="right">
                      {say[state]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <Row roundId={roundId} unitId={undefined} name={say.all} counts={all} />
                {units.map(({ unitId, unitName, ...counts }) => (
                  <Row key={unitId} {...{ roundId, unitId, counts }} name={unitName} />
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Answered>
    </Card>
  )
}

interface RowProps {
  roundId: number
  unitId: number | undefined
  name: string
  counts: Counts
}

function Row({ roundId, unitId, name, counts }: RowProps) {
  const say = useWords(declarationWords)
  const share = counts.total === 0 ? null : counts.done / counts.total
  return (
    <tr>
      <td>
        {unitId === undefined ? <b>{name}</b> : name}
        <BulletBar thin tone="met" share={share} label={`${name}: ${say.done} ${counts.done}`} />
      </td>
      <td className="right">{count(counts.total)}</td>
      {STATES.map((state) => (
        <td key={state} className="right">
          {counts[state] === 0 ? (
            '0'
          ) : (
            <Link
              to="/bo-sung-ly-lich"
              search={{ dot: roundId, 'don-vi': unitId, loc: state }}
              resetScroll={false}
              aria-label={`${name}: ${say[state]} ${count(counts[state])}`}
            >
              {count(counts[state])}
            </Link>
          )}
        </td>
      ))}
    </tr>
  )
}
