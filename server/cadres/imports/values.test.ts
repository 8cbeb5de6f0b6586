import { expect, test } from 'vitest'
import type { CellValue } from '#server/office/workbook.ts'
import { targetOf } from './fields.ts'
import { readValue } from './values.ts'

const read = (name: string, cell: CellValue, heading = '') => {
  const target = targetOf(name)
  if (!target) throw new Error(name)
  const reading = readValue(target, cell, { today: '2024-10-31', since1904: false, heading })
  return 'refused' in reading
    ? { refused: reading.refused.reason, blocks: reading.blocks }
    : reading
}
const dated = (date: string, shows: 'day' | 'day-month' = 'day-month') => ({ date, shows })

const understood: [string, string, CellValue, object][] = [
  ['Ông as a title', 'full_name', 'Ông Lê Văn Tám', { full_name: 'Lê Văn Tám' }],
  ['Ông as a family', 'full_name', 'Ông Văn Tám', { full_name: 'Ông Văn Tám' }],
  ['a family that begins like a title', 'full_name', 'Bành Thị Tám', { full_name: 'Bành Thị Tám' }],
  ['two degrees with a word between', 'degree', 'ĐH và ThS', { degree: 'master' }],
  [
    'decomposed Unicode',
    'full_name',
    'Nguyễn Thị Hoà'.normalize('NFD'),
    { full_name: 'Nguyễn Thị Hoà' },
  ],
  [
    'no-break and doubled spaces',
    'full_name',
    '\u00a0Lê  Văn\u00a0An ',
    { full_name: 'Lê Văn An' },
  ],
  ['Ð for Đ', 'full_name', 'Ðặng Văn Ðức', { full_name: 'Đặng Văn Đức' }],
  ['capitals', 'full_name', 'NGUYỄN ĐỨC ẢNH', { full_name: 'Nguyễn Đức Ảnh' }],
  ['a title before the name', 'full_name', 'Đ/c ThS. Trần Thị Bé', { full_name: 'Trần Thị Bé' }],
  [
    'a nickname in brackets',
    'full_name',
    'Lê Văn Tám (Lê Hùng)',
    { full_name: 'Lê Văn Tám', other_names: 'Lê Hùng' },
  ],
  ['a party mark in brackets', 'full_name', 'Lê Văn Tám (ĐV)', { full_name: 'Lê Văn Tám' }],
  [
    'a date in the column of women',
    'birth_date_female',
    '1990',
    { sex: 'female', birth: { on: '1990-01-01', precision: 'year' } },
  ],
  ['an x in the column of men', 'birth_date_male', 'x', { sex: 'male' }],
  ['a mark', 'sex:female', 'x', { sex: 'female' }],
  ['a mark as a number', 'sex:female', 1, { sex: 'female' }],
  ['a mark of a level', 'degree:master', 'X', { degree: 'master' }],
  ['a name of a people', 'ethnicity', "H'Mông", { ethnicity: '08' }],
  ['another name of it', 'ethnicity', 'Cao Lan', { ethnicity: '15' }],
  ['no religion', 'religion', 'Không', { religion: 'none' }],
  ['eleven digits', 'national_id', 13184000001, { national_id: '013184000001' }],
  ['ten digits', 'national_id', 3184000001, { national_id: '003184000001' }],
  ['spaces in a number', 'national_id', '013 184 000 001', { national_id: '013184000001' }],
  ['an old identity number', 'national_id', 82123456, { old_id_number: '082123456' }],
  ['a telephone without its zero', 'phone', 912345678, { phone: '0912345678' }],
  ['a telephone with dots', 'phone', '0912.345.678', { phone: '0912345678' }],
  ['ThS', 'degree', 'ThS', { degree: 'master' }],
  ['Th.S', 'degree', 'Th.S', { degree: 'master' }],
  ['Thạc sỹ', 'degree', 'Thạc sỹ', { degree: 'master' }],
  ['ĐHSP', 'degree', 'ĐHSP', { degree: 'university' }],
  ['ĐHTC is a way of study', 'degree', 'ĐHTC', { degree: 'university', study_mode: 'in_service' }],
  ['a degree with its major', 'degree', 'Cử nhân Luật', { degree: 'university', major: 'Luật' }],
  ['the highest of two', 'degree', 'ĐH, ThS', { degree: 'master' }],
  [
    'the highest on two lines',
    'degree',
    'ĐH Kinh tế\nThS QLKT',
    { degree: 'master', major: 'QLKT' },
  ],
  ['CC', 'political_theory', 'CC', { political_theory: { level: 'advanced' } }],
  ['cử nhân of theory', 'political_theory', 'Cử nhân', { political_theory: { level: 'bachelor' } }],
  ['CVC', 'state_management', 'CVC', { state_management: { level: 'principal' } }],
  ['a language certificate', 'language', 'B', { language: { level: 'a2' } }],
  [
    'a language with its level',
    'language',
    'Anh B1',
    { language: { level: 'b1', name: 'Tiếng Anh B1' } },
  ],
  [
    'a degree in a language',
    'language',
    'ĐH tiếng Anh',
    { language: { level: 'b2', name: 'Tiếng Anh DH' } },
  ],
  ['IT', 'it', 'Cơ bản', { it: { level: 'basic', name: 'Cơ bản' } }],
  ['12/12', 'general_education', '12/12', { general_education: '12/12' }],
  [
    '12/12 that became a date',
    'general_education',
    dated('2024-12-12'),
    { general_education: '12/12' },
  ],
  [
    '10/10 that became a date',
    'general_education',
    dated('2024-10-10'),
    { general_education: '10/10' },
  ],
  [
    '7/10 that became a date',
    'general_education',
    dated('2024-10-07'),
    { general_education: '7/10' },
  ],
  ['12/12 as a serial number', 'general_education', 45638, { general_education: '12/12' }],
  ['lớp 9/12', 'general_education', 'Lớp 9/12', { general_education: '9/12' }],
  ['a grade that lost its zero', 'grade', 1.003, { grade: '01.003' }],
  ['a grade as text', 'grade', '01003', { grade: '01.003' }],
  ['a grade by its short name', 'grade', 'CVC', { grade: '01.002' }],
  [
    'grade, step and coefficient',
    'grade',
    '01.003, bậc 3/9, hệ số 3,00',
    { grade: '01.003', step: 3, coefficient: 3 },
  ],
  ['a code of public employees', 'grade', 'V.07.03.29', { grade: 'V.07.03.29' }],
  ['a step', 'step', '3/9', { step: 3 }],
  ['a step that became a date', 'step', dated('2024-09-04'), { step: 4 }],
  ['a comma', 'coefficient', '2,34', { coefficient: 2.34 }],
  ['a point and a space', 'coefficient', '2.34 ', { coefficient: 2.34 }],
  [
    'a percent beyond the frame',
    'coefficient',
    '3,66 + 5%',
    { coefficient: 3.66, beyond_frame_percent: 5 },
  ],
  [
    'the same behind a grade',
    'grade',
    '01.003, bậc 9/9, hệ số 4,98 VK 7%',
    { grade: '01.003', step: 9, coefficient: 4.98, beyond_frame_percent: 7 },
  ],
  ['another code of the right form', 'grade', 'v.06.05.14', { grade: 'V.06.05.14' }],
  ['a grade of inspectors by name', 'grade', 'Thanh tra viên', { grade: '04.025' }],
  [
    'two dates',
    'party_joined',
    '03/02/1998 - 03/02/1999',
    { party_member: true, party_joined: '1998-02-03', party_official: '1999-02-03' },
  ],
  ['an x for a party member', 'party_member', 'x', { party_member: true }],
  ['công chức', 'employment_kind', 'CC', { employment_kind: 'civil_servant' }],
]

