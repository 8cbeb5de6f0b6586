import { expect, test } from 'vitest'
import { count, day, initials, moment, percent, plainPercent } from './format.ts'

test('numbers read as a Vietnamese office writes them', () => {
  expect(count(1286)).toBe('1.286')
  expect(percent(0.1331)).toBe('13,3\u00a0%')
  expect(percent(1)).toBe('100,0\u00a0%')
  expect(plainPercent(0.15)).toBe('15\u00a0%')
})

test('what is not known is never a zero', () => {
  expect(count(null)).toBe('–')
  expect(percent(null)).toBe('–')
  expect(day(null)).toBe('–')
})

test('dates keep the precision they have', () => {
  expect(day('2024-10-31')).toBe('31/10/2024')
  expect(day('2024-10')).toBe('10/2024')
  expect(day('1984')).toBe('1984')
})

test('instants are shown at the hour of the office', () => {
  expect(moment('2026-11-21T01:14:00Z')).toBe('21/11/2026 08:14')
})

test('initials are those a person is called by', () => {
  expect(initials('Phan Thị Bích Thủy')).toBe('BT')
})
