import { sql } from 'kysely'
import { commitImport } from '#server/cadres/imports/imports.ts'
import { enter } from '#server/kernel/operation.ts'
import { readSheets, writeWorkbook } from '#server/office/workbook.ts'
import { drawFrom } from './draw.ts'
import { inTurn } from './measure.ts'
import { asking, type Bench, type Result } from './result.ts'

const ROWS = 30_000
const HEADINGS = [
  'TT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Quê quán',
  'Dân tộc',
  'Tôn giáo',
  'Đơn vị',
  'Chức vụ',
  'Ngày giữ chức vụ',
  'Loại cán bộ',
  'Ngày tuyển dụng',
  'Ngày vào Đảng',
  'Trình độ chuyên môn',
  'Chuyên ngành',
  'Hình thức đào tạo',
  'LLCT',
  'QLNN',
  'Ngoại ngữ',
  'Tin học',
  'Số CCCD',
]

/** A clean list of 30,000 people written into the records, against only parsing the same file. */
export async function benchImport(bench: Bench): Promise<Result[]> {
  const units = await asking(bench, async ({ db }) => {
    const { rows } = await sql<{
      name: string
    }>`select name from unit_name n join unit u on u.id = n.unit_id
      where u.kind <> 'division' and u.kind <> 'province' and upper_inf(n.during)`.execute(db)
    return rows.map(({ name }) => name)
  })
  const file = { name: 'ba-muoi-nghin-dong.xlsx', bytes: await workbook(units) }
  const [whole, parse] = await inTurn(
    [
      { name: 'import', run: () => importAndForget(bench, file) },
      { name: 'parse', run: () => readSheets(file.bytes) },
    ],
    3,
  )
  const [ours, theirs] = [whole?.median ?? 0, parse?.median ?? 0]
  return [
    {
      people: bench.people,
      what: 'import of 30,000 rows',
      ours,
      theirs,
      against: 'parsing the file',
      ratio: ours / theirs,
      limit: 3,
    },
  ]
}

/** Rolled back at the end, so that every round meets the same records. */
async function importAndForget(
  { house, province, actor }: Bench,
  file: { name: string; bytes: Uint8Array },
) {
  const forgotten = new Error('rolled back')
  await enter(house, province, actor, 'command', async (ctx) => {
    const { accepted } = await commitImport(ctx, { file })
    if (accepted < ROWS * 0.9) throw new Error(`only ${accepted} of ${ROWS} rows were accepted`)
    throw forgotten
  }).catch((error) => {
    if (error !== forgotten) throw error
  })
}

export async function workbook(units: string[]): Promise<Uint8Array> {
  const draw = drawFrom(7)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = (from: number, to: number) =>
    `${two(draw.whole(1, 28))}/${two(draw.whole(1, 12))}/${draw.whole(from, to)}`
  const rows = Array.from({ length: ROWS }, (_, index) => [
    index + 1,
    `${draw.one(['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng'])} ${draw.one(['Văn', 'Thị', 'Đức', 'Minh'])} ${draw.one(['An', 'Bình', 'Cường', 'Dung', 'Hà', 'Lan', 'Sơn', 'Yến'])}`,
    day(1966, 2000),
    draw.one(['Nam', 'Nữ']),
    'Quảng Trạch, Quảng Bình',
    'Kinh',
    'Không',
    draw.one(units),
    'Chuyên viên',
    day(2010, 2023),
    'Công chức',
    day(2001, 2009),
    day(2005, 2015),
    draw.one(['ĐH', 'ThS', 'CĐ']),
    'Luật',
    'Chính quy',
    draw.one(['TC', 'CC', 'SC']),
    draw.one(['CV', 'CVC']),
    'B1',
    'CB',
    `04${String(2_000_000_000 + index).slice(0, 10)}`,
  ])
  return writeWorkbook([
    {
      name: 'Danh sách',
      title: ['Danh sách cán bộ, công chức'],
      columns: HEADINGS.map((header) => ({ header, width: 18 })),
      rows,
    },
  ])
}
