import { describe, expect, test } from 'vitest'
import type { Sheet } from '#server/office/workbook.ts'
import { ownLetters, withOwnLetters } from './look-alikes.ts'
import { fromOldCode, OLD_LETTERS } from './old-letters.ts'
import { readOldText } from './old-text.ts'
import { isSyllable } from './syllables.ts'

const VOWELS = [...'aăâeêioôơuưy']
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const SMALL = [...VOWELS.flatMap((v) => TONES.map((tone) => (v + tone).normalize('NFC'))), 'đ']
const toned = (letter: string) => letter !== 'đ' && /[^a-zăâêôơư]/.test(letter)

/** A conversion the other way, written down apart from the table: what a typist pressed. */
const TYPED: Record<string, [string, string]> = {
  'Nguyễn Văn Ánh': ['NguyÔn V¨n ¸nh', 'Nguyeãn Vaên AÙnh'],
  'Đặng Thị Thúy Hường': ['§Æng ThÞ Thóy H­êng', 'Ñaëng Thò Thuùy Höôøng'],
  'Quản lý nhà nước': ['Qu¶n lý nhµ n­íc', 'Quaûn lyù nhaø nöôùc'],
  'Họ và tên': ['Hä vµ tªn', 'Hoï vaø teân'],
}

describe('letters of the old encodings', () => {
  test.for(SMALL.filter((letter) => /[^a-z]/.test(letter)))(
    '%s has one spelling in each',
    (letter) => {
      for (const code of ['tcvn3', 'vni'] as const) {
        const written = [...OLD_LETTERS[code]].filter(([, own]) => own === letter)
        expect(written).toHaveLength(1)
        expect(fromOldCode(code, `x${written[0]?.[0]}n`)).toBe(`x${letter}n`)
      }
      const capital = letter.toUpperCase()
      const [large] = [...OLD_LETTERS.vni].filter(([, own]) => own === capital)
      expect(fromOldCode('vni', large?.[0] ?? '')).toBe(capital)
      // TCVN3 has toned capitals only as a font.
      expect([...OLD_LETTERS.tcvn3.values()].includes(capital)).toBe(!toned(letter))
    },
  )

  test.for(Object.entries(TYPED))('%s', ([unicode, [tcvn3, vni]]) => {
    expect(fromOldCode('tcvn3', tcvn3).toLowerCase()).toBe(unicode.toLowerCase())
    expect(fromOldCode('vni', vni)).toBe(unicode)
  })
})

test.for(['Nguyễn', 'Quỳnh', 'thuở', 'giếng', 'Khuyên', 'được', 'Huyền', 'yêu', 'ngoằn'])(
  '%s is spelt as Vietnamese spells',
  (word) => expect(isSyllable(word)).toBe(true),
)
test.for(['NguyÔn', 'Vaên', 'H­êng', 'xyz', 'xãá'])('%s is not', (word) =>
  expect(isSyllable(word)).toBe(false),
)

const sheetOf = (rows: (string | null)[][]): Sheet => ({
  name: 'DS',
  hidden: false,
  rows,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  since1904: false,
})
const column = (index: 0 | 1) => Object.values(TYPED).map((typed) => [typed[index]])

test.for(['tcvn3', 'vni'] as const)('%s is recognised, shown, and waits for a word', (code) => {
  const rows = [...column(code === 'tcvn3' ? 0 : 1), ['Lạng Sơn'], [null]]
  const { sheets, found } = readOldText([sheetOf(rows)], undefined)
  expect(found).toMatchObject({ code, cells: 4, confirmed: false })
  expect(found?.samples.at(-1)?.converted).toBe('Họ và tên')
  expect(sheets[0]?.rows[4]).toEqual(['Lạng Sơn'])
  expect(readOldText([sheetOf(rows)], code).found?.confirmed).toBe(true)
  expect(readOldText([sheetOf(rows)], 'none').sheets[0]?.rows).toEqual(rows)
})

test('a list in Unicode is never taken for an old one', () => {
  const rows = ['Hà Văn Tó', 'Lâm Thị Xó', 'Đỗ Mô', 'Tôn Nữ Hoà', 'Hồ Á', 'Ngô Bá Thà'].map(
    (name) => [name],
  )
  expect(readOldText([sheetOf(rows)], undefined).found).toBeNull()
})

test('capitals of a .VnTimeH font become capitals', () => {
  const sheet = sheetOf(column(0))
  sheet.oldFonts = new Map([['0,0', '.VnTimeH']])
  expect(readOldText([sheet], 'tcvn3').sheets[0]?.rows[0]).toEqual(['NGUYỄN VĂN ÁNH'])
})

test.for([
  ['Нà Văn Тoàn', 'Hà Văn Toàn', 'foreign'],
  ['Ðỗ Thị Mơ', 'Đỗ Thị Mơ', 'foreign'],
  ['Ɖinh Văn Ba', 'Đinh Văn Ba', 'foreign'],
  ['Ｎguyễn Ｖăn', 'Nguyễn Văn', 'wide'],
  ['Nguyễn'.normalize('NFD'), 'Nguyễn', 'apart'],
] as const)('%s reads %s', ([text, own, kind]) => {
  expect(ownLetters(text)).toEqual({ text: own, kinds: [kind] })
})

test('a Russian word stays Russian', () => {
  expect(ownLetters('МГУ им. Ломоносова').text).toContain('Ломоносова')
})

test('what was changed is told once a sheet with its cells', () => {
  const { problems } = withOwnLetters([sheetOf([['Ðỗ'], ['Ðinh'], ['Hà']])])
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ cell: 'A1', severity: 'reminds' })
  expect(problems[0]?.reason).toContain('A1, A2')
})
