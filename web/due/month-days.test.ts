import { expect, test } from 'vitest'
import { monthsOf } from './month-days.ts'

test('a period is drawn by whole months, from Monday', () => {
  const months = monthsOf('2024-12-30', '2025-02-01')
  expect(months.map(({ month }) => month)).toEqual(['2024-12', '2025-01', '2025-02'])
  expect(months[1]?.weeks[0]).toEqual([
    null,
    null,
    '2025-01-01',
    ...['02', '03', '04', '05'].map((day) => `2025-01-${day}`),
  ])
  expect(months[2]?.weeks.flat().filter(Boolean)).toHaveLength(28)
})
