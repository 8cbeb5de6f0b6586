import { UNIT_KINDS } from '#server/organisation/code-lists.ts'
import { POSITION_KINDS, REQUIREMENTS } from '#server/organisation/position-kinds.ts'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Paged } from '#web/ui/Paged.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { levelName } from './level-names.ts'
import { HoldForm, PositionForm, StandardForm } from './PositionForms.tsx'
import { staffingWords } from './staffing-words.ts'

type Row = Output<'GET /positions'>['rows'][number]
const unitKinds: Record<string, { label: string }> = UNIT_KINDS

/** The scheme of job positions of a day, what titles and positions ask, and the next decision. */
export function Positions() {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /positions', { asOf })
  const mayDecide = useMay('organisation.decide_position')
  return (
    <>
      <Card title={say.catalogue}>
        <Answered answer={answer} rows={8}>
          {({ rows }) =>
            rows.length === 0 ? <EmptyState says={say.noPositions} /> : <Catalogue rows={rows} />
          }
        </Answered>
      </Card>
      <Standards />
      {mayDecide && answer.data ? (
        <Card>
          <PositionForm titles={answer.data.titles} />
          <StandardForm titles={answer.data.titles} positions={answer.data.rows} />
          <HoldForm positions={answer.data.rows} />
        </Card>
      ) : null}
    </>
  )
}

function Catalogue({ rows }: { rows: Row[] }) {
  const say = useWords(staffingWords)
  const heads = [say.code, say.name, say.kind, say.where, say.grade]
  return (
    <Paged rows={rows} label={say.pages} size={20}>
      {(page) => (
        <ScrollBox label={say.catalogue}>
          <table>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                <th scope="col" className="right">
                  {say.places}
                </th>
                <th scope="col" className="right">
                  {say.held}
                </th>
                <th scope="col">{say.clause}</th>
              </tr>
            </thead>
            <tbody>
              {page.map((row) => (
                <tr key={row.id}>
                  <td className="nowrap">{row.code}</td>
                  <td style={{ minWidth: 200 }}>
                    {row.name}
                    {row.description ? <div className="small third">{row.description}</div> : null}
                  </td>
                  <td>{POSITION_KINDS[row.kind].label}</td>
                  <td>{row.unitName ?? unitKinds[row.unitKind ?? '']?.label}</td>
                  <td>{row.gradeCode ?? '–'}</td>
                  <td className="right">{count(row.places)}</td>
                  <td className="right">{count(row.held)}</td>
                  <td className="small second">
                    {row.decisionNo}, {day(row.from)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Paged>
  )
}

function Standards() {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /standards', { asOf })
  return (
    <Card title={say.standards}>
      <Answered answer={answer} rows={8}>
        {({ rows }) => (
          <Paged rows={[...Map.groupBy(rows, ({ name }) => name)]} label={say.pages} size={15}>
            {(page) => (
              <ScrollBox label={say.standards}>
                <table>
                  <tbody>
                    {page.map(([name, lines]) => (
                      <tr key={name}>
                        <th scope="row" style={{ minWidth: 180 }}>
                          {name}
                        </th>
                        <td>
                          {lines
                            .map(
                              ({ requirement, level }) =>
                                `${REQUIREMENTS[requirement].label}: ${levelName(requirement, level)}`,
                            )
                            .join(' · ')}
                          <div className="small third">{lines[0]?.clause}</div>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollBox>
            )}
          </Paged>
        )}
      </Answered>
    </Card>
  )
}
