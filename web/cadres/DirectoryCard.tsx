import { useEffect } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { initials } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Crumbs } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { directoryWords } from './directory-words.ts'

/** What anyone in the province may know of a person whose file another unit keeps. */
export function DirectoryCard({ id, asOf }: { id: number; asOf: string }) {
  const say = useWords(directoryWords)
  const card = useAnswer('GET /cadres/:id/card', { id, asOf })
  const name = card.data?.fullName
  useEffect(() => {
    if (name) document.title = `${name} · Ngang Tầm`
  }, [name])
  return (
    <Answered answer={card} rows={4}>
      {({ fullName, title, unitName }) => (
        <>
          <Crumbs crumbs={[say.directory, fullName]} />
          <section className="card person">
            <div className="person-mark" aria-hidden>
              {initials(fullName)}
            </div>
            <div className="person-words">
              <h1>{fullName}</h1>
              {title ? (
                <p>
                  <b>{title}</b>
                  {unitName ? `, ${unitName}` : ''}
                </p>
              ) : (
                <p className="second">{say.noPost}</p>
              )}
            </div>
          </section>
          <Notice tone="info">{say.elsewhere}</Notice>
        </>
      )}
    </Answered>
  )
}
