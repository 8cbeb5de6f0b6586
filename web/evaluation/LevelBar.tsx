import { count } from '#web/lib/format.ts'
import { share } from './figures.ts'
import { LEVELS, type Level, levelName } from './Rating.tsx'

type Counts = Record<Level, number>

export const totalOf = (counts: Counts) => LEVELS.reduce((sum, level) => sum + counts[level], 0)

/** How many have each level, as one bar; the numbers stand on it. */
export function LevelBar({ counts, label }: { counts: Counts; label: string }) {
  const total = totalOf(counts)
  const used = LEVELS.filter((level) => counts[level] > 0)
  const says = used.map((level) => `${levelName(level)} ${count(counts[level])}`).join(', ')
  return (
    <div className="level-bar" role="img" aria-label={`${label}: ${says}`}>
      {used.map((level) => (
        <span
          key={level}
          className={level}
          style={{ flexGrow: counts[level] }}
          title={`${levelName(level)}: ${count(counts[level])} (${share((100 * counts[level]) / total)})`}
        >
          {count(counts[level])}
        </span>
      ))}
    </div>
  )
}

export function LevelLegend() {
  return (
    <span className="legend">
      {LEVELS.map((level) => (
        <span key={level}>
          <i className={`level-mark ${level}`} />
          {levelName(level)}
        </span>
      ))}
    </span>
  )
}
