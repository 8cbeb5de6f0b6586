import { expect, test } from 'vitest'
import { pastedRows } from './pasted.ts'

test('a cell of several lines stays one cell, and keeps the rows below it apart', () => {
  const pasted = 'Việc\tHạn\r\n"Lập ""Đề án""\n- bước 1"\tQuý I\r\n\r\nBáo cáo\t31/12\r\n'
  expect(pastedRows(pasted)).toEqual([
    ['Việc', 'Hạn'],
    ['Lập "Đề án"\n- bước 1', 'Quý I'],
    [''],
    ['Báo cáo', '31/12'],
    [''],
  ])
})

test('a quote that belongs to the words swallows nothing', () => {
  expect(pastedRows('"Một cửa" số\t"mở đầu\tx\ncuối\ty')).toEqual([
    ['"Một cửa" số', '"mở đầu', 'x'],
    ['cuối', 'y'],
  ])
})

test('a cell closed by the end of the text is the last one', () => {
  expect(pastedRows('a\t"b\nc"')).toEqual([['a', 'b\nc']])
  expect(pastedRows('')).toEqual([['']])
})
