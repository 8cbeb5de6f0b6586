import { z } from 'zod'
import type { Condition } from '#rules/condition.ts'
import { EMPLOYMENT_KINDS, RATING_LEVELS } from '#server/cadres/code-lists.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeShape } from './code-shape.ts'

/** `evaluation.yaml`: a scheme says how points become a rating, under which cap and couplings. */

const text = z.string().trim().min(1)
const clause = z
  .string({ error: 'a clause is required: which part of the text says so' })
  .trim()
  .min(1)
const condition = z.record(z.string(), z.unknown())
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day is MM-DD')
const source = { cite: clause, note: text.optional() }

export const PERIODS = ['month', 'quarter', 'half_year', 'year', 'term'] as const
const rating = codeShape(RATING_LEVELS)

const bandShape = z.strictObject({
  rating,
  /** Points the band begins at; a scheme without points has none. */
  from: z.number().optional(),
  needs: condition.optional(),
  ...source,
})

const ruleShape = z
  .strictObject({
    when: condition,
    gives: rating.optional(),
    at_most: rating.optional(),
    says: text,
    ...source,
  })
  .refine(({ gives, at_most }) => (gives === undefined) !== (at_most === undefined), {
    error: 'a rule has exactly one of gives and at_most',
  })

/** A value is written in the text or taken from a dated parameter, which a province may set itself. */
const valuesOf = <P extends z.ZodType>(parameter: P) => ({
  amount: z.union([z.number(), parameter], { error: 'expected a number or {parameter: name}' }),
  oneOf: <const C extends readonly [string, ...string[]]>(codes: C) =>
    z.union([z.enum(codes), parameter], {
      error: `expected one of ${codes.join(', ')} or {parameter: name}`,
    }),
})

const scoreShapeOf = <P extends z.ZodType>(parameter: P) => {
  const { amount, oneOf } = valuesOf(parameter)
  return z.strictObject({
    common: z.strictObject({
      points: amount,
      at_least: z.number(),
      at_most: z.number(),
      /** Percent of these points that the knowledge test of the period gives; 0 is off. */
      test: z
        .strictObject({
          share: z.union([z.number().min(0).max(100), parameter], {
            error: 'expected a percentage or {parameter: name}',
          }),
          criterion: text.optional(),
          ...source,
        })
        .optional(),
      criteria: z
        .array(z.strictObject({ id: text, label: text, leader: z.boolean().optional() }))
        .default([]),
      ...source,
    }),
    parts: z.array(
      z.strictObject({
        id: text,
        measure: z.enum(['quantity', 'quality', 'timeliness']),
        label: text,
        ...source,
      }),
    ),
    leader_parts: z
      .array(
        z.strictObject({
          id: text,
          measure: z.enum(['subordinates', 'organise', 'unite']),
          label: text,
          /** The percentage when the condition of a full score fails. */
          otherwise: amount,
          ...source,
        }),
      )
      .default([]),
    deduction: z.strictObject({
      percent: amount,
      of: oneOf(['product', 'piece']),
      ...source,
    }),
    over_done: oneOf(['total', 'each']),
    rounding: oneOf(['none', 'half_up_0', 'half_up_1', 'half_up_2', 'down_2']),
    ...source,
  })
}

const capShapeOf = <P extends z.ZodType>(parameter: P) => {
  const { amount, oneOf } = valuesOf(parameter)
  return z.strictObject({
    share: amount,
    outstanding_share: amount.optional(),
    base: oneOf(['good_only', 'good_or_better']),
    rounding: oneOf(['down', 'nearest', 'up']),
    groups: z.enum(['unit_and_duty', 'unit']),
    /** A unit or group too small for the share to reach one person may have so many. */
    small: z.strictObject({ fewer_than: amount, allowed: amount }).optional(),
    ...source,
  })
}

const shapeOf = <P extends z.ZodType>(parameter: P) => {
  const { oneOf } = valuesOf(parameter)
  return z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'an id has lower-case letters, digits and hyphens'),
    label: text,
    from: isoDate,
    to: isoDate.optional(),
    regime: z.enum(['state', 'party']),
    about: z.enum(['person', 'collective']),
    employment: z.array(codeShape(EMPLOYMENT_KINDS)).optional(),
    periods: z.array(z.enum(PERIODS)).min(1),
    ...source,
    score: scoreShapeOf(parameter).optional(),
    bands: z.array(bandShape).min(1),
    missed_condition: oneOf(['lower', 'authority']).default('lower'),
    rules: z.array(ruleShape).default([]),
    cap: capShapeOf(parameter).optional(),
    couplings: z
      .array(
        z.strictObject({
          rule: z.enum([
            'unit_before_head',
            'head_not_above_unit',
            'head_before_deputies',
            'deputy_not_above_fields',
          ]),
          compare: oneOf(['lowest', 'average', 'highest']).optional(),
          ...source,
        }),
      )
      .default([]),
    year: z
      .strictObject({
        from: z.array(z.enum(PERIODS)).min(1),
        by: oneOf(['periods', 'quarters']),
        ...source,
      })
      .optional(),
    reviewers: z.array(z.strictObject({ who: text, does: text, cite: clause })).default([]),
    deadlines: z
      .array(z.strictObject({ what: text, by: monthDay, late: monthDay.optional(), ...source }))
      .default([]),
  })
}

export const schemeTextShape = shapeOf(z.strictObject({ parameter: text }))
/** The same with every parameter replaced by its value of a date. */
export const schemeShape = shapeOf(z.never())

type WithConditions<T extends { bands: unknown[]; rules: unknown[] }> = Omit<
  T,
  'bands' | 'rules'
> & {
  bands: (Omit<z.output<typeof bandShape>, 'needs'> & { needs: Condition | null })[]
  rules: (Omit<z.output<typeof ruleShape>, 'when'> & { when: Condition })[]
}

export type SchemeText = z.output<typeof schemeTextShape>
/** As the pack says it: values may still name parameters. */
export type Scheme = WithConditions<SchemeText>
/** As it stands on a date. */
export type SchemeInForce = WithConditions<z.output<typeof schemeShape>>
