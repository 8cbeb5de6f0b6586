import { Select } from 'antd'
import { RATING_LEVELS } from '#server/cadres/code-lists.ts'
import type { Rating } from './shapes.ts'

/** The levels somebody can be given today, the highest first: keys 1 to 4 give them. */
export const LEVELS = ['excellent', 'good', 'completed', 'not_completed', 'not_rated'] as const
export type Level = (typeof LEVELS)[number]

/** "Hoàn thành tốt": every level ends in the same word, which the heading already says. */
export const levelName = (rating: Rating) => RATING_LEVELS[rating].label.replace(/ nhiệm vụ$/, '')

/** The abbreviation of the offices in a coloured square, and the words beside it. */
export function RatingTag({ rating, bare }: { rating: Rating | null; bare?: boolean }) {
  if (rating === null) return <span className="third">–</span>
  return (
    <span className="rating-tag">
      <abbr className={`rating ${rating}`} title={RATING_LEVELS[rating].label}>
        {RATING_LEVELS[rating].short}
      </abbr>
      {bare ? null : <span>{levelName(rating)}</span>}
    </span>
  )
}

interface Props {
  id?: string
  label?: string
  placeholder?: string
  value?: Level | undefined
  onChange?(rating: Level): void
}

export function RatingSelect({ label, placeholder = label, ...rest }: Props) {
  return (
    <Select
      {...rest}
      aria-label={label}
      placeholder={placeholder}
      style={{ minWidth: 190 }}
      options={LEVELS.map((value) => ({ value, label: levelName(value) }))}
    />
  )
}
