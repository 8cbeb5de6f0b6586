import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedPacks } from '#server/directives/packs.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { vocabulary } from '#server/vocabulary.ts'
import { schemesFor } from './choose.ts'
import { type Answered, answered, QUESTIONS } from './questions.ts'
import { exact, isBelow, over, plus, rounded, shown } from './rational.ts'

const TODAY = '2026-11-22'
const packs = shippedPacks(vocabulary)

function ask(question: keyof typeof QUESTIONS, input: object, scheme = 'nd335-2025'): Answered {
  const read = QUESTIONS[question].shape.parse(input)
  return answered(question, read, scheme, packs, TODAY)
}

const product = fc.record({
  assigned: fc.integer({ min: 1, max: 20 }),
  done: fc.integer({ min: 0, max: 25 }),
  failedChecks: fc.integer({ min: 0, max: 6 }),
  delays: fc.integer({ min: 0, max: 6 }),
  objectiveCauses: fc.integer({ min: 0, max: 3 }),
  coefficient: fc.constantFrom(0.2, 1, 1.6, 3),
})
const parameters = fc.record({
  evaluation_over_done: fc.constantFrom('total', 'each'),
  evaluation_deduction_of: fc.constantFrom('product', 'piece'),
  evaluation_rounding: fc.constantFrom('none', 'half_up_1', 'down_2'),
})
const file = fc.record({
  products: fc.array(product, { minLength: 1, maxLength: 6 }),
  common: fc.integer({ min: 0, max: 30 }),
  parameters,
})
const total = (input: object) => Number(ask('score', input).total)

