import { z } from 'zod'
import type { SchemeExample } from '#server/directives/pack-shape.ts'
import type { Pack } from '#server/directives/packs.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Answered, answered, QUESTIONS } from './questions.ts'

export interface SchemeExampleResult {
  scheme: string
  says: string
  /** What differs from the expectation; empty when the case holds. */
  differences: string[]
}

/** Runs the hand-worked cases of a pack's schemes with the engine the offices use. */
export function runSchemeExamples(
  pack: Pack,
  all: readonly Pack[],
  today: string,
): SchemeExampleResult[] {
  return pack.schemeExamples.map((example) => ({
    scheme: example.scheme,
    says: example.says,
    differences: differencesOf(example, all, today),
  }))
}

function differencesOf(
  { asks, scheme, input, expect }: SchemeExample,
  all: readonly Pack[],
  today: string,
): string[] {
  const parsed = QUESTIONS[asks].shape.safeParse(input)
  if (!parsed.success) return [z.prettifyError(parsed.error)]
  try {
    const answer: Answered = answered(asks, parsed.data, scheme, all, today)
    return unlike(expect, answer, '')
  } catch (error) {
    if (error instanceof Refusal) return [error.message]
    throw error
  }
}

/** Every expected leaf that the answer does not hold; what is not expected may be anything. */
function unlike(expected: unknown, actual: unknown, at: string): string[] {
  if (typeof expected === 'object' && expected !== null) {
    const lengths =
      Array.isArray(expected) && Array.isArray(actual) && expected.length !== actual.length
        ? [`${at}: phải có ${expected.length}, tính được ${actual.length}`]
        : []
    return [
      ...lengths,
      ...Object.entries(expected).flatMap(([key, inner]) =>
        unlike(inner, (actual as Record<string, unknown> | undefined)?.[key], `${at}.${key}`),
      ),
    ]
  }
  return expected === actual
    ? []
    : [`${at.slice(1)}: phải là ${expected}, tính được ${JSON.stringify(actual)}`]
}