test.each(understood)('%s', (_, field, cell, facts) => {
  expect(read(field, cell)).toMatchObject({ facts })
})

test('the year of a rating stands in the heading or in the cell', () => {
  const good2022 = { ratings: [{ year: 2022, level: 'good' }] }
  expect(read('rating', 'HTTNV', 'Xếp loại năm 2022')).toMatchObject({ facts: good2022 })
  expect(read('rating', '2022: HTT; 2023: XS')).toMatchObject({
    facts: { ratings: [...good2022.ratings, { year: 2023, level: 'excellent' }] },
  })
  expect(read('rating', 'HTT; XS', 'Xếp loại 2022, 2023')).toMatchObject({
    facts: { ratings: [...good2022.ratings, { year: 2023, level: 'excellent' }] },
  })
  expect(read('rating', 'HTT', 'Xếp loại')).toMatchObject({
    refused: expect.stringMatching(/năm nào/),
  })
})

test('a plan needs its term', () => {
  expect(read('planned_title', 'Giám đốc sở (2025-2030)')).toMatchObject({
    facts: { planned: { title: 'Giám đốc sở', term: '2025-2030' } },
  })
  expect(read('planned_title', 'Giám đốc sở')).toMatchObject({
    refused: expect.stringMatching(/nhiệm kỳ/),
  })
})

const told: [string, string, CellValue, RegExp][] = [
  ['an added zero', 'national_id', 13184000001, /đã thêm số 0/],
  ['a year of birth alone', 'birth_date', '1990', /Chỉ có năm sinh/],
  ['a name without marks', 'full_name', 'NGUYEN VAN AN', /không có dấu/],
  [
    'a fraction that became a date',
    'general_education',
    dated('2024-12-12'),
    /đã đổi ô này thành ngày/,
  ],
  ['an abbreviation with two meanings', 'degree', 'ĐHTC', /hiểu là Đại học, vừa làm vừa học/],
  ['a grade without its zero', 'grade', 1.003, /mất số 0/],
]

test.each(told)('says %s', (_, field, cell, reason) => {
  expect(read(field, cell)).toMatchObject({ say: { reason: expect.stringMatching(reason) } })
})

const refused: [string, string, CellValue, RegExp, boolean][] = [
  ['an old font', 'full_name', 'NguyÔn V¨n A', /phông chữ cũ/, true],
  ['half a name', 'full_name', 'Lan', /họ và tên đầy đủ/, true],
  ['a day of birth that is not', 'birth_date', '31/02/1987', /không có thật/, true],
  ['a rounded number', 'national_id', '3.61E+10', /làm tròn/, false],
  ['too few digits', 'national_id', '02018', /12 chữ số/, false],
  ['a broken formula', 'ethnicity', '#REF!', /công thức bị lỗi/, false],
  ['a word that is no people', 'ethnicity', 'Sao Hỏa', /không có trong danh mục/, false],
  ['somebody still studying', 'degree', 'Đang học ThS', /chưa tốt nghiệp/, false],
  ['a ditto', 'home_place', 'nt', /không nói rõ/, false],
  ['a telephone of two', 'phone', '0912345678, 0987654321', /không phải một số/, false],
  ['a word where marks stand', 'sex:female', 'Tày', /đánh dấu/, false],
]

test.each(refused)('refuses %s', (_, field, cell, reason, blocks) => {
  const reading = read(field, cell)
  expect(reading).toMatchObject({ refused: expect.stringMatching(reason) })
  expect('blocks' in reading && Boolean(reading.blocks)).toBe(blocks)
})
