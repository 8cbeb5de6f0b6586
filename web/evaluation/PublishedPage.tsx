import { Link, useParams } from '@tanstack/react-router'
import { useAnswer } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { ownWords } from './own-words.ts'
import { RatingTag } from './Rating.tsx'
import { resultWords } from './result-words.ts'

/** What was made public where the reader works: name, title and rating of each, nothing else. */
export function PublishedPage() {
  const { id } = useParams({ from: '/inside/danh-gia/cong-khai/$id' })
  const say = useWords(ownWords)
  const { published, circles } = useWords(resultWords)
  const answer = useAnswer('GET /published-evaluations/:cycleId', { cycleId: Number(id) })
  return (
    <Answered answer={answer} rows={10}>
      {({ heading, people }) => (
        <>
          <PageHeader
            crumbs={[
              <Link key="own" to="/danh-gia/cua-toi">
                {say.title}
              </Link>,
              say.published,
            ]}
            tab={`${say.publishedOf} ${heading.periodLabel}`}
            title={`${say.publishedOf} ${heading.periodLabel}: ${heading.unitName}`}
            says={[
              heading.agencyName,
              `${published} ${day(heading.publishedOn)} ${circles[heading.circle]}`,
              heading.place,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          />
          {[...Map.groupBy(people, ({ group }) => group)].map(([group, members]) => (
            <Card key={group} title={group} aside={say.peopleCount(members.length)}>
              <ul className="own-list">
                {members.map(({ name, title, rating }) => (
                  <li key={name + title} className="line">
                    <span>
                      <b>{name}</b>
                      <small className="second">{title}</small>
                    </span>
                    <RatingTag rating={rating} />
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </>
      )}
    </Answered>
  )
}
