import { expect, test } from 'vitest'
import { PROVINCE } from '#server/testing.ts'
import { checkPassword, hashPassword, passwordMatches } from './passwords.ts'

const REAL = { ...PROVINCE, name: 'Tỉnh Quảng Bình', code: 'quang-binh', demonstration: false }
const check =
  (password: string, province = REAL) =>
  () =>
    checkPassword(password, 'nguyen.an', province)

test.each([
  ['short', 'mua xuan 12'],
  ['longer than 128', 'mưa xuân trên bến '.repeat(8)],
  ['the user name', 'Nguyen.An-2026'],
  ['the province', 'quangbinh2026'],
  ['the province with its letters', 'Quảng Bình 2026'],
  ['the demonstration password', 'Ngang-Tam-2026'],
  ['a leaked one', 'qwertyuiop123'],
  ['leaked ones joined', 'Password.123456'],
  ['few letters repeated', 'abababababababab'],
])('refused: %s', (_, password) => {
  expect(check(password)).toThrow(/Chưa đổi gì/)
})

test.each([
  ['a sentence', 'một chiều mưa trên bến cũ'],
  ['no digit and no capital', 'con duong lang co cay gao'],
  ['any characters', '⚘ 4$~`|\\ "\' 漢字 đỏ thẫm'],
  ['the province among other words', 'song o Quang Binh tu be'],
  ['128 characters', 'sóng Nhật Lệ đêm '.repeat(8).slice(0, 128)],
])('taken: %s', (_, password) => {
  expect(check(password)).not.toThrow()
})

test('a demonstration may keep its published password', () => {
  expect(check('Ngang-Tam-2026', { ...REAL, demonstration: true })).not.toThrow()
})

test('both spellings of a Vietnamese letter are one password', async () => {
  const stored = await hashPassword('mưa trên bến cũ'.normalize('NFC'))
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwordMatches(stored, 'mưa trên bến cũ'.normalize('NFD'))).toBe(true)
  expect(await passwordMatches(undefined, 'mưa trên bến cũ')).toBe(false)
})
