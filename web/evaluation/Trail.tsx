import { moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { points } from './figures.ts'
import { personWords } from './person-words.ts'
import { RatingTag } from './Rating.tsx'
import type { Person } from './shapes.ts'

/** Every rating ever given, with who, why and on whose word; an undone one stays and says so. */
export function Trail({ trail }: Pick<Person, 'trail'>) {
  const say = useWords(personWords)
  if (trail.length === 0) return null
  return (
    <ol className="trail" aria-label={say.trail}>
      {trail.map(
        ({ at, stage, rating, points: total, by, reason, comment, authoriser, undone }) => (
          <li key={`${at} ${stage} ${rating}`} className={undone ? 'undone' : undefined}>
            <RatingTag rating={rating} /> {total === null ? '' : points(total)}
            <span className="small second">
              {' '}
              {say.stages[stage] ?? stage}, {by}, {moment(at)}
              {[
                reason && ` · ${reason}`,
                comment && ` · ${comment}`,
                authoriser && ` · ${say.authoriser} ${authoriser}`,
                undone && ` · ${say.undone}`,
              ]
                .filter(Boolean)
                .join('')}
            </span>
          </li>
        ),
      )}
    </ol>
  )
}
