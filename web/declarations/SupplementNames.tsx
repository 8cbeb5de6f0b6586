import { Link, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { declarationWords } from './words.ts'

const TONES: Record<'done' | 'waiting' | 'unanswered' | 'overdue', Tone> = {
  done: 'met',
  waiting: 'due',
  unanswered: 'unknown',
  overdue: 'remind',
}

/** The names behind the number chosen on the board. */
export function SupplementNames({ roundId }: { roundId: number }) {
  const { 'don-vi': unitId, loc } = useSearch({ from: '/inside/bo-sung-ly-lich' })
  return loc ? <Listed {...{ roundId, unitId, loc }} /> : null
}

interface Props {
  roundId: number
  unitId: number | undefined
  loc: keyof typeof TONES
}

function Listed({ roundId, unitId, loc }: Props) {
  const say = useWords(declarationWords)
  const top = useRef<HTMLDivElement>(null)
  const people = useAnswer('GET /supplements/:roundId/people', {
    roundId,
    state: loc,
    limit: 200,
    ...(unitId !== undefined && { unitId }),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number brings other names into view.
  useEffect(() => {
    void top.current?.scrollIntoView({ block: 'nearest' })
  }, [unitId, loc])
  return (
    <div ref={top}>
      <Card title={`${say.names}: ${say[loc]}`} aside={count(people.data?.total)}>
        <Answered answer={people}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <EmptyState says="0" />
            ) : (
              <ScrollBox label={say.names}>
                <table>
                  <tbody>
                    {rows.map(({ id, fullName, title, unitName, state }) => (
                      <tr key={id}>
                        <td>
                          <Link to="/ho-so/$id" params={{ id: String(id) }}>
                            {fullName}
                          </Link>
                          <br />
                          <span className="small third">{title}</span>
                        </td>
                        <td>{unitName}</td>
                        <td>
                          <StateTag tone={TONES[state]}>{say[state]}</StateTag>
                        </td>
                      </tr>
                    ))}
                    {total > rows.length ? (
                      <tr>
                        <td colSpan={3} className="second">
                          {count(total - rows.length)} {say.others}
                        </td>
                      </tr>
                    ) : null}
                  </tbody>
                </table>
              </ScrollBox>
            )
          }
        </Answered>
      </Card>
    </div>
  )
}
