import { expect, test } from 'vitest'
import { daysLate, periodName, points, share } from './figures.ts'

const kinds = { month: 'tháng', quarter: 'quý', year: 'năm' }

test('points and shares are written as an office writes them', () => {
  expect([points(88.25), points(70), points(null)]).toEqual(['88,3', '70,0', '–'])
  expect([share(84), share(66.6667), share(undefined)]).toEqual(['84\u00a0%', '66,7\u00a0%', '–'])
})

test('a period is called as people call it', () => {
  expect(['2026-10', '2026-Q3', '2026'].map((code) => periodName(code, kinds))).toEqual([
    'tháng 10/2026',
    'quý III/2026',
    'năm 2026',
  ])
})

test('days late count across a month, and never below nothing', () => {
  expect(daysLate('2026-09-28', '2026-10-03')).toBe(5)
  expect(daysLate('2026-10-03', '2026-10-01')).toBe(0)
  expect(daysLate('2026-10-03', null)).toBe(0)
})
