import { describe, expect, test } from 'vitest'
import type { Milestone, Target } from './packs.ts'
import { EMPTY, standing } from './state.ts'

const target = { measure: 'share' } as Target
const atLeast = (threshold: number) => ({ comparison: 'at_least', threshold }) as Milestone
const atMost = (threshold: number) => ({ comparison: 'at_most', threshold }) as Milestone

describe('a share is an interval', () => {
  test.each([
    [
      'all known, reached exactly',
      { inYes: 3, inNo: 17 },
      0.15,
      { share: 0.15, low: 0.15, high: 0.15, state: 'met', short: 0 },
    ],
    ['all known, one short', { inYes: 2, inNo: 18 }, 0.15, { state: 'not_met', short: 1 }],
    [
      'the threshold lies inside',
      { inYes: 2, inNo: 17, inOpen: 1 },
      0.15,
      { low: 0.1, high: 0.15, state: 'unknown', unknown: 1 },
    ],
    [
      'not reached even if all unknown count',
      { inYes: 0, inNo: 18, inOpen: 2 },
      0.15,
      { high: 0.1, state: 'not_met' },
    ],
    [
      'reached even if none of them does',
      { inYes: 4, inNo: 15, inOpen: 1 },
      0.15,
      { low: 0.2, state: 'met' },
    ],
    [
      'someone perhaps in the base dilutes the low end',
      { inYes: 3, inNo: 17, maybeNo: 1 },
      0.15,
      { state: 'unknown' },
    ],
    [
      'someone perhaps in the base lifts the high end',
      { inYes: 2, inNo: 18, maybeYes: 2 },
      0.15,
      { low: 0.1, high: 4 / 22, state: 'unknown' },
    ],
    [
      'nobody in the base',
      {},
      0.15,
      { share: null, low: null, high: null, state: 'unknown', short: null },
    ],
  ])('%s', (_, tally, threshold, expected) => {
    expect(standing(target, atLeast(threshold), { ...EMPTY, ...tally })).toMatchObject(expected)
  })

  test('a cap is kept at the cap itself', () => {
    expect(standing(target, atMost(0.2), { ...EMPTY, inYes: 2, inNo: 8 }).state).toBe('met')
    expect(standing(target, atMost(0.2), { ...EMPTY, inYes: 3, inNo: 8 }).state).toBe('not_met')
  })

  test('100 % is not a rounding of 99.9 %', () => {
    expect(standing(target, atLeast(1), { ...EMPTY, inYes: 29_999, inNo: 1 }).state).toBe('not_met')
  })
})

describe('other measures', () => {
  test('a count needs no base', () => {
    const count = { measure: 'count' } as Target
    expect(standing(count, atLeast(4), { ...EMPTY, inYes: 4 })).toMatchObject({
      counted: 4,
      share: null,
      state: 'met',
    })
    expect(standing(count, atLeast(4), { ...EMPTY, inYes: 3, inOpen: 1 })).toMatchObject({
      state: 'unknown',
    })
  })

  test('a reduction compares heads with the baseline', () => {
    const reduction = { measure: 'reduction' } as Target
    const before = { ...EMPTY, inYes: 1000 }
    expect(standing(reduction, atLeast(0.05), { ...EMPTY, inYes: 950 }, before)).toMatchObject({
      base: 1000,
      counted: 50,
      state: 'met',
    })
    expect(
      standing(reduction, atLeast(0.05), { ...EMPTY, inYes: 945, maybeYes: 10 }, before),
    ).toMatchObject({ state: 'unknown' })
  })
})
