import { z } from 'zod'
import { heading, named } from './input.ts'
import { ratingShape } from './ratings.ts'

/** What a file for `evaluation cap` holds; docs/evaluation.md shows it. */

/** A thing written by its name alone, or as an object with its names as offices write them. */
const byName = (aliases: Record<string, string>) => {
  const read = named(aliases)
  return (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? { name: String(value) } : read(value)
}

const person = {
  name: z.string().optional(),
  id: z.union([z.string(), z.number()]).optional(),
  score: z.number().optional(),
  group: z.string().optional(),
}
const PERSON = { person: 'name', band: 'rating', total: 'score' }
const personShape = z.preprocess(named(PERSON), z.strictObject({ ...person, rating: ratingShape }))
/** Somebody of a group without a rating here has it among `ratings`. */
const memberShape = z.preprocess(
  byName(PERSON),
  z.strictObject({ ...person, rating: ratingShape.optional() }),
)

const groupShape = z.preprocess(
  byName({ group: 'name', ratings: 'people', members: 'people' }),
  z.strictObject({ name: z.string(), people: z.array(memberShape).default([]) }),
)

const unitShape = z.preprocess(
  byName({ id: 'name', label: 'name' }),
  z.strictObject({
    name: z.string().optional(),
    rating: ratingShape.nullish(),
    outstanding: z.boolean().optional(),
  }),
)

const BASES = {
  good_only: 'good_only',
  good: 'good_only',
  without: 'good_only',
  without_excellent: 'good_only',
  excluding_excellent: 'good_only',
  good_or_better: 'good_or_better',
  with: 'good_or_better',
  with_excellent: 'good_or_better',
  including_excellent: 'good_or_better',
  good_and_excellent: 'good_or_better',
} as const
const ROUNDINGS = {
  down: 'down',
  floor: 'down',
  nearest: 'nearest',
  round: 'nearest',
  half_up: 'nearest',
  up: 'up',
  ceil: 'up',
} as const

const oneOf = <T extends string>(words: Readonly<Record<string, T>>) =>
  z.string().transform((text, context): T => {
    const found = words[text.replaceAll('-', '_')]
    if (found) return found
    const known = [...new Set(Object.values(words))].join(', ')
    context.addIssue({ code: 'custom', message: `không hiểu “${text}”; dùng: ${known}` })
    return z.NEVER
  })

export const capInput = z.preprocess(
  named({ people: 'ratings' }),
  z.strictObject({
    ...heading,
    unit: unitShape.optional(),
    outstanding: z.boolean().optional(),
    groups: z.array(groupShape).default([]),
    ratings: z.array(personShape).default([]),
    options: z
      .strictObject({ base: oneOf(BASES).optional(), rounding: oneOf(ROUNDINGS).optional() })
      .default({}),
  }),
)

export type CapInput = z.output<typeof capInput>
