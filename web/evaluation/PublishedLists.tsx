import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { ownWords } from './own-words.ts'

/** Results of colleagues made public to the reader's unit or agency; nothing where there are none. */
export function PublishedLists() {
  const say = useWords(ownWords)
  const answer = useAnswer('GET /published-evaluations', {})
  return (
    <Answered answer={answer} rows={3}>
      {({ rows }) =>
        rows.length === 0 ? null : (
          <Card title={say.published}>
            <ul className="own-list">
              {rows.map(({ cycleId, periodLabel, unitName, agencyName, publishedOn, people }) => (
                <li key={cycleId}>
                  <Link to="/danh-gia/cong-khai/$id" params={{ id: String(cycleId) }}>
                    <span>
                      <b className="capital">{periodLabel}</b>
                      <small className="second">
                        {agencyName ? `${unitName}, ${agencyName}` : unitName}
                      </small>
                    </span>
                    <span className="right">
                      {say.peopleCount(people)}
                      <small className="second">{day(publishedOn)}</small>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    </Answered>
  )
}
