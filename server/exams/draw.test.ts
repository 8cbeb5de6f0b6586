import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Drawable, draw, shortOf } from './draw.ts'

const POOL: Drawable[] = Array.from({ length: 40 }, (_, id) => ({
  id,
  topicId: id % 2,
  difficulty: 'easy',
  options: 4,
}))
const PARTS = [
  { topicId: 0, difficulty: 'easy', questions: 6, points: 1 },
  { topicId: 1, difficulty: 'easy', questions: 4, points: 2 },
] as const

test('the same seed draws the same paper, whatever the order of the pool', () => {
  fc.assert(
    fc.property(fc.string(), fc.shuffledSubarray(POOL, { minLength: 40 }), (seed, pool) => {
      expect(draw(seed, pool, PARTS)).toEqual(draw(seed, POOL, PARTS))
    }),
    { numRuns: 30 },
  )
})

test('a paper has what the blueprint asks, no question twice, every option once', () => {
  const paper = draw('một', POOL, PARTS)
  expect(paper.filter(({ points }) => points === 1)).toHaveLength(6)
  expect(new Set(paper.map(({ questionId }) => questionId)).size).toBe(10)
  for (const { optionsOrder } of paper) expect(optionsOrder.toSorted()).toEqual([1, 2, 3, 4])
  expect(draw('hai', POOL, PARTS)).not.toEqual(paper)
})

test('names the parts the pool is too small for', () => {
  expect(shortOf(POOL.slice(0, 10), PARTS)).toMatchObject([{ topicId: 0, questions: 6, has: 5 }])
})
