import { z } from 'zod'
import type { SchemeInForce } from '#server/directives/evaluation-shape.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { heading, named } from './input.ts'
import { HEIGHT, type Rating, ratingLabel, ratingShape } from './ratings.ts'
import type { Citing } from './score.ts'

const rating = ratingShape.nullish()
const thing = z.union([
  z.string().transform((name) => ({ name, rating: undefined })),
  z.preprocess(
    named({ id: 'name', label: 'name' }),
    z.strictObject({ name: z.string().optional(), rating }),
  ),
])
const rated = z.preprocess(
  named({ id: 'name', person: 'name' }),
  z.strictObject({ name: z.string().optional(), rating }),
)
const listOrMap = z.union([
  z.array(thing),
  z
    .record(z.string(), ratingShape)
    .transform((map) => Object.entries(map).map(([name, one]) => ({ name, rating: one }))),
])

export const couplingInput = z.strictObject({
  ...heading,
  unit: rated.optional(),
  head: rated.optional(),
  deputies: z
    .array(
      z.preprocess(
        named({ id: 'name', person: 'name' }),
        z.strictObject({
          name: z.string().optional(),
          rating,
          fields: z.array(thing).default([]),
          divisions: z.array(thing).default([]),
        }),
      ),
    )
    .default([]),
  /** Fields and divisions with their ratings, for deputies who name only what they are in charge of. */
  fields: listOrMap.default([]),
  divisions: listOrMap.default([]),
})

export type CouplingInput = z.output<typeof couplingInput>
type Deputy = CouplingInput['deputies'][number]
type Rule = SchemeInForce['couplings'][number]

export interface Violation {
  who: string
  rule: Rule['rule']
  clause: string
  says: string
}

/** Which ratings of a unit, its head and its deputies break what ties them together. */
export function couplingViolations(
  { scheme, document }: Citing,
  input: CouplingInput,
): Violation[] {
  if (scheme.couplings.length === 0)
    throw new Refusal(
      'against_rule',
      `“${scheme.label}” không đặt ràng buộc giữa các mức xếp loại.`,
    )
  return scheme.couplings.flatMap((rule) =>
    CHECKS[rule.rule](input, rule).map(({ who, says }) => ({
      who,
      rule: rule.rule,
      clause: `${document}, ${rule.cite}`,
      says,
    })),
  )
}

type Found = Pick<Violation, 'who' | 'says'>

const CHECKS: Record<Rule['rule'], (input: CouplingInput, rule: Rule) => Found[]> = {
  unit_before_head: ({ unit, head }) =>
    isRated(head?.rating) && !isRated(unit?.rating)
      ? [
          {
            who: nameOf(head, 'Người đứng đầu'),
            says: 'Phải xếp loại đơn vị trước khi xếp loại người đứng đầu.',
          },
        ]
      : [],
  head_not_above_unit: ({ unit, head }) =>
    isAbove(head?.rating, heightOf(unit?.rating))
      ? [
          {
            who: nameOf(head, 'Người đứng đầu'),
            says: `${labelOf(head?.rating)} cao hơn mức của đơn vị (${labelOf(unit?.rating)}): xếp không cao hơn mức của đơn vị.`,
          },
        ]
      : [],
  head_before_deputies: ({ head, deputies }) =>
    head && head.rating == null
      ? deputies
          .filter((deputy) => isRated(deputy.rating))
          .map((deputy) => ({
            who: nameOf(deputy, 'Cấp phó'),
            says: 'Phải xếp loại người đứng đầu trước khi xếp loại cấp phó.',
          }))
      : [],
  deputy_not_above_fields: (input, { compare = 'lowest' }) =>
    input.deputies.flatMap((deputy) => deputyViolations(input, deputy, compare)),
}

function deputyViolations(
  input: CouplingInput,
  deputy: Deputy,
  compare: NonNullable<Rule['compare']>,
): Found[] {
  const known = new Map([...input.fields, ...input.divisions].map((one) => [one.name, one.rating]))
  const charged = [...deputy.fields, ...deputy.divisions].map(({ name, rating: own }) => ({
    name: name ?? 'lĩnh vực phụ trách',
    rating: own ?? known.get(name),
  }))
  if (isRated(deputy.rating) && charged.length === 0) {
    const who = nameOf(deputy, 'Cấp phó')
    const says = `Chưa ghi lĩnh vực, phòng phụ trách của ${who}. Hãy ghi rồi xếp loại không cao hơn mức của lĩnh vực, phòng đó.`
    return [{ who, says }]
  }
  const unrated = charged.filter((one) => !isRated(one.rating))
  if (isRated(deputy.rating) && unrated.length > 0) {
    const names = unrated.map(({ name }) => name).join(', ')
    const says = `Chưa có mức xếp loại của: ${names}. Hãy xếp loại lĩnh vực, phòng phụ trách trước.`
    return [{ who: nameOf(deputy, 'Cấp phó'), says }]
  }
  const heights = charged.flatMap((one) => heightOf(one.rating) ?? [])
  if (heights.length === 0 || !isAbove(deputy.rating, COMPARE[compare].of(heights))) return []
  const listed = charged.map((one) => `${one.name}: ${labelOf(one.rating)}`).join('; ')
  return [
    {
      who: nameOf(deputy, 'Cấp phó'),
      says: `${labelOf(deputy.rating)} cao hơn ${COMPARE[compare].label} của lĩnh vực, phòng phụ trách (${listed}).`,
    },
  ]
}

const COMPARE = {
  lowest: { label: 'mức thấp nhất', of: (all: number[]) => Math.min(...all) },
  average: {
    label: 'mức bình quân',
    of: (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length,
  },
  highest: { label: 'mức cao nhất', of: (all: number[]) => Math.max(...all) },
}

type Maybe = Rating | null | undefined
const heightOf = (one: Maybe) => (one ? HEIGHT[one] : null)
const isRated = (one: Maybe) => heightOf(one) !== null
const isAbove = (one: Maybe, limit: number | null) => limit !== null && (heightOf(one) ?? 0) > limit
const labelOf = (one: Maybe) => (one ? ratingLabel(one) : 'chưa xếp loại')
const nameOf = (one: { name?: string | undefined } | undefined, otherwise: string) =>
  one?.name ?? otherwise
