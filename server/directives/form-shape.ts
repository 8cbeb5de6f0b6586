import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'

/** A statutory form as its editors write it: whom each cell counts, and what must add up. */

const text = z.string().trim().min(1)
const condition = z.record(z.string(), z.unknown())
const number = z.coerce.string().regex(/^[\dA-Za-z.]{1,6}$/, 'a number like 12, 30.1 or 36a')

const lineShape = z.strictObject({
  no: number,
  label: text,
  /** Whom it counts among those the form is about; without it, all of them. */
  counts: condition.optional(),
})

const columnShape = lineShape.extend({
  /** Headings above it, widest first. */
  under: z.array(text).default([]),
  /** The number given to units of some levels, instead of people counted. */
  quota: z.strictObject({ kinds: z.array(text).min(1), levels: z.array(text).min(1) }).optional(),
})

const rowShape = lineShape.extend({
  indent: z.number().int().min(0).max(3).default(0),
  /** Shows the average age of whom it counts. */
  average: z.literal('age').optional(),
})

export const formShape = z.strictObject({
  id: z.string().regex(/^[0-9a-z]{2,8}$/, 'an id like bm01 or 9a'),
  number: text,
  title: text,
  cite: text,
  frequency: text,
  /** người, lượt người … */
  counted: text,
  subject: text,
  /** Events count from the first day of the year; anything else as it stands on the day. */
  period: z.enum(['day', 'year']).default('day'),
  base: condition.optional(),
  base_label: text,
  /** One row a unit, or the rows written here. */
  rows: z.union([z.literal('units'), z.array(rowShape).min(1)]),
  columns: z.array(columnShape).min(1),
  checks: z
    .array(
      z
        .strictObject({ columns: text.optional(), rows: text.optional(), cite: text })
        .refine(({ columns, rows }) => (columns === undefined) !== (rows === undefined), {
          error: 'a check speaks of columns or of rows',
        }),
    )
    .default([]),
  signatures: z.array(text).min(1),
  notes: z
    .array(z.strictObject({ text, from: isoDate.optional(), to: isoDate.optional() }))
    .default([]),
})

export type FormText = z.output<typeof formShape>
