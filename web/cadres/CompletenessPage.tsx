import { Link, useSearch } from '@tanstack/react-router'
import type { Output } from '#web/lib/api.ts'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { BulletBar } from '#web/ui/BulletBar.tsx'
import { Card } from '#web/ui/Card.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { CompletenessNames } from './CompletenessNames.tsx'
import { completenessWords } from './completeness-words.ts'

type Board = Output<'GET /completeness'>

const ROWS = 50

/** How complete the records are: the worst fields first, each unit, and the names behind a number. */
export function CompletenessPage() {
  const say = useWords(completenessWords)
  const { asOf } = useAsOf()
  const { 'don-vi': unitId, thieu: item } = useSearch({ from: '/inside/ho-so/day-du' })
  const province = useAnswer('GET /completeness', { asOf, limit: 0 })
  const board = useAnswer('GET /completeness', {
    asOf,
    limit: ROWS,
    ...(unitId !== undefined && { unitId }),
    ...(item && { item }),
  })
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="list" to="/ho-so">
            {say.list}
          </Link>,
          say.title,
        ]}
        title={say.title}
        says={say.says}
      />
      <Answered answer={board} rows={12}>
        {(shown) => (
          <>
            <p className="board-sum">
              <b>{percent(shown.score)}</b> · {count(shown.people)} {say.people} · {day(asOf)}
              {unitId === undefined && !item ? null : (
                <Link to="/ho-so/day-du" search={{ 'don-vi': undefined, thieu: undefined }}>
                  {say.all}
                </Link>
              )}
            </p>
            <div className="columns halves">
              <Items board={shown} chosen={item} />
              <Answered answer={province}>
                {({ units }) => <Units units={units} chosen={unitId} />}
              </Answered>
            </div>
            <CompletenessNames board={shown} />
          </>
        )}
      </Answered>
    </>
  )
}

function Items({ board, chosen }: { board: Board; chosen: string | undefined }) {
  const say = useWords(completenessWords)
  const lacking = ({ known, total }: Board['items'][number]) => total - known
  const worst = board.items.toSorted((a, b) => lacking(b) - lacking(a))
  return (
    <Card title={say.worst}>
      <ScrollBox label={say.worst} className="table-box board">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.field}</th>
              <th scope="col" className="right">
                {say.known}
              </th>
            </tr>
          </thead>
          <tbody>
            {worst.map((one) => (
              <tr key={one.item} className={one.item === chosen ? 'selected' : ''}>
                <td>
                  {one.label}
                  <br />
                  <span className="small third">
                    {lacking(one) > 0 ? (
                      <Link
                        to="/ho-so/day-du"
                        search={(before) => ({ ...before, thieu: one.item })}
                      >
                        {count(lacking(one))} {say.missing}
                      </Link>
                    ) : (
                      `0 ${say.missing}`
                    )}{' '}
                    · {one.fixedBy}
                  </span>
                </td>
                <td className="right nowrap">
                  {percent(one.total === 0 ? null : one.known / one.total)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Card>
  )
}

function Units({ units, chosen }: { units: Board['units']; chosen: number | undefined }) {
  const say = useWords(completenessWords)
  const worst = units.toSorted((a, b) => (a.score ?? 1) - (b.score ?? 1))
  return (
    <Card title={say.units}>
      <ScrollBox label={say.units} className="table-box board">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.unit}</th>
              <th scope="col" className="right">
                {say.persons}
              </th>
              <th scope="col">{say.score}</th>
            </tr>
          </thead>
          <tbody>
            {worst.map(({ unitId, unitName, people, score }) => (
              <tr key={unitId} className={unitId === chosen ? 'selected' : ''}>
                <td>
                  <Link to="/ho-so/day-du" search={(before) => ({ ...before, 'don-vi': unitId })}>
                    {unitName}
                  </Link>
                </td>
                <td className="right">{count(people)}</td>
                <td className="nowrap score">
                  <BulletBar tone="slate" share={score} label={`${unitName}: ${percent(score)}`} />
                  {percent(score)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Card>
  )
}
