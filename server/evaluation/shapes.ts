import { z } from 'zod'
import { RATING_LEVELS } from '#server/cadres/code-lists.ts'
import { codeOf } from '#server/kernel/inputs.ts'
import { STEPS } from './steps.ts'

/** What several operations ask and answer alike. */

export const ratingCode = codeOf(RATING_LEVELS)

/** The levels somebody can be given today. */
export const givenRating = z.enum(
  ['excellent', 'good', 'completed', 'not_completed', 'not_rated'],
  { error: 'Chọn một trong các mức: xuất sắc, tốt, hoàn thành, không hoàn thành, không xếp loại.' },
)

export const sentence = (least: number, says: string) =>
  z.string().trim().min(least, says).max(2000)

export const stepState = z.object({
  step: z.enum(STEPS),
  label: z.string(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  doneBy: z.string().nullable(),
  byRule: z.boolean(),
  note: z.string().nullable(),
  state: z.enum(['done', 'waiting', 'reminder', 'overdue', 'later']),
})

export const cycleShape = z.object({
  id: z.number(),
  unitId: z.number(),
  unitName: z.string(),
  agencyName: z.string().nullable(),
  period: z.string(),
  periodLabel: z.string(),
  kind: z.enum(['month', 'quarter', 'year']),
  from: z.string(),
  to: z.string(),
  scheme: z.string(),
  schemeLabel: z.string(),
  document: z.string(),
  step: z.enum(STEPS),
  stepLabel: z.string(),
  dueOn: z.string(),
  daysLeft: z.number(),
  outstanding: z.boolean(),
  unitRating: ratingCode.nullable(),
  unitBasis: z.string().nullable(),
  publishedOn: z.string().nullable(),
  circle: z.enum(['person', 'unit', 'agency']).nullable(),
  closedOn: z.string().nullable(),
  version: z.number(),
  steps: z.array(stepState),
})

export const capRow = z.object({
  group: z.string(),
  good: z.number(),
  base: z.number(),
  allowed: z.number(),
  excellent: z.number(),
  over: z.number(),
  who: z.array(z.string()),
  arithmetic: z.string(),
})

export const violationShape = z.object({
  who: z.string(),
  rule: z.string(),
  clause: z.string(),
  says: z.string(),
})

export const stepShape = z.object({
  text: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  clause: z.string(),
})
