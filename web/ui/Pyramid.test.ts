import { expect, test } from 'vitest'
import { ageRange } from './Pyramid.tsx'

test('a band of the pyramid is the ages it names', () => {
  expect(ageRange('35–39')).toEqual({ from: 35, to: 39 })
  expect(ageRange('Dưới 35')).toEqual({ to: 34 })
  expect(ageRange('Từ 60')).toEqual({ from: 60 })
})
