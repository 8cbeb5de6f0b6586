import { sql } from 'kysely'
import { expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { commitImport } from './imports.ts'
import { file, NAMES, type Row, sheet } from './lists-of-tests.ts'
import { previewImport } from './preview.ts'
import { cancelImport, importProgress } from './progress.ts'

const TICKET = 'a-ticket-drawn-at-random'

async function people({ db }: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from cadre`.execute(db)
  return rows[0]?.n ?? 0
}

test('sections name the units; a section that is no known unit keeps its people out', async ({
  ctx,
}) => {
  const seen = await previewImport(ctx, {
    file: await file(
      sheet('DS', NAMES, [
        ['I', 'SỞ Y TẾ', null, null, null],
        [1, 'Lục Văn Hai', '1/2/1980', 'Nam', 'PGĐ'],
        ['II', 'Huyện An Bình', null, null, null],
        ['1', 'Phòng Nội vụ', null, null, null],
        [1, 'Lục Thị Ba', '1/2/1981', 'Nữ', 'TP'],
        ['III', 'Xã Không Có', null, null, null],
        [1, 'Lục Văn Tư', '1/2/1982', 'Nam', 'Chủ tịch UBND'],
        ['Tổng cộng: 3 người', null, null, null, null],
      ]),
    ),
  })
  const units = seen.rows.map(({ values }) => values.find(({ field }) => field === 'unit')?.value)
  expect(units).toEqual(['Sở Y tế', 'Phòng Nội vụ', undefined])
  const posts = seen.rows.map(({ values }) => values.find(({ field }) => field === 'post')?.value)
  expect(posts).toEqual(['Phó Giám đốc', 'Trưởng phòng', 'Chủ tịch UBND'])
  const blocked = seen.problems.filter(({ severity }) => severity === 'blocks')
  expect(blocked.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
    '8 Không có đơn vị “Xã Không Có” trong cơ cấu tổ chức.',
  ])
})

test('a division is looked for where it stood on the day of the list', async ({ ctx }) => {
  await sql`update unit_parent set during = '[2000-01-01,2025-03-01)' where unit_id = ${UNITS.districtOffice.id}`.execute(
    ctx.db,
  )
  await sql`insert into unit_parent values (${UNITS.districtOffice.id}, ${UNITS.home.id}, '[2025-03-01,)')`.execute(
    ctx.db,
  )
  await sql`update unit_name set name = 'Phòng Nội vụ' where unit_id = ${UNITS.homeStaff.id}`.execute(
    ctx.db,
  )
  const rows: Row[] = [[1, 'Lục Văn Hai', '1/2/1980', 'Nam', 'Phòng Nội vụ']]
  const headings = [...NAMES.slice(0, 4), 'Đơn vị']
  const unitOn = async (day: string) => {
    const title = ['SỞ NỘI VỤ', `Tính đến ngày ${day}`]
    const seen = await previewImport(ctx, { file: await file(sheet('DS', headings, rows, title)) })
    return seen.problems.find(({ severity }) => severity === 'blocks')?.reason
  }
  expect(await unitOn('30/9/2024')).toBeUndefined()
  expect(await unitOn('30/9/2025')).toBe('Có 2 đơn vị cùng tên “Phòng Nội vụ”.')
})

test('one sheet a unit: tabs name the units, a summary is left out and said so', async ({
  ctx,
}) => {
  const workbook = await file(
    sheet('Tổng hợp', ['Đơn vị', 'Số người'], [['Xã An Hòa', 1]]),
    sheet('Xã An Hòa', NAMES, [[1, 'Lục Văn Hai', '1/2/1980', 'Nam', 'PCT UBND']]),
    sheet('Sở Y tế', NAMES, [[1, 'Lục Thị Ba', '1/2/1981', 'Nữ', 'Chuyên viên']]),
  )
  const seen = await previewImport(ctx, { file: workbook, show: 'Sở Y tế' })
  expect(seen.tables).toMatchObject([
    { name: 'Tổng hợp', read: false, readable: false, why: expect.stringMatching(/không có bảng/) },
    { name: 'Xã An Hòa', rows: 1, read: true, unit: 'Xã An Hòa' },
    { name: 'Sở Y tế', rows: 1, read: true, unit: 'Sở Y tế' },
  ])
  expect(seen.shown).toBe('Sở Y tế')
  expect(seen.problems.find(({ sheet }) => sheet === 'Tổng hợp')?.reason).toMatch(/không có bảng/)
  expect(await commitImport(ctx, { file: workbook, sheet: 'Xã An Hòa' })).toMatchObject({ read: 1 })
  await expect(previewImport(ctx, { file: workbook, sheet: 'Xã Khác' })).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('the office has the last word on columns, and the next list of that form knows it', async ({
  ctx,
}) => {
  const headings = ['TT', 'Họ và tên', 'Sinh ngày', 'Mục 7', 'Ghi chú']
  const rows: Row[] = [[1, 'Lục Văn Hai', '1/2/1980', 'Tày', 'mới']]
  const first = await file(sheet('DS', headings, rows))
  expect((await previewImport(ctx, { file: first })).columns[3]?.field).toBeNull()
  const mapping = { D: 'ethnicity' }
  await commitImport(ctx, { file: first, mapping, unitId: UNITS.health.id })
  const hai = await ctx.db
    .selectFrom('cadre')
    .selectAll()
    .where('full_name', '=', 'Lục Văn Hai')
    .execute()
  expect(hai).toMatchObject([{ ethnicity: '02', unit_id: UNITS.health.id }])
  const next = await file(sheet('DS', headings, [[1, 'Lục Thị Ba', '1/2/1981', 'Nùng', null]]))
  expect((await previewImport(ctx, { file: next })).columns[3]?.field).toBe('ethnicity')
  await expect(
    previewImport(ctx, { file: first, mapping: { D: 'no_such_field' } }),
  ).rejects.toMatchObject({ kind: 'invalid' })
})

test('what a form sends as text is understood', async ({ ctx }) => {
  const sent = await file(sheet('DS', NAMES, [[1, 'Lục Văn Hai', '1/2/1980', 'Nam', 'CV']]))
  const form = {
    file: sent,
    mapping: '{"E":null}',
    unitId: String(UNITS.health.id),
    dryRun: 'true',
  }
  const before = await people(ctx)
  expect(await commitImport(ctx, form)).toMatchObject({ accepted: 1, importId: null })
  expect(await people(ctx)).toBe(before)
})

test('a list without names, a broken file and a huge one change nothing', async ({ ctx }) => {
  const before = await people(ctx)
  const noNames = await file(sheet('DS', ['Đơn vị', 'Số người'], [['Sở Y tế', 3]]))
  const sent = [
    noNames,
    { ...noNames, bytes: noNames.bytes.slice(0, 700) },
    { ...noNames, bytes: new Uint8Array(100_000_000) },
  ]
  for (const file of sent) {
    await expect(commitImport(ctx, { file })).rejects.toMatchObject({ kind: 'invalid' })
  }
  expect(await people(ctx)).toBe(before)
})

test('two people of one name and one year in one unit must be told apart', async ({ ctx }) => {
  const rows: Row[] = [
    [1, 'Lục Văn Hai', '1980', 'Nam', 'CV'],
    [2, 'Lục Văn Hai', '1980', 'Nam', 'CV'],
  ]
  const { accepted, rejected } = await commitImport(ctx, {
    file: await file(sheet('Sở Y tế', NAMES, rows)),
  })
  expect(accepted).toBe(1)
  expect(rejected).toMatchObject([{ cell: 'B3', reason: 'Trùng người với dòng 2 (Sở Y tế).' }])
})

test('a waiting clerk sees how far it is, and may stop it before anything is written', async ({
  ctx,
}) => {
  const rows: Row[] = Array.from({ length: 600 }, (_, i) => [
    i,
    `Lục Văn Hai ${'IVX'[i % 3]}`,
    `${1 + (i % 28)}/${1 + (i % 12)}/${1960 + (i % 40)}`,
    'Nam',
    'CV',
  ])
  const before = await people(ctx)
  const running = commitImport(ctx, {
    file: await file(sheet('Sở Y tế', NAMES, rows)),
    ticket: TICKET,
  })
  const stopped = expect(running).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(/Đã dừng/),
  })
  await expect.poll(() => importProgress(TICKET)).toMatchObject({ stage: 'opening' })
  expect(cancelImport(TICKET)).toEqual({ stopped: true })
  await stopped
  expect(await people(ctx)).toBe(before)
})

test('a unit officer may not import', async ({ as }) => {
  const officer = await as({ role: 'unit_officer' })
  const sent = await file(sheet('DS', NAMES, []))
  await expect(commitImport(officer, { file: sent })).rejects.toMatchObject({ kind: 'forbidden' })
})
