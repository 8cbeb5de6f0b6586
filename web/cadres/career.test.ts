import { expect, test } from 'vitest'
import { lanesOf, placeOf } from './career.ts'

test('a date has its place on the line of years', () => {
  expect(placeOf('2019-01-01')).toBe(2019)
  expect(placeOf('2019-07-01')).toBe(2019.5)
})

test('moments that would cover each other go to lanes of their own', () => {
  const moment = (at: number) => ({ at, title: 'x', says: 'x' })
  const lanes = lanesOf([moment(2010), moment(2011), moment(2014)], ({ at }) => [at, at + 2])
  expect(lanes.map((lane) => lane.map(({ at }) => at))).toEqual([[2010, 2014], [2011]])
})
