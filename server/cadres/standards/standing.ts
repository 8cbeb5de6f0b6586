import { z } from 'zod'
import { evaluate, type FactRow, missing, said, sentence } from '#rules/explain.ts'
import type { Question, Words } from '#rules/vocabulary.ts'
import { REQUIREMENTS } from '#server/organisation/position-kinds.ts'
import type { Asked } from '#server/organisation/standards.ts'
import { type Confirmation, confirmationShape } from './confirm.ts'
import { conditionOf } from './words.ts'

/** Meets all; lacks papers to tell; surely does not meet one; or nothing is asked. */
export const standingState = z.enum(['meets', 'lacks_paper', 'does_not', 'no_standard'])
export type StandingState = z.output<typeof standingState>

export const standingLine = z.object({
  requirement: z.string(),
  label: z.string(),
  asks: z.string(),
  has: z.string(),
  state: standingState,
  paper: z.string().nullable(),
  clause: z.string(),
  since: z.string(),
  /** The requirement in free words, which somebody may confirm; null for what the record answers. */
  words: z.string().nullable(),
  confirmation: confirmationShape.nullable(),
})
export const standingShape = z.object({ state: standingState, lines: z.array(standingLine) })
export type Standing = z.output<typeof standingShape>

/** One person against a standard, line by line; a missing paper is never read as no. */
export function standingOf(
  asked: readonly Asked[],
  words: Words,
  question: Question,
  row: FactRow,
  confirmed: ReadonlyMap<string, Confirmation> = new Map(),
): Standing {
  const lines = asked.map((one) => {
    const condition = conditionOf(one)
    const verdict = evaluate(condition, words, question, row)
    const state: StandingState = verdict === null ? 'lacks_paper' : verdict ? 'meets' : 'does_not'
    const inWords = one.requirement === 'other' ? one.level : null
    const fact = 'fact' in condition ? condition.fact : ''
    return {
      requirement: one.requirement,
      label: REQUIREMENTS[one.requirement].label,
      asks: sentence(condition, words, question),
      has: said(fact, words, question, row),
      state,
      paper: missing(condition, words, question, row)[0]?.paper ?? null,
      clause: one.clause,
      since: one.since,
      words: inWords,
      confirmation: (inWords !== null && confirmed.get(inWords)) || null,
    }
  })
  return { state: overall(lines.map(({ state }) => state)), lines }
}

export function overall(states: readonly StandingState[]): StandingState {
  if (states.length === 0) return 'no_standard'
  if (states.includes('does_not')) return 'does_not'
  return states.includes('lacks_paper') ? 'lacks_paper' : 'meets'
}
