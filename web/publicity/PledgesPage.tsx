import { Link, useSearch } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { learningWords } from './learning-words.ts'
import { PledgesOfUnit } from './PledgesOfUnit.tsx'

/** The pledges of the year, agency by agency, those furthest behind first. */
export function PledgesPage() {
  const say = useWords(learningWords)
  const { asOf } = useAsOf()
  const { 'don-vi': unitId } = useSearch({ from: '/inside/cam-ket' })
  const board = useAnswer('GET /pledges/units', { asOf })
  return (
    <>
      <PageHeader
        crumbs={[say.pledges]}
        title={say.pledges}
        says={[
          board.data ? `${board.data.year} · ${say.pledgeBy} ${day(board.data.pledgeBy)}` : '',
          say.pledgesSays,
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <div className="columns overseen beside">
        <Card>
          <Answered answer={board} rows={12}>
            {({ rows }) => <Board rows={rows} />}
          </Answered>
        </Card>
        <Card>
          {unitId === undefined ? (
            <EmptyState says={say.chooseUnit} />
          ) : (
            <PledgesOfUnit key={unitId} unitId={unitId} />
          )}
        </Card>
      </div>
    </>
  )
}

function Board({ rows }: { rows: Output<'GET /pledges/units'>['rows'] }) {
  const say = useWords(learningWords)
  return (
    <ScrollBox label={say.pledges}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{say.unit}</th>
            <th scope="col" className="right">
              {say.pledged}
            </th>
            <th scope="col" className="right only-desk">
              {say.late}
            </th>
            <th scope="col" className="right only-desk">
              {say.reviewed}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unitId}>
              <td>
                <Link to="/cam-ket" search={(before) => ({ ...before, 'don-vi': row.unitId })}>
                  {row.unit}
                </Link>
              </td>
              <td className="right nowrap">
                {count(row.pledged)}/{count(row.people)}
              </td>
              <td className="right only-desk">{count(row.late)}</td>
              <td className="right only-desk">{count(row.reviewed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
