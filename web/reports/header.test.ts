import { expect, test } from 'vitest'
import { headerRows } from './header.ts'

test('shared headings span their columns and a plain column reaches down', () => {
  const rows = headerRows([
    { no: '1', label: 'Biên chế', under: [] },
    { no: '2', label: 'Nữ', under: ['Trong đó'] },
    { no: '3', label: 'Đảng viên', under: ['Trong đó'] },
    { no: '4', label: 'Tiến sĩ', under: ['Trình độ', 'Chuyên môn'] },
  ])
  expect(rows).toEqual([
    [
      { text: 'Biên chế', columns: 1, rows: 3 },
      { text: 'Trong đó', columns: 2, rows: 1 },
      { text: 'Trình độ', columns: 1, rows: 1 },
    ],
    [
      { text: 'Nữ', columns: 1, rows: 2 },
      { text: 'Đảng viên', columns: 1, rows: 2 },
      { text: 'Chuyên môn', columns: 1, rows: 1 },
    ],
    [{ text: 'Tiến sĩ', columns: 1, rows: 1 }],
  ])
})
