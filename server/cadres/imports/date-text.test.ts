import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellValue } from '#server/office/workbook.ts'
import { type DateRole, readDate, readDates } from './date-text.ts'

const BIRTH: DateRole = { role: 'birth', today: '2024-10-31', since1904: false }
const EVENT: DateRole = { ...BIRTH, role: 'event' }

const read = (cell: CellValue, about = BIRTH) => {
  const reading = readDate(cell, about)
  return 'refused' in reading
    ? reading.refused.reason
    : `${reading.date.on} ${reading.date.precision}`
}

const births: [string, CellValue, string][] = [
  ['day, month, year', '5/6/1975', '1975-06-05 day'],
  ['dashes and two digits', '05-06-75', '1975-06-05 day'],
  ['dots', '05.6.1975', '1975-06-05 day'],
  ['spaces around', ' 05 / 06 / 1975 ', '1975-06-05 day'],
  ['no-break spaces', '05/06/\u00a01975', '1975-06-05 day'],
  ['year first', '1975-06-05', '1975-06-05 day'],
  ['year first with a time', '1975-06-05 00:00:00', '1975-06-05 day'],
  ['in words', 'ngày 5 tháng 6 năm 1975', '1975-06-05 day'],
  ['in decomposed words', 'Tháng 6/1975'.normalize('NFD'), '1975-06-01 month'],
  ['month', '6/1975', '1975-06-01 month'],
  ['month in words', 'Tháng 6/1975', '1975-06-01 month'],
  ['month and year in words', 'Tháng 6 năm 1975', '1975-06-01 month'],
  ['year', '1975', '1975-01-01 year'],
  ['year as a number', 1975, '1975-01-01 year'],
  ['dots for what is not known', '…/…/1975', '1975-01-01 year'],
  ['dots for the day', '../6/1975', '1975-06-01 month'],
  ['zeros for what is not known', '00/00/1975', '1975-01-01 year'],
  ['serial number', 27550, '1975-06-05 day'],
  ['a date cell', { date: '1975-06-05', shows: 'day' }, '1975-06-05 day'],
  ['a date cell that shows a month', { date: '1975-06-01', shows: 'month' }, '1975-06-01 month'],
  ['a date cell that shows a year', { date: '1975-06-01', shows: 'year' }, '1975-01-01 year'],
  ['a lost zero in eight digits', 5061975, '1975-06-05 day'],
  ['leap day', '29/02/1988', '1988-02-29 day'],
]

test.each(births)('birth date, %s', (_, cell, expected) => {
  expect(read(cell)).toBe(expected)
})

test('serial numbers of a workbook that counts from 1904', () => {
  expect(read(26088, { ...BIRTH, since1904: true })).toBe('1975-06-05 day')
})

const refused: [string, CellValue, RegExp][] = [
  ['a day that is not', '31/02/1987', /Tháng 02\/1987 có 28 ngày/],
  ['month before day', '6/25/1975', /Không có tháng 25/],
  ['a child', '5/6/2020', /Năm sinh 2020/],
  ['somebody of another age', '5/6/1875', /Năm sinh 1875/],
  ['words', 'chưa rõ', /Không đọc được ngày/],
  ['a day without month', '5/…/1975', /Không đọc được ngày/],
  ['a small number', 12, /Không đọc được ngày/],
]

test.each(refused)('refuses %s', (_, cell, reason) => {
  expect(read(cell)).toMatch(reason)
})

test('two digits of a year are told', () => {
  expect(readDate('05-06-75', BIRTH)).toMatchObject({ say: { reason: /hai chữ số, hiểu là 1975/ } })
  expect(read('01/9/15', EVENT)).toBe('2015-09-01 day')
  expect(read('01/9/98', EVENT)).toBe('1998-09-01 day')
})

const pairs: [string, string, string[]][] = [
  ['a dash between', '03/02/1998 - 03/02/1999', ['1998-02-03', '1999-02-03']],
  ['a dash without spaces', '03/02/1998-03/02/1999', ['1998-02-03', '1999-02-03']],
  ['one below the other', '03/02/1998\n03/02/1999', ['1998-02-03', '1999-02-03']],
  ['a semicolon', '03/02/1998; 03/02/1999', ['1998-02-03', '1999-02-03']],
  ['brackets', '03/02/1998 (03/02/1999)', ['1998-02-03', '1999-02-03']],
  ['words between', 'DB 03/02/1998, CT 03/02/1999', ['1998-02-03', '1999-02-03']],
  ['dashes inside the dates', '03-02-1998', ['1998-02-03']],
]

test.each(pairs)('two dates in one cell, %s', (_, cell, expected) => {
  const found = readDates(cell, EVENT).map((reading) =>
    'date' in reading ? reading.date.on : reading,
  )
  expect(found).toEqual(expected)
})

test('every way of writing a day reads back as that day', () => {
  const days = fc.date({
    min: new Date('1930-01-01'),
    max: new Date('2008-12-31'),
    noInvalidDate: true,
  })
  const forms = fc.record({
    separator: fc.constantFrom('/', '-', '.', ' / ', ' '),
    zeros: fc.boolean(),
    form: fc.constantFrom<'NFC' | 'NFD'>('NFC', 'NFD'),
    prefix: fc.constantFrom('', 'ngày ', 'Sinh ngày '),
  })
  fc.assert(
    fc.property(days, forms, (date, { separator, zeros, form, prefix }) => {
      const on = date.toISOString().slice(0, 10)
      const [year = '', month = '', day = ''] = on.split('-')
      const written = [day, month].map((part) => (zeros ? part : String(Number(part))))
      expect(read((prefix + [...written, year].join(separator)).normalize(form))).toBe(`${on} day`)
    }),
  )
})
