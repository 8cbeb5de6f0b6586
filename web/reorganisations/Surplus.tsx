import { Link } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Paged } from '#web/ui/Paged.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { streamliningWords } from './streamlining-words.ts'

type Row = Output<'GET /streamlining/surplus'>['rows'][number]

const TONES: Record<Row['state'], Tone> = { borne: 'due', past: 'not_met', without_basis: 'remind' }
const average = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** Deputies beyond the seats, and until when that is borne. */
export function Surplus() {
  const say = useWords(streamliningWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /streamlining/surplus', { asOf })
  const words = { borne: say.borne, past: say.past, without_basis: say.without }
  return (
    <Card
      title={say.surplus}
      aside={
        answer.data?.departments?.average == null ? null : (
          <span>
            {say.average}: {average.format(answer.data.departments.average)} ({say.allowed}{' '}
            {count(answer.data.departments.allowed)})
          </span>
        )
      }
    >
      <Answered answer={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState says={say.noSurplus} />
          ) : (
            <Paged rows={rows} label={say.pages} size={25}>
              {(page) => (
                <ScrollBox label={say.surplus}>
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">{say.unit}</th>
                        <th scope="col">{say.post}</th>
                        <th scope="col" className="right">
                          {say.held}
                        </th>
                        <th scope="col">{say.since}</th>
                        <th scope="col">{say.until}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {page.map((row) => (
                        <tr key={`${row.unitId} ${row.post}`}>
                          <td>
                            <Link to="/to-chuc" search={{ 'don-vi': row.unitId }}>
                              {row.unit}
                            </Link>
                            <br />
                            <span className="small third">{row.parent}</span>
                          </td>
                          <td>{row.post}</td>
                          <td className="right nowrap">
                            {count(row.held)} / {count(row.seats)}
                          </td>
                          <td className="nowrap">{day(row.since)}</td>
                          <td className="nowrap">
                            {day(row.until)}{' '}
                            <StateTag tone={TONES[row.state]}>{words[row.state]}</StateTag>
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
      </Answered>
      <p className="small second card-body">{say.surplusSays}</p>
    </Card>
  )
}
