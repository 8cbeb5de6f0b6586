import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'

/** The files of a directive, as their editors write them. Every line carries its clause. */

const text = z.string().trim().min(1)
const clause = z
  .string({ error: 'a clause is required: which part of the text says so' })
  .trim()
  .min(1)
const condition = z.record(z.string(), z.unknown())

export const packShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'an id has lower-case letters, digits and hyphens'),
  number: text,
  title: text,
  issuer: text,
  issued_on: isoDate,
  in_force: z.strictObject({ from: isoDate, to: isoDate.optional() }),
  /** A law that applies without a decision of the province: parameters of the State, conventions. */
  applies_everywhere: z.boolean().default(false),
  replaces: z.array(text).default([]),
  note: text.optional(),
})

const threshold = z
  .strictObject({
    by: isoDate,
    at_least: z.number().optional(),
    at_most: z.number().optional(),
    /** A later date may ask the same of other people. */
    base: condition.optional(),
    base_label: text.optional(),
    cite: clause.optional(),
  })
  .refine(({ at_least, at_most }) => (at_least === undefined) !== (at_most === undefined), {
    error: 'a milestone has exactly one of at_least and at_most',
  })

export const targetShape = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-T\d+[a-z]?$/, 'a target is named like LS-T1 or QB-T3a'),
  cite: clause,
  label: text,
  base_label: text,
  subject: text,
  /** `every` is a share that must be whole; `reduction` compares head counts with a baseline date. */
  measure: z.enum(['share', 'every', 'count', 'reduction']),
  base: condition.optional(),
  counts: condition.optional(),
  /** Which events count: the year up to the date, all since the directive began, or from a date. */
  period: z
    .union([z.enum(['year', 'directive']), z.strictObject({ from: isoDate })])
    .default('year'),
  baseline: isoDate.optional(),
  approximate: z.boolean().default(false),
  milestones: z.array(threshold).min(1, 'a target needs a threshold with a date'),
  note: text.optional(),
})

export const parameterShape = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: text,
  note: text.optional(),
  values: z
    .array(
      z.strictObject({
        from: isoDate,
        cite: clause,
        value: z.union([
          z.number(),
          z.string(),
          z.boolean(),
          z.array(z.union([z.string(), z.number()])),
          z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
        ]),
      }),
    )
    .min(1),
})

export const figureShape = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-F\d+$/),
  cite: clause,
  item: text,
  subject: text,
  count: z.enum(['rows', 'seats', 'units', 'share']),
  base: condition.optional(),
  counts: condition.optional(),
  period: z.strictObject({ from: isoDate, to: isoDate }).optional(),
  printed: z.number(),
  /** Decimals of a printed percentage. */
  decimals: z.number().int().default(0),
  note: text.optional(),
})

export const exampleShape = z.strictObject({
  target: text,
  says: text,
  as_of: isoDate,
  rows: z.array(z.record(z.string(), z.unknown())),
  /** Head count on the baseline date, of a reduction. */
  baseline: z.number().optional(),
  expect: z.strictObject({
    base: z.number().optional(),
    counted: z.number().optional(),
    unknown: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    state: z.enum(['met', 'not_met', 'unknown']),
  }),
})

/** A case worked by hand for a scheme: the file the command line would read, and what it must answer. */
export const schemeExampleShape = z.strictObject({
  scheme: text,
  says: text,
  /** Which question the case is about. */
  asks: z.enum(['score', 'cap', 'coupling', 'year']).default('score'),
  input: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
})

export type SchemeExample = z.output<typeof schemeExampleShape>
export type PackHeader = z.output<typeof packShape>
export type TargetText = z.output<typeof targetShape>
export type Parameter = z.output<typeof parameterShape>
export type FigureText = z.output<typeof figureShape>
export type Example = z.output<typeof exampleShape>
