import { Link } from '@tanstack/react-router'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { BulletBar } from '#web/ui/BulletBar.tsx'
import { Card } from '#web/ui/Card.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { completenessWords } from './completeness-words.ts'
import { useDictionary } from './dictionary.ts'

/** How complete the record is, what it lacks, and who must bring it. */
export function PersonCompleteness({ id }: { id: number }) {
  const say = useWords(completenessWords)
  const { asOf } = useAsOf()
  const { data: dictionary } = useDictionary()
  const answer = useAnswer('GET /cadres/:id/completeness', { id, asOf })
  const groupOf = (item: string) =>
    dictionary?.sections.find(({ code }) => code === item.split('.')[0])?.group
  return (
    <Card title={say.ofPerson} aside={answer.data ? percent(answer.data.score) : null}>
      <Answered answer={answer} rows={3}>
        {({ score, missing }) => (
          <div className="card-body stackup">
            <BulletBar tone="slate" share={score} label={`${say.ofPerson}: ${percent(score)}`} />
            {score === null ? <p className="second">{say.notServing}</p> : null}
            {score !== null && missing.length === 0 ? <p>{say.full}</p> : null}
            <ul className="lacks">
              {missing.map(({ item, label, fixedBy }) => (
                <li key={item}>
                  <Link to="/ho-so/$id" params={{ id: String(id) }} search={{ muc: groupOf(item) }}>
                    {label}
                  </Link>
                  <span className="small third">{fixedBy}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Answered>
    </Card>
  )
}
