import { expect, test } from 'vitest'
import { asTabs, type Column, nextSort } from './columns.ts'

const columns: Column<{ name: string; seats: number | null }>[] = [
  { key: 'name', title: 'Đơn vị', cell: ({ name }) => name, value: ({ name }) => name },
  { key: 'bar', title: 'Thanh', cell: () => null },
  { key: 'seats', title: 'Khung', cell: ({ seats }) => seats, value: ({ seats }) => seats },
]

test('rows are copied as a spreadsheet takes them, without columns that only draw', () => {
  const copied = asTabs(columns, [
    { name: 'Sở\tNội vụ', seats: 4 },
    { name: 'Sở Y tế', seats: null },
  ])
  expect(copied).toBe('Đơn vị\tKhung\nSở Nội vụ\t4\nSở Y tế\t')
})

test('a third press on a heading gives the order of the server back', () => {
  const first = nextSort(undefined, 'name')
  expect(first).toEqual({ key: 'name', descending: false })
  const second = nextSort(first, 'name')
  expect(second).toEqual({ key: 'name', descending: true })
  expect(nextSort(second, 'name')).toBeUndefined()
})
