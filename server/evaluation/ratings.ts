import { z } from 'zod'
import { RATING_LEVELS } from '#server/cadres/code-lists.ts'
import { searchable } from '#server/kernel/text.ts'

export type Rating = keyof typeof RATING_LEVELS

/** Higher is better; somebody not rated has no place among them. */
export const HEIGHT: Record<Rating, number | null> = {
  excellent: 4,
  good: 3,
  completed: 2,
  limited: 2,
  not_completed: 1,
  not_rated: null,
}

export const ratingLabel = (rating: Rating) => RATING_LEVELS[rating].label

const WORDS = new Map(
  (Object.keys(RATING_LEVELS) as Rating[]).flatMap((code) => {
    const { label, short, aliases } = RATING_LEVELS[code]
    return [code, label, short, ...aliases].map((word) => [searchable(word), code] as const)
  }),
)

/** A rating as people write it: excellent, HTXSNV, Hoàn thành tốt nhiệm vụ. */
export const ratingShape = z.string().transform((text, context): Rating => {
  const found = WORDS.get(searchable(text))
  if (found) return found
  context.addIssue({
    code: 'custom',
    message: `không hiểu mức xếp loại “${text}”; dùng: ${Object.keys(RATING_LEVELS).join(', ')}`,
  })
  return z.NEVER
})
