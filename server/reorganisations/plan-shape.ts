import { z } from 'zod'
import { EMPLOYMENT_KINDS } from '#server/cadres/code-lists.ts'
import type { CodeList } from '#server/kernel/code-list.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf } from '#server/kernel/inputs.ts'
import { LEVELS, UNIT_KINDS } from '#server/organisation/code-lists.ts'

/** A plan as officers write it, on screen or as a file: units by their code, in the order of steps. */

export const STEP_KINDS = {
  merge: { label: 'Nhập, hợp nhất' },
  split: { label: 'Chia, tách' },
  rename: { label: 'Đổi tên' },
  move: { label: 'Chuyển về đơn vị khác' },
  dissolve: { label: 'Giải thể, kết thúc hoạt động' },
} as const satisfies CodeList

export type StepKind = keyof typeof STEP_KINDS

const text = (problem: string) =>
  z.string({ error: problem }).trim().min(1, problem).max(500, 'Dài quá 500 ký tự.')
const code = text('Hãy ghi mã đơn vị.')
const numbers = z.partialRecord(codeOf(EMPLOYMENT_KINDS), z.number().int().min(0))

const founded = z.strictObject({
  name: text('Hãy ghi tên đơn vị lập ra.'),
  code: code.optional(),
  short_name: z.string().trim().max(40).optional(),
  kind: codeOf(UNIT_KINDS).optional(),
  level: codeOf(LEVELS).optional(),
  under: code.optional(),
})
/** A unit that exists, by its code, or one the step founds. */
const target = z.union([code, founded], {
  error: 'Ghi mã một đơn vị đang có, hoặc name: … của đơn vị lập ra.',
})

/** Who finds no seat of the same title goes on in the title named here. */
const posts = z.record(z.string(), z.string()).default({})
/** Deputies beyond the seats stay deputies for the time the law bears, or wait. */
const deputies = z.enum(['keep', 'wait'], 'Chỉ nhận keep hoặc wait.').default('keep')

export const STEP_SHAPES = {
  merge: z.strictObject({
    kind: z.literal('merge'),
    units: z.array(code).min(1, 'Hãy chọn đơn vị được nhập.'),
    into: target,
    posts,
    deputies,
    quotas: numbers.optional(),
  }),
  split: z.strictObject({
    kind: z.literal('split'),
    unit: code,
    ends: z.boolean().default(true),
    parts: z
      .array(
        z.strictObject({
          into: target,
          /** Divisions, posts by their title with whoever holds them, and people by name that go along. */
          units: z.array(code).default([]),
          titles: z.array(z.string()).default([]),
          people: z.array(z.string()).default([]),
          quotas: numbers.default({}),
          /** When the unit ends, the part that takes whatever no part names; else the first. */
          rest: z.boolean().default(false),
        }),
      )
      .min(1, 'Hãy ghi ít nhất một đơn vị được tách ra.'),
    posts,
    deputies,
  }),
  rename: z.strictObject({
    kind: z.literal('rename'),
    unit: code,
    name: text('Hãy ghi tên sau khi đổi.'),
    short_name: z.string().trim().max(40).optional(),
    becomes: codeOf(UNIT_KINDS).optional(),
  }),
  move: z.strictObject({ kind: z.literal('move'), unit: code, under: code }),
  dissolve: z.strictObject({
    kind: z.literal('dissolve'),
    unit: code,
    people_to: code,
    children_under: code.optional(),
    quotas: z.enum(['end', 'follow'], 'Chỉ nhận end hoặc follow.').default('end'),
    posts,
    deputies,
  }),
} as const

export const stepShape = z.discriminatedUnion('kind', [
  STEP_SHAPES.merge,
  STEP_SHAPES.split,
  STEP_SHAPES.rename,
  STEP_SHAPES.move,
  STEP_SHAPES.dissolve,
])

export const placementShape = z.strictObject({
  person: text('Hãy ghi số hồ sơ.'),
  unit: code.optional(),
  /** Code of the title; absent leaves the person waiting for a post. */
  title: z.string().optional(),
})

export const planHeader = {
  title: text('Hãy ghi tên phương án.'),
  effective_on: isoDate,
  legal_basis: text('Hãy ghi căn cứ của phương án.'),
}

export const planShape = z.strictObject({
  ...planHeader,
  steps: z.array(stepShape).min(1, 'Phương án phải có ít nhất một bước.').max(200),
  placements: z.array(placementShape).default([]),
})

export const decisionShape = z.strictObject({
  decision_no: text('Hãy ghi số quyết định.'),
  signed_on: isoDate,
  signed_by: text('Hãy ghi người ký quyết định.'),
})

export type Plan = z.output<typeof planShape>
export type Step = z.output<typeof stepShape>
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>
export type Decision = z.output<typeof decisionShape>
export type Founded = z.output<typeof founded>
