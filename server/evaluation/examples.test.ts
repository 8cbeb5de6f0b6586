import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shippedPacks } from '#server/directives/packs.ts'
import { vocabulary } from '#server/vocabulary.ts'
import { runSchemeExamples } from './examples.ts'
import { answered, QUESTIONS } from './questions.ts'

const TODAY = '2026-11-22'
const packs = shippedPacks(vocabulary)

describe('the shipped schemes', () => {
  const examples = packs.flatMap((pack) => runSchemeExamples(pack, packs, TODAY))

  test.each(examples)('$scheme: $says', ({ differences }) => {
    expect(differences).toEqual([])
  })

  test('have hand-worked cases, each of them', () => {
    const schemes = packs.flatMap((pack) => pack.schemes.map(({ id }) => id))
    expect(schemes.filter((id) => !examples.some(({ scheme }) => scheme === id))).toEqual([])
    expect(schemes.length).toBeGreaterThan(7)
  })

  test('a wrong expectation is said', () => {
    const [pack] = packs.filter(({ id }) => id === 'chinh-phu-335-nd-cp-2025')
    const [example] = pack?.schemeExamples ?? []
    if (!pack || !example) throw new Error('no example')
    const wrong = { ...pack, schemeExamples: [{ ...example, expect: { total: 91 } }] }
    expect(runSchemeExamples(wrong, packs, TODAY)[0]?.differences).toEqual([
      'total: phải là 91, tính được 90',
    ])
  })
})

describe('docs/evaluation.md', () => {
  const text = readFileSync(new URL('../../docs/evaluation.md', import.meta.url), 'utf8')
  const pairs = [
    ...text.matchAll(/```json (\w+) ([\w-]+)\n(.*?)```\n```json answer\n(.*?)```/gs),
  ].map(([, asks = '', scheme = '', input = '', answer = '']) => ({ asks, scheme, input, answer }))

  test('shows every question', () => {
    expect(pairs.map(({ asks }) => asks).sort()).toEqual(Object.keys(QUESTIONS).sort())
  })

  test.each(pairs)('$asks answers as shown', ({ asks, scheme, input, answer }) => {
    const question = asks as keyof typeof QUESTIONS
    const read = QUESTIONS[question].shape.parse(JSON.parse(input))
    expect(answered(question, read, scheme, packs, TODAY)).toMatchObject(JSON.parse(answer))
  })
})
