import { useWords } from '#web/lib/language.ts'
import { BulletBar } from '#web/ui/BulletBar.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { amount, points, share } from './figures.ts'
import { ownWords } from './own-words.ts'
import { levelName, RatingTag } from './Rating.tsx'
import { reviewWords } from './review-words.ts'
import type { Person } from './shapes.ts'

/** The points so far, what they are made of, and where the bands begin. */
export function OwnPoints({ person }: { person: Person }) {
  const say = useWords(ownWords)
  const { parts: names } = useWords(reviewWords)
  const { cycle, parts, total, proposed, rating, task, common } = person
  const told = cycle.publishedOn !== null
  const shown = ['a', 'b', 'c'].filter((part) => parts[part] !== undefined)
  return (
    <section className="card own-points" aria-label={told ? say.result : say.sofar}>
      <div className="person-head">
        <div>
          <p className="second">{told ? say.result : say.sofar}</p>
          <p>
            <b className="large">{points(told ? (person.points ?? total) : total)}</b>{' '}
            <span className="second">{say.ofHundred}</span>
          </p>
        </div>
        <div className="right">
          <RatingTag rating={told ? rating : proposed} />
          <p className="small second">{bandOf(person, say)}</p>
        </div>
      </div>
      {shown.map((part) => (
        <div key={part} className="own-part">
          <span>{names[part]}</span>
          <BulletBar
            tone="info"
            share={(parts[part] ?? 0) / 100}
            label={`${names[part]}: ${share(parts[part])}`}
          />
          <b className={(parts[part] ?? 100) < 90 ? 'low' : undefined}>{share(parts[part])}</b>
        </div>
      ))}
      <p className="small second">
        {task === null ? '' : `${points(task)} + ${common === null ? '–' : amount(common)} `}
        <ClauseChip cite={cycle.document}>{cycle.schemeLabel}</ClauseChip>
      </p>
    </section>
  )
}

/** "mức Hoàn thành tốt: từ 70 đến dưới 90". */
function bandOf({ bands, proposed }: Person, say: typeof ownWords.vi): string {
  const at = bands.findIndex(({ rating }) => rating === proposed)
  const band = bands[at]
  if (!band || band.from === null) return ''
  const above = bands[at - 1]
  return say.band(
    levelName(band.rating).toLowerCase(),
    amount(band.from),
    above?.from ? amount(above.from) : null,
  )
}
