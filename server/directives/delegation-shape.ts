import { z } from 'zod'
import type { CodeList } from '#server/kernel/code-list.ts'
import { LEVELS, MANAGED_BY, RANKS, UNIT_KINDS } from '#server/organisation/code-lists.ts'
import { codeShape } from './code-shape.ts'

/** What may be done in a matter of cadre work, in the order an answer names it. */
export const ACTIONS = {
  decide: { label: 'Quyết định' },
  sign: { label: 'Ký' },
  appraise: { label: 'Thẩm định' },
  propose: { label: 'Đề xuất' },
  see: { label: 'Xem' },
} as const satisfies CodeList

export type Action = keyof typeof ACTIONS

export const actionShape = codeShape(ACTIONS)

/** Whom it is about; a list that is absent leaves everything open. */
export const patternShape = z.strictObject({
  ranks: z.array(codeShape(RANKS)).min(1).optional(),
  levels: z.array(codeShape(LEVELS)).min(1).optional(),
  unitKinds: z.array(codeShape(UNIT_KINDS)).min(1).optional(),
  managedBy: z.array(codeShape(MANAGED_BY)).min(1).optional(),
})

const text = z.string().trim().min(1)

const holderShape = z
  .strictObject({
    /** A body or office that is no post of the organisation. */
    body: text.optional(),
    /** The holder of this rank in the unit named, else in the unit asked about or the nearest above. */
    rank: codeShape(RANKS).optional(),
    unit: text.optional(),
    /** Of several posts of the rank in one unit, these titles. */
    prefer: z.array(text).optional(),
    /** How the text names the holder; a body needs none. */
    words: text.optional(),
  })
  .refine(({ body, rank }) => (body === undefined) !== (rank === undefined), {
    error: 'a holder is either a body or a rank',
  })
  .refine(({ rank, words }) => rank === undefined || words !== undefined, {
    error: 'a holder by rank needs the words the text uses',
  })

const clause = z
  .string({ error: 'a clause is required: which part of the text says so' })
  .trim()
  .min(1)

/** One matter of `delegations.yaml`: who may do what in it. */
export const matterShape = z.strictObject({
  matter: z.string().regex(/^[a-z][a-z_]*$/, 'a matter is named like appointment'),
  field: text,
  label: text,
  cite: clause,
  note: text.optional(),
  given: z
    .array(
      z.strictObject({
        action: actionShape,
        about: patternShape.default({}),
        by: holderShape,
        cite: clause.optional(),
      }),
    )
    .min(1, 'a matter says who may do what'),
})

export type Pattern = z.output<typeof patternShape>
export type Matter = z.output<typeof matterShape>
