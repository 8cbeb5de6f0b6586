import { Link } from '@tanstack/react-router'
import { count, day, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { TargetStory } from '#web/lib/shapes-of-directives.ts'
import { countsHeads, thresholdWords } from './target-words.ts'
import { targetWords } from './words.ts'

/** The figures of one target in words: reached, short of, due, and what paper is missing. */
export function TargetFacts({ story }: { story: TargetStory }) {
  return (
    <div className="target-facts">
      <Reached story={story} />
      <Short story={story} />
      <Due story={story} />
      <Papers story={story} />
    </div>
  )
}

function Reached({ story }: { story: TargetStory }) {
  const say = useWords(targetWords)
  const { share, low, high, unknown } = story
  const range =
    !countsHeads(story) && low !== null && high !== null && high > low
      ? ` (${say.lowest} ${percent(low)}, ${say.highest} ${percent(high)})`
      : ''
  return (
    <div>
      <p>
        <span className="large">
          {count(story.counted)} / {count(story.base)}
        </span>{' '}
        {share === null ? null : <span className="second">= {percent(share)}</span>}
      </p>
      <p className="small second">
        {unknown > 0 ? (
          <Link
            from="/chi-tieu"
            to="/chi-tieu"
            search={(before) => ({ ...before, mo: story.id, tinh: 'unknown' })}
            resetScroll={false}
          >
            {count(unknown)} {say.notClear}
          </Link>
        ) : (
          say.nobodyUnknown
        )}
        {range}
      </p>
    </div>
  )
}

function Short({ story }: { story: TargetStory }) {
  const say = useWords(targetWords)
  const reached = story.state === 'met' || story.short === 0
  return (
    <div>
      <p>
        <span className="large">
          {reached
            ? say.reached
            : story.short === null
              ? story.comparison === 'at_most'
                ? say.over
                : '–'
              : `${say.missingTo} ${count(story.short)}`}
        </span>
      </p>
      <p className="small second">
        {reached || story.short === null
          ? thresholdWords(story)
          : `${say.toReach} ${thresholdWords(story)}: ${count(story.counted + story.short)} / ${count(story.base)}`}
      </p>
    </div>
  )
}

function Due({ story }: { story: TargetStory }) {
  const say = useWords(targetWords)
  const others = story.milestones.filter(({ by }) => by !== story.by)
  return (
    <div>
      <p>
        <span className="second">{say.nextDue}</span> <span className="large">{day(story.by)}</span>
      </p>
      <p className="small second">
        {others.length > 0
          ? `${say.allDue}: ${story.milestones
              .map(
                ({ by, threshold }) =>
                  `${by.slice(0, 4)} ${thresholdWords({ ...story, threshold })}`,
              )
              .join(' · ')}`
          : thresholdWords(story)}
      </p>
    </div>
  )
}

function Papers({ story }: { story: TargetStory }) {
  const say = useWords(targetWords)
  if (story.missing.length === 0) return null
  return (
    <div>
      <p className="second small">{say.papers}</p>
      <ul>
        {story.missing.map(({ fact, label, paper, records }) => (
          <li key={fact} className="small">
            <b>{count(records)}</b> {say.records}: {label} → {paper}
          </li>
        ))}
      </ul>
    </div>
  )
}