describe('a score', () => {
  test('is never lowered by more done, nor by one more confirmed cause', () => {
    fc.assert(
      fc.property(file, (input) => {
        const [first, ...rest] = input.products
        if (!first) return
        const before = total(input)
        const more = { ...first, done: first.done + 1 }
        const caused = { ...first, objectiveCauses: first.objectiveCauses + 1 }
        expect(total({ ...input, products: [more, ...rest] })).toBeGreaterThanOrEqual(before)
        expect(total({ ...input, products: [caused, ...rest] })).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('does not depend on the order of products and stays within 0 and 100', () => {
    fc.assert(
      fc.property(file, (input) => {
        const { products, ...rest } = input
        const one = total(input)
        expect(total({ ...rest, products: products.toReversed() })).toBe(one)
        expect(one).toBeGreaterThanOrEqual(0)
        expect(one).toBeLessThanOrEqual(100)
      }),
    )
  })

  test.each([
    ['nothing assigned', { products: [], common: 20 }, /chưa có sản phẩm/i],
    ['no common points', { products: [{ assigned: 1, done: 1 }] }, /thiếu điểm tiêu chí chung/i],
    ['too many', { products: [{ assigned: 1, done: 1 }], common: 31 }, /quá mức tối đa 30/],
    [
      'a weight outside the text',
      { products: [{ assigned: 1, done: 1 }], common: 1, parameters: { nd335_common_points: 60 } },
      /ngoài khoảng 20–40/,
    ],
    [
      'an unknown parameter',
      { products: [{ assigned: 1, done: 1 }], common: 1, parameters: { nd335_comon_points: 20 } },
      /nd335_common_points/,
    ],
    [
      'a day before the text',
      { on: '2020-01-01', products: [{ assigned: 1, done: 1 }], common: 20 },
      /01\/01\/2020 không áp dụng .* từ 01\/01\/2026/,
    ],
  ])('refuses %s', (_, input, message) => {
    expect(() => ask('score', input)).toThrow(message)
    expect(() => ask('score', input)).toThrow(Refusal)
  })
})

describe('a cap', () => {
  test('never allows more than the share, rounded down, nor more than one where one is alone', () => {
    const rating = fc.constantFrom('excellent', 'good', 'completed')
    const people = fc.array(fc.record({ rating, group: fc.constantFrom('A', 'B') }), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(people, fc.boolean(), (ratings, outstanding) => {
        const answer = ask('cap', { ratings, outstanding }) as {
          ok: boolean
          groups: {
            group: string
            good: number
            allowed: number
            excellent: number
            over: number
          }[]
          unit: { allowed: number; excellent: number }
        }
        const share = outstanding ? 25 : 20
        for (const { group, good, allowed, excellent, over } of answer.groups) {
          const isSmall = ratings.filter((one) => one.group === group).length < 2
          expect(allowed).toBe(Math.max(isSmall ? 1 : 0, Math.floor((share * good) / 100)))
          expect(over).toBe(Math.max(0, excellent - allowed))
        }
        const kept = [answer.unit, ...answer.groups].every((one) => one.excellent <= one.allowed)
        expect(answer.ok).toBe(kept)
      }),
    )
  })
})

test('a cap is asked with groups and ratings apart, and nobody of a repeated group is lost', () => {
  const ratings = ['A', 'B', 'C', 'D', 'E', 'G', 'H'].map((name, at) => ({
    name,
    rating: at < 2 ? 'excellent' : 'good',
  }))
  const [first, second] = [ratings.slice(0, 2), ratings.slice(2)]
  const X = [{ group: 'X', good: 5, allowed: 1, excellent: 2, over: 1 }]
  const inX = ratings.map((one) => ({ ...one, group: 'X' }))
  const names = ratings.map(({ name }) => name)
  for (const input of [
    {
      groups: [
        { name: 'X', people: first },
        { name: 'X', people: second },
      ],
    },
    { groups: [{ name: 'X', people: first }], ratings: inX.slice(2) },
    { groups: ['X'], ratings: inX },
    { groups: [{ name: 'X' }], ratings: inX },
    { groups: [{ name: 'X', people: names }], ratings },
    { unit: { name: 'Sở', rating: 'good' }, ratings: inX },
  ])
    expect(ask('cap', input)).toMatchObject({ ok: false, groups: X })
  const outstanding = ask('cap', { unit: { rating: 'excellent' }, ratings: inX })
  expect(outstanding.unit).toMatchObject({ arithmetic: '25 % × 5 = 1,25 → 1' })
  expect(() => ask('cap', { groups: [{ name: 'X', people: ['Z'] }], ratings })).toThrow(/của Z/)
})

describe('fractions', () => {
  test('keep 0.1 + 0.2 and thirds exact', () => {
    expect(plus(exact(0.1), exact(0.2))).toEqual(exact('0.3'))
    const third = over(exact(1), exact(3))
    expect(plus(plus(third, third), third)).toEqual(exact(1))
    expect(shown(rounded(exact('89.995'), 'half_up_2'))).toBe(90)
    expect(shown(exact('89.99999999'))).toBe(89.999999)
    expect(isBelow(exact('1e-7'), exact(0))).toBe(false)
  })
})

test('the scheme follows the object and the day, one of the State and one of the Party', () => {
  const ids = (rated: Parameters<typeof schemesFor>[1], among = packs) =>
    schemesFor(among, rated).map(({ scheme }) => scheme.id)
  const servant = { about: 'person', employment: 'civil_servant', period: 'year' } as const
  expect(ids({ ...servant, on: '2024-12-01' })).toEqual(['nd90-2020'])
  expect(ids({ ...servant, on: '2026-12-01', isPartyMember: true })).toEqual([
    'nd335-2025',
    'qd366-2025-ca-nhan',
  ])
  expect(ids({ ...servant, employment: 'public_employee', on: '2026-12-01' })).toEqual([
    'nd233-2026',
  ])
  expect(ids({ ...servant, period: 'quarter', on: '2023-06-30' })).toEqual(['vinh-phuc-quy'])
  expect(ids({ ...servant, period: 'month', on: '2024-06-30' })).toEqual(['lang-son-thang'])
  expect(ids({ ...servant, period: 'month', on: '2026-06-30' })).toEqual(['nd335-2025'])
})
