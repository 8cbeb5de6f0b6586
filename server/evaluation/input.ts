import { z } from 'zod'
import { nearest } from '#rules/nearest.ts'
import { EVALUATION_WORDS } from '#server/directives/evaluation-words.ts'
import { ratingShape } from './ratings.ts'

/** What a file for `evaluation score` holds; docs/evaluation.md shows it. */

export const amount = z
  .number({ error: 'phải là một số' })
  .min(0, 'không được âm')
  .max(1_000_000, 'quá lớn')
const times = z.number({ error: 'phải là số lần' }).int('phải là số nguyên').min(0).max(1000)

/** Reads `failed_checks` as `failedChecks` and other names offices use as the one kept here. */
export const named = (aliases: Record<string, string>) => (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => {
          const camel = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
          return [aliases[camel] ?? camel, inner]
        }),
      )
    : value

const cause = z.union([
  z.enum(['check', 'delay']).transform((of) => ({ of, confirmed: true })),
  z.strictObject({ of: z.enum(['check', 'delay']), confirmed: z.boolean() }),
])

/** Confirmed causes: a number for both kinds, one for each kind, or a list with its confirmations. */
const causes = z.union(
  [
    times.transform((either) => ({ checks: 0, delays: 0, either })),
    z.boolean().transform((all) => ({ checks: 0, delays: 0, either: all ? 2000 : 0 })),
    z.preprocess(
      named({ check: 'checks', failedChecks: 'checks', delay: 'delays' }),
      z
        .strictObject({ checks: times.default(0), delays: times.default(0) })
        .transform((each) => ({ ...each, either: 0 })),
    ),
    z.array(cause).transform((list) => {
      const confirmed = (of: string) => list.filter((one) => one.of === of && one.confirmed).length
      return { checks: confirmed('check'), delays: confirmed('delay'), either: 0 }
    }),
  ],
  {
    error:
      'là số nguyên nhân đã xác nhận, hoặc {checks, delays}, hoặc danh sách {of: check|delay, confirmed}',
  },
)

const productShape = z.preprocess(
  named({
    failed: 'failedChecks',
    fails: 'failedChecks',
    late: 'delays',
    objective: 'objectiveCauses',
    objectiveCause: 'objectiveCauses',
    weight: 'coefficient',
    completed: 'done',
    id: 'name',
    label: 'name',
  }),
  z.strictObject({
    name: z.union([z.string(), z.number().transform(String)]).optional(),
    assigned: amount,
    done: amount,
    failedChecks: times.default(0),
    delays: times.default(0),
    objectiveCauses: causes.default({ checks: 0, delays: 0, either: 0 }),
    coefficient: amount.positive('phải lớn hơn 0').default(1),
    note: z.string().optional(),
  }),
)

const criterion = z.preprocess(
  named({ score: 'points', id: 'name', label: 'name' }),
  z.strictObject({ name: z.string().optional(), points: amount }),
)

const commonShape = z.union(
  [
    amount.transform((points) => [{ points }]),
    z.array(amount).transform((list) => list.map((points) => ({ points }))),
    z.array(criterion),
    z
      .preprocess(named({ total: 'points', score: 'points' }), z.strictObject({ points: amount }))
      .transform((one) => [one]),
    z.strictObject({ criteria: z.array(criterion) }).transform(({ criteria }) => criteria),
    z
      .record(z.string(), amount)
      .transform((each) => Object.values(each).map((points) => ({ points }))),
  ],
  { error: 'là số điểm tiêu chí chung, hoặc danh sách tiêu chí {name, points}' },
)

const testShape = z
  .strictObject({
    score: amount,
    most: amount.positive('phải lớn hơn 0'),
    name: z.string().optional(),
  })
  .refine(({ score, most }) => score <= most, { error: 'score không được quá most' })

/** A percentage, 0 to 100; 1 and below is read as a share, true and false as met or not met. */
const percentage = z.union(
  [
    amount
      .max(100, 'không quá 100')
      .transform((value) => (value <= 1 ? Number((value * 100).toFixed(6)) : value)),
    z.boolean(),
  ],
  { error: 'là tỷ lệ phần trăm từ 0 đến 100, hoặc true/false (đạt/không đạt)' },
)

const leaderShape = z.preprocess(
  named({
    d: 'subordinates',
    unit: 'subordinates',
    unitResult: 'subordinates',
    unitResults: 'subordinates',
    results: 'subordinates',
    đ: 'organise',
    dd: 'organise',
    organize: 'organise',
    e: 'unite',
    unity: 'unite',
  }),
  z.strictObject({
    subordinates: z.union(
      [
        percentage,
        z
          .array(z.union([ratingShape, amount]))
          .min(1, 'danh sách d phải có ít nhất một người thuộc quyền'),
      ],
      {
        error:
          'là tỷ lệ 0–100, true/false, hoặc danh sách mức xếp loại (hay điểm) của người thuộc quyền',
      },
    ),
    organise: percentage,
    unite: percentage,
  }),
)

const FACTS = Object.keys(EVALUATION_WORDS.facts)
export const factsShape = z
  .record(z.string(), z.union([z.number(), z.boolean(), z.null()]))
  .transform((facts, context) =>
    Object.fromEntries(
      Object.entries(facts).map(([key, value]) => {
        const word = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        if (!FACTS.includes(word))
          context.addIssue({
            code: 'custom',
            path: [key],
            message: `không có điều kiện “${key}”${nearest(word, FACTS)}; các điều kiện: ${FACTS.join(', ')}`,
          })
        return [word, value]
      }),
    ),
  )

const parametersShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** What every file may say besides its question: whom it is about, the day, a province's own values. */
export const heading = {
  scheme: z.string().optional(),
  on: z.iso.date('là ngày dạng năm-tháng-ngày').optional(),
  parameters: parametersShape.default({}),
  note: z.string().optional(),
}

export const scoreInput = z.preprocess(
  named({ commonPoints: 'common', person: 'name', tasks: 'products', conditions: 'facts' }),
  z.strictObject({
    ...heading,
    name: z.string().optional(),
    title: z.string().optional(),
    period: z.string().optional(),
    products: z.array(productShape).default([]),
    common: commonShape.optional(),
    /** The knowledge test of the period: points reached out of those possible. */
    test: testShape.optional(),
    leader: leaderShape.optional(),
    facts: factsShape.default({}),
  }),
)

export type ScoreInput = z.output<typeof scoreInput>
export type Product = z.output<typeof productShape>
