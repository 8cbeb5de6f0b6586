import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenParts, saidParts } from './small-cells.ts'

const parts = (...people: number[]) =>
  people.map((count, at) => ({ label: `nhóm ${at}`, people: count }))

test('a small group is not said, and cannot be worked out of the total', () => {
  expect(saidParts(parts(120, 3, 40), 5).map(([, said]) => said)).toEqual([
    '120',
    'không công bố',
    'không công bố',
  ])
})

test('nothing is hidden where no group is small, and nobody is said as 0', () => {
  expect(saidParts(parts(120, 0, 40), 5).map(([, said]) => said)).toEqual(['120', '0', '40'])
})

test('whatever the groups: no small one is said, none is the only one hidden, nor a small rest', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(60), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 2, max: 12 }),
      (people, smallest) => {
        const all = parts(...people)
        const hidden = hiddenParts(all, smallest)
        const small = all.filter((part) => part.people > 0 && part.people < smallest)
        expect(small.every((part) => hidden.has(part))).toBe(true)
        if (hidden.size === 0) return
        const peopled = all.filter((part) => part.people > 0)
        const rest = [...hidden].reduce((sum, part) => sum + part.people, 0)
        expect(hidden.size === peopled.length || (hidden.size > 1 && rest >= smallest)).toBe(true)
      },
    ),
  )
})
