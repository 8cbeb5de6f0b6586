/** Writes the sample lists of samples/: people and numbers are invented, the dirt is real. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { OLD_LETTERS } from '../server/cadres/imports/old-letters.ts'
import { BODY, FOLDER, FONT, groupsOf, HEADER, Paper, TITLE, type Written } from './sample-paper.ts'

const COMMUNES = groupsOf('cap-xa.txt')
const DIVISIONS = groupsOf('so-noi-vu.txt')
const STAFF = groupsOf('phong-chu-cu.txt')

/** Commune cadres of Lạng Sơn, one section a commune, men and women in two columns of birth dates. */
function communeList(): WriteSheet {
  const paper = new Paper()
  paper.put(0, 0, 'UBND TỈNH LẠNG SƠN', TITLE)
  paper.put(0, 8, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', TITLE)
  paper.put(1, 0, 'Biểu số 02', TITLE)
  paper.put(1, 8, 'Độc lập - Tự do - Hạnh phúc', TITLE)
  paper.put(3, 0, 'DANH SÁCH TRÍCH NGANG CÁN BỘ, CÔNG CHỨC CẤP XÃ', TITLE)
  paper.put(4, 0, '(Tính đến ngày 30 tháng 9 năm 2026)', TITLE)
  for (const row of [3, 4]) paper.merge(row, 0, row, 21)
  communeHeader(paper)
  let row = 10
  for (const { title, people } of COMMUNES) {
    const [number = null, commune = null] = title
    paper.put(row, 0, number)
    paper.put(row, 1, commune, { ...BODY, font: { ...FONT, bold: true } })
    paper.merge(row, 1, row, 21)
    row++
    for (const person of people) paper.line(row++, person)
  }
  paper.put(row, 1, `Tổng cộng: ${COMMUNES.flatMap(({ people }) => people).length} người`, TITLE)
  paper.put(row + 2, 15, 'Lạng Sơn, ngày 30 tháng 9 năm 2026', { font: FONT })
  paper.put(row + 3, 1, 'NGƯỜI LẬP BIỂU', TITLE)
  paper.put(row + 3, 15, 'TM. ỦY BAN NHÂN DÂN', TITLE)
  paper.put(row + 4, 15, '(Ký, ghi rõ họ tên, đóng dấu)', { font: FONT })
  return sheet('Cấp xã', paper)
}

function communeHeader(paper: Paper): void {
  const [top, middle, low] = [6, 7, 8]
  const single: [number, string][] = [
    [0, 'TT'],
    [1, 'Họ và tên'],
    [4, 'Quê quán'],
    [5, 'Dân tộc'],
    [6, 'Tôn giáo'],
    [7, 'Ngày vào Đảng (dự bị, chính thức)'],
    [15, 'Chức vụ, chức danh'],
    [16, 'Ngày giữ chức vụ'],
    [17, 'Số CCCD'],
    [21, 'Ghi chú'],
  ]
  for (const [column, text] of single) {
    paper.put(top, column, text, HEADER)
    paper.merge(top, column, low, column)
  }
  const groups: [number, number, string][] = [
    [2, 3, 'Ngày, tháng, năm sinh'],
    [8, 14, 'Trình độ'],
    [18, 20, 'Kết quả xếp loại 3 năm'],
  ]
  for (const [from, to, text] of groups) {
    paper.put(top, from, text, HEADER)
    paper.merge(top, from, top, to)
  }
  const leaves: [number, string][] = [
    [2, 'Nam'],
    [3, 'Nữ'],
    [8, 'Văn hóa'],
    [11, 'LLCT'],
    [12, 'QLNN'],
    [13, 'Ngoại ngữ'],
    [14, 'Tin học'],
    [18, '2023'],
    [19, '2024'],
    [20, '2025'],
  ]
  for (const [column, text] of leaves) {
    paper.put(middle, column, text, HEADER)
    paper.merge(middle, column, low, column)
  }
  paper.put(middle, 9, 'Chuyên môn', HEADER)
  paper.merge(middle, 9, middle, 10)
  paper.put(low, 9, 'Bằng cấp', HEADER)
  paper.put(low, 10, 'Chuyên ngành', HEADER)
  paper.line(
    9,
    Array.from({ length: 22 }, (_, i) => i + 1),
    HEADER,
  )
}

/** Staff of a department in Quảng Bình: x marks, merged division names, numbers that lost their zeros. */
function departmentList(): WriteSheet {
  const paper = new Paper()
  paper.put(0, 0, 'UBND TỈNH QUẢNG BÌNH', TITLE)
  paper.put(1, 0, 'SỞ NỘI VỤ', TITLE)
  paper.put(3, 0, 'DANH SÁCH CÁN BỘ, CÔNG CHỨC, NGƯỜI LAO ĐỘNG', TITLE)
  paper.put(4, 0, 'Thời điểm 30/9/2024', TITLE)
  for (const row of [3, 4]) paper.merge(row, 0, row, 24)
  departmentHeader(paper)
  let row = 9
  for (const { title, people } of DIVISIONS) {
    const first = row
    for (const [number, name, ...rest] of people) {
      paper.line(row, [number ?? null, name ?? null, null, ...rest])
      paper.put(row++, 2, row - 1 === first ? (title[0] ?? null) : null)
    }
    if (row - first > 1) paper.merge(first, 2, row - 1, 2)
  }
  paper.put(row, 0, 'Danh sách này có 12 người.', { font: { ...FONT, italic: true } })
  paper.put(row + 2, 18, 'Quảng Bình, ngày 05 tháng 10 năm 2024', { font: FONT })
  paper.put(row + 3, 2, 'Người lập', TITLE)
  paper.put(row + 3, 18, 'GIÁM ĐỐC', TITLE)
  return sheet('DS Sở', paper)
}

function departmentHeader(paper: Paper): void {
  const [top, low] = [6, 7]
  const groups: [number, readonly string[], string][] = [
    [4, ['Nam', 'Nữ'], 'Giới tính'],
    [8, ['CB', 'CC', 'HĐ'], 'Loại cán bộ'],
    [12, ['Mã ngạch', 'Bậc', 'Hệ số'], 'Lương'],
    [15, ['ThS', 'ĐH', 'CĐ', 'TC'], 'Trình độ chuyên môn'],
  ]
  const inGroup = new Set<number>()
  for (const [from, leaves, text] of groups) {
    paper.put(top, from, text, HEADER)
    paper.merge(top, from, top, from + leaves.length - 1)
    leaves.forEach((leaf, i) => {
      inGroup.add(from + i)
      paper.put(low, from + i, leaf, HEADER)
    })
  }
  const single = [
    'STT',
    'Họ tên',
    'Phòng, đơn vị',
    'Ngày sinh',
    '',
    '',
    'Chức vụ',
    'Ngày bổ nhiệm',
    '',
    '',
    '',
    'Ngày tuyển dụng',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'Chuyên ngành',
    'LLCT',
    'QLNN',
    'Ngoại ngữ',
    'Số CMND/CCCD',
    'Điện thoại',
  ]
  single.forEach((text, column) => {
    if (inGroup.has(column)) return
    paper.put(top, column, text, HEADER)
    paper.merge(top, column, low, column)
  })
  paper.line(
    8,
    single.map((_, i) => `(${i + 1})`),
    HEADER,
  )
}

function summary(): WriteSheet {
  const paper = new Paper()
  paper.line(0, ['Phòng, đơn vị', 'Số người'], HEADER)
  DIVISIONS.forEach(({ title, people }, i) => {
    paper.line(i + 1, [title[0] ?? 'Lãnh đạo Sở', people.length])
  })
  return sheet('Tổng hợp', paper)
}

const STAFF_HEADINGS = [
  'TT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Dân tộc',
  'Đơn vị',
  'Chức vụ',
  'Trình độ chuyên môn',
]

/** The same short list twice: typed in TCVN3 as before 2000, and later with what changed since. */
function staffList(group: 0 | 1): WriteSheet {
  const paper = new Paper()
  const font = group === 0 ? { name: '.VnTime', size: 13 } : FONT
  const typed = (text: string) => (group === 0 ? inTcvn3(text) : text)
  const cells = (line: readonly Written[]) =>
    line.map((cell) => (typeof cell === 'string' ? typed(cell) : cell))
  const day = group === 0 ? '30/9/2024' : '30/10/2024'
  paper.put(0, 0, typed('Danh sách công chức'), { font })
  paper.put(1, 0, typed(`Tính đến ngày ${day}`), { font })
  paper.line(3, cells(STAFF_HEADINGS), { ...HEADER, font })
  for (const [i, person] of (STAFF[group]?.people ?? []).entries()) {
    paper.line(4 + i, cells(person), { ...BODY, font })
  }
  return sheet('DS', paper)
}

/** Back into the old encoding, letter by letter. */
function inTcvn3(text: string): string {
  const written = new Map([...OLD_LETTERS.tcvn3].map(([old, letter]) => [letter, old]))
  return [...text].map((letter) => written.get(letter) ?? letter).join('')
}

const sheet = (name: string, { rows, cells, merges }: Paper): WriteSheet => ({
  name,
  rows,
  cells,
  merges,
})

async function write(file: string, sheets: WriteSheet[]): Promise<void> {
  const created = new Date('2026-10-01T00:00:00Z')
  const properties = { created, modified: created }
  writeFileSync(join(FOLDER, file), await writeXlsx({ sheets, properties, defaultFont: FONT }))
}

await write('Trich-ngang-can-bo-cap-xa-Lang-Son.xlsx', [communeList()])
await write('Danh-sach-cong-chuc-So-Noi-vu-Quang-Binh.xlsx', [departmentList(), summary()])
await write('Danh-sach-TCVN3-So-Noi-vu-Quang-Binh.xlsx', [staffList(0)])
await write('Danh-sach-cap-nhat-So-Noi-vu-Quang-Binh.xlsx', [staffList(1)])
