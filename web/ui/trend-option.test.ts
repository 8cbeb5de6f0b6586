import { expect, test } from 'vitest'
import { trendOption } from './trend-option.ts'

const mark = (asOf: string, value: number, high = value) => ({
  asOf,
  value,
  high,
  threshold: 0.15,
})
const words = { recorded: 'r', certain: 'c', possible: 'p', level: 'l' }
const series = (option: object) =>
  (option as { series: { name: string; data: unknown[] }[] }).series

test('what is certain starts where the record ends', () => {
  const option = trendOption({
    recorded: [mark('2023-12-31', 0.1), mark('2024-10-31', 0.12)],
    coming: [mark('2025-12-31', 0.08)],
    asShare: true,
    words,
  })
  expect(series(option).map(({ name, data }) => [name, data])).toEqual([
    ['c', [null, 0.12, 0.08]],
    ['l', [0.15, 0.15, 0.15]],
    ['r', [0.1, 0.12]],
  ])
})

test('what may still count is drawn above what is certain', () => {
  const option = trendOption({
    recorded: [mark('2024-10-31', 0.1)],
    coming: [mark('2025-12-31', 0.1, 0.25)],
    asShare: true,
    words,
  })
  const possible = series(option).find(({ name }) => name === 'p')
  expect(possible?.data).toEqual([0, 0.15])
})
