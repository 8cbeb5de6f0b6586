import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readSheets, type SheetToWrite, writeWorkbook } from './workbook.ts'

const LIST: SheetToWrite = {
  name: 'Hồ sơ: 2024/10',
  title: ['DANH SÁCH CÁN BỘ', 'Đến ngày 31/10/2024'],
  columns: [
    { header: 'Họ và tên' },
    { header: 'Ngày sinh', kind: 'date' },
    { header: 'Hệ số', kind: 'number' },
  ],
  rows: [
    ['=1+1', '1975-06-05', 2.34],
    ['Nguyễn Thị Bé', '6/1975', null],
  ],
  notes: ['Người lập'],
}

test('a written list reads back: text as text, dates as days, merges and frozen header', async () => {
  const [sheet] = await readSheets(await writeWorkbook([LIST]))
  expect(sheet?.name).toBe('Hồ sơ  2024 10')
  expect(sheet?.rows.slice(3, 6)).toEqual([
    ['Họ và tên', 'Ngày sinh', 'Hệ số'],
    ['=1+1', { date: '1975-06-05', shows: 'day' }, 2.34],
    ['Nguyễn Thị Bé', '6/1975', null],
  ])
  expect(sheet?.merges).toContainEqual({ fromRow: 0, toRow: 0, fromColumn: 0, toColumn: 2 })
})

test('no written text becomes a formula', async () => {
  const parts = unzipSync(await writeWorkbook([LIST]))
  const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
  expect(xml).not.toContain('<f>')
  expect(xml).toContain('fitToWidth="1"')
})

const refusals: [string, () => Promise<Uint8Array> | Uint8Array, RegExp][] = [
  ['empty', () => new Uint8Array(0), /Tệp rỗng/],
  ['text', () => strToU8('Họ và tên;Ngày sinh'), /không phải tệp Excel/],
  ['100 MB', () => new Uint8Array(100_000_000), /100 MB/],
  ['password', () => compound('EncryptedPackage'), /mật khẩu/],
  ['old .xls', () => compound('Workbook'), /kiểu cũ/],
  [
    'a zip of something else',
    () => zipSync({ 'word/document.xml': strToU8('<w/>') }),
    /không phải bảng tính/,
  ],
  ['cut short', async () => (await writeWorkbook([LIST])).slice(0, 900), /hỏng/],
  ['broken inside', () => workbookWith(strToU8('<worksheet><sheetData><row')), /hỏng/],
  ['unpacks to 320 MB', () => workbookWith(new Uint8Array(320_000_000).fill(32)), /giải nén/],
]

test.each(refusals)('refuses: %s', async (_, bytes, message) => {
  const sent = await bytes()
  const started = performance.now()
  await expect(readSheets(sent)).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringMatching(message),
  })
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('refuses a directory that declares less than it unpacks to', async () => {
  const bytes = workbookWith(new Uint8Array(1_000_000).fill(32))
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entry = view.lastIndexOf('xl/worksheets/sheet1.xml') - 46
  view.writeUInt32LE(1000, entry + 24)
  await expect(readSheets(bytes)).rejects.toThrow(/giải nén/)
})

test('a file that takes too long is given up', async () => {
  await expect(readSheets(await writeWorkbook([LIST]), 0.001)).rejects.toThrow(/thời gian/)
})

function compound(stream: string): Uint8Array {
  const name = Buffer.from(stream, 'utf16le')
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    name,
    Buffer.alloc(64),
  ])
}

function workbookWith(sheet: Uint8Array): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/worksheets/sheet1.xml': [sheet, { level: 1 }],
  })
}
