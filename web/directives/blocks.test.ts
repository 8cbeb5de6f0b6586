import { expect, test } from 'vitest'
import type { UnitShare } from '#web/lib/shapes-of-directives.ts'
import { byBlock, shade, yearsBefore } from './blocks.ts'

const row = (unitId: number, parentId: number | null, kind: string, block: string | null) =>
  ({
    ...{ unitId, parentId, kind, block, name: `u${unitId}`, level: 'province' },
    ...{ base: 2, counted: 1, unknown: 0, share: 0.5, low: 0.5, high: 0.5 },
    ...{ state: 'met', short: 0 },
  }) satisfies UnitShare

test('units right under the province add up by block; what lies deeper is already in them', () => {
  const rows = [
    row(1, null, 'province', null),
    row(2, 1, 'department', 'economic'),
    row(3, 1, 'department', 'economic'),
    row(4, 2, 'division', null),
    row(5, 1, 'party_advisory', 'party_advisory'),
  ]
  expect(byBlock(rows).map(({ key, base, counted }) => [key, base, counted])).toEqual([
    ['party_advisory', 2, 1],
    ['economic', 4, 2],
  ])
})

test('years before the document was adopted are not asked for', () => {
  expect(yearsBefore('2024-10-31', '2022-05-01')).toEqual([
    '2022-12-31',
    '2023-12-31',
    '2024-10-31',
  ])
})

test('nobody is white, and more is darker', () => {
  expect([shade(0), shade(0.05), shade(0.5)]).toEqual(['#fff', '#e6f0f8', '#7fb3d5'])
})
