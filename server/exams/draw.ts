import { createHash } from 'node:crypto'
import type { Difficulty } from './words.ts'

export interface Drawable {
  id: number
  topicId: number
  difficulty: Difficulty
  options: number
}

export interface Part {
  topicId: number
  difficulty: Difficulty
  questions: number
  points: number
}

export interface Drawn {
  questionId: number
  /** Stored positions, from 1, in the order they are shown. */
  optionsOrder: number[]
  points: number
}

/** The questions of one paper, shuffled with their options: the same seed and pool give the same paper. */
export function draw(seed: string, pool: readonly Drawable[], parts: readonly Part[]): Drawn[] {
  const below = randomFrom(seed)
  const inOrder = pool.toSorted((a, b) => a.id - b.id)
  const chosen = parts
    .toSorted((a, b) => a.topicId - b.topicId || a.difficulty.localeCompare(b.difficulty))
    .flatMap((part) =>
      shuffled(inOrder.filter(belongsTo(part)), below)
        .slice(0, part.questions)
        .map((question) => ({ question, points: part.points })),
    )
  return shuffled(chosen, below).map(({ question, points }) => ({
    questionId: question.id,
    optionsOrder: shuffled(
      Array.from({ length: question.options }, (_, index) => index + 1),
      below,
    ),
    points,
  }))
}

/** Which parts ask for more questions than the pool holds. */
export const shortOf = (pool: readonly Drawable[], parts: readonly Part[]) =>
  parts.flatMap((part) => {
    const has = pool.filter(belongsTo(part)).length
    return has < part.questions ? [{ ...part, has }] : []
  })

const belongsTo = (part: Part) => (question: Drawable) =>
  question.topicId === part.topicId && question.difficulty === part.difficulty

function shuffled<T>(items: readonly T[], below: (limit: number) => number): T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(below(left.length), 1))
}

/** Numbers from SHA-256 of seed and counter: what no other program could draw differently. */
function randomFrom(seed: string): (limit: number) => number {
  let drawn = 0
  return (limit) => {
    const hash = createHash('sha256').update(`${seed}:${drawn++}`).digest()
    return hash.readUIntBE(0, 6) % limit
  }
}
