import { expect, test } from 'vitest'
import type { UnitRow } from '#web/lib/shapes-of-cadres.ts'
import { linesOf } from './tree.ts'

const numbers = { seats: 1, filled: 1, vacant: 0, people: 1, quota: null }
const unit = (id: number, parentId: number | null, name: string, vacant = 0): UnitRow => ({
  ...{ id, parentId, name, code: `u${id}`, kind: 'department', level: 'province', block: null },
  ...numbers,
  vacant,
  subtree: { units: 1, ...numbers },
})
const units = [
  unit(1, null, 'Tỉnh Thử Nghiệm'),
  unit(2, 1, 'Sở Nội vụ'),
  unit(3, 2, 'Phòng Công chức', 1),
  unit(4, 1, 'Sở Y tế'),
]
const all = { words: '', onlyVacant: false, block: undefined }
const ids = (lines: ReturnType<typeof linesOf>) => lines.map((line) => line.unit.id)

test('only open branches are shown', () => {
  expect(ids(linesOf(units, new Set(), all))).toEqual([1])
  expect(ids(linesOf(units, new Set([1]), all))).toEqual([1, 2, 4])
})

test('a search without diacritics shows what matches and the way down to it', () => {
  expect(ids(linesOf(units, new Set(), { ...all, words: 'cong chuc' }))).toEqual([1, 2, 3])
})

test('vacancies are found wherever they hide', () => {
  expect(ids(linesOf(units, new Set(), { ...all, onlyVacant: true }))).toEqual([1, 2, 3])
})

test('a unit whose parent may not be seen stands at the top', () => {
  expect(ids(linesOf(units.slice(1), new Set([2]), all))).toEqual([2, 3, 4])
})
