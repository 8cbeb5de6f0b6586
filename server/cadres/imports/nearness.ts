import type { CodeList } from '#server/kernel/code-list.ts'
import { canonical, type Option } from './cells.ts'

const MOST = 12

/** What a text could have meant, nearest first: shared pairs of letters over all pairs. */
export function nearestFirst<T>(
  text: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
  most = MOST,
): T[] {
  const asked = pairsOf(text)
  return candidates
    .map((candidate) => ({ candidate, score: likeness(asked, pairsOf(nameOf(candidate))) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** Names that are their own value. */
export const optionsNear = (text: string, names: readonly string[]): Option[] =>
  nearestFirst(text, [...new Set(names)], (name) => name).map((name) => ({ to: name, label: name }))

/** Labels of a list, which its reader understands like any other text. */
export const labelsNear = (text: string, list: CodeList): Option[] =>
  optionsNear(
    text,
    Object.values(list).map(({ label }) => label),
  )

function pairsOf(text: string): Set<string> {
  const plain = ` ${canonical(text)} `
  return new Set(Array.from({ length: plain.length - 1 }, (_, i) => plain.slice(i, i + 2)))
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared++
  return (2 * shared) / (one.size + other.size || 1)
}
