import { expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import type { Sheet } from '#server/office/workbook.ts'
import { test } from '#server/testing.ts'
import { meaningsOf } from './decisions.ts'
import { commitImport } from './imports.ts'
import { everything, file, NAMES, type Row, sheet } from './lists-of-tests.ts'
import { previewImport } from './preview.ts'
import { findListings } from './tables.ts'
import { undoImport } from './undo.ts'

const hai: Row = [1, 'Lục Văn Hai', '1/2/1980', 'Nam', 'Chuyên viên']
const ba: Row = [1, 'Lục Thị Ba', '1/2/1981', 'Nữ', 'Chuyên viên']
const tu: Row = [1, 'Lục Văn Tư', '1/2/1982', 'Nam', 'Chuyên viên']
const line = (text: string): Row => [text, null, null, null, null]
const blank: Row = [null, null, null, null, null]

/** One sheet as offices keep it: title, table, total, signature, and the next list below. */
const twoLists = () =>
  file(
    sheet(
      'DS',
      NAMES,
      [
        hai,
        line('Tổng cộng: 1 người'),
        blank,
        ['NGƯỜI LẬP BIỂU', null, null, 'GIÁM ĐỐC SỞ NỘI VỤ', null],
        blank,
        line('DANH SÁCH CÁN BỘ, CÔNG CHỨC SỞ Y TẾ'),
        ['TT', 'Họ và tên', 'Năm sinh', 'Giới tính', 'Chức vụ'],
        ba,
        line('Tổng cộng: 2 người'),
      ],
      ['DANH SÁCH CÁN BỘ HUYỆN AN BÌNH', 'Tính đến ngày 30/9/2024'],
    ),
  )

const unitsOf = ({ rows }: Awaited<ReturnType<typeof previewImport>>) =>
  rows.map(({ values }) => values.find(({ field }) => field === 'unit')?.value)

test('a second header begins a further table, of the unit its own title names', async ({ ctx }) => {
  const seen = await previewImport(ctx, { file: await twoLists() })
  expect(seen.tables).toMatchObject([
    { name: 'DS', headerRow: 4, rows: 1, read: true, unit: 'Huyện An Bình' },
    { name: 'DS!11', headerRow: 11, rows: 1, read: true, unit: 'Sở Y tế' },
  ])
  expect(seen.counts).toMatchObject({ read: 2, ready: 2 })
  expect(unitsOf(seen)).toEqual(['Huyện An Bình'])
  const below = await previewImport(ctx, { file: await twoLists(), show: 'DS!11' })
  expect(unitsOf(below)).toEqual(['Sở Y tế'])
  const reasons = below.problems.map(({ cell, reason }) => `${cell} ${reason}`)
  expect(reasons).toContain('A13 Dòng tổng ghi 2 người, đọc được 1 người.')
  expect(reasons.some((reason) => /30\/09\/2024/.test(reason))).toBe(true)
})

test('a header printed again on each page continues its list', async ({ ctx }) => {
  const seen = await previewImport(ctx, {
    file: await file(sheet('Sở Y tế', NAMES, [hai, blank, NAMES, ba, NAMES, tu])),
  })
  expect(seen.tables).toMatchObject([{ name: 'Sở Y tế', rows: 3 }])
  expect(seen.counts).toMatchObject({ read: 3, ready: 3 })
})

test('a further list without a unit of its own is of the sheet; one of a stranger is not', async ({
  ctx,
}) => {
  const rows = [hai, line('II. VIÊN CHỨC'), NAMES, ba, line('XÃ KHÔNG CÓ'), NAMES, tu]
  const seen = await previewImport(ctx, { file: await file(sheet('Sở Y tế', NAMES, rows)) })
  expect(seen.tables.map(({ unit }) => unit)).toEqual(['Sở Y tế', 'Sở Y tế', null])
  const blocked = seen.problems.filter(({ severity }) => severity === 'blocks')
  expect(blocked.map(({ row }) => row)).toEqual([8])
})

test('the officer ticks tables and names their unit; the same file starts from that choice', async ({
  ctx,
}) => {
  const before = await everything(ctx)
  const sent = await twoLists()
  const tables = JSON.stringify([
    { table: 'DS', read: false, unitId: null },
    { table: 'DS!11', read: true, unitId: UNITS.homeStaff.id },
  ])
  const { accepted, importId } = await commitImport(ctx, { file: sent, tables })
  expect(accepted).toBe(1)
  const written = await ctx.db
    .selectFrom('cadre')
    .select(['full_name', 'unit_id'])
    .where('import_id', '=', importId)
    .execute()
  expect(written).toEqual([{ full_name: 'Lục Thị Ba', unit_id: UNITS.homeStaff.id }])
  const stored = await everything(ctx)
  expect(await commitImport(ctx, { file: sent })).toMatchObject({ read: 1, accepted: 0 })
  expect(await everything(ctx)).toEqual(stored)
  const again = await previewImport(ctx, { file: sent })
  expect(again.tables).toMatchObject([
    { read: false, why: 'Không được chọn để nhập.' },
    { read: true, unitId: UNITS.homeStaff.id },
  ])
  await undoImport(ctx, { importId: importId ?? 0 })
  expect(await everything(ctx)).toEqual(before)
})

test('the mapping of one table is kept apart from that of another form', async ({ ctx }) => {
  const other = ['TT', 'Họ và tên', 'Mục 7', 'Giới tính', 'Ngày sinh']
  const row: Row = [1, 'Lục Văn Tư', 'Nùng', 'Nam', '1/2/1982']
  const sent = await file(sheet('Sở Y tế', NAMES, [hai, line('II. VIÊN CHỨC'), other, row]))
  const mapping = { 'Sở Y tế!4!C': 'ethnicity' }
  const seen = await previewImport(ctx, { file: sent, mapping, show: 'Sở Y tế!4' })
  expect(seen.columns.find(({ column }) => column === 'C')?.field).toBe('ethnicity')
  const first = await previewImport(ctx, { file: sent, mapping })
  expect(first.columns.find(({ column }) => column === 'C')?.field).toBe('birth_date')
})

test('no table, or one that is not in the file, is refused in words', async ({ ctx }) => {
  const sent = await twoLists()
  const none = [
    { table: 'DS', read: false },
    { table: 'DS!11', read: false },
  ]
  await expect(previewImport(ctx, { file: sent, tables: none })).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringMatching(/Chưa bảng nào được chọn/),
  })
  const strange = [{ table: 'DS!99' }]
  await expect(previewImport(ctx, { file: sent, tables: strange })).rejects.toMatchObject({
    kind: 'not_found',
  })
  const nowhere = [{ table: 'DS', unitId: 9999 }]
  await expect(previewImport(ctx, { file: sent, tables: nowhere })).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('hidden, empty and other lists say why they are left out, and can be asked for', () => {
  const of = (name: string, rows: Row[], hidden = false): Sheet => ({
    name,
    hidden,
    rows,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    since1904: false,
  })
  const children = [
    ['TT', 'Họ và tên', 'Năm sinh', 'Quan hệ', 'Con của', 'Trường'],
    [1, 'Lục Thị Năm', 2010, 'Con', 'Lục Văn Hai', 'Trường tiểu học'],
  ]
  const sheets = [
    of('Sở Y tế', [NAMES, hai]),
    of('Ẩn', [NAMES, ba], true),
    of('Trống', []),
    of('Con', children),
  ]
  const seen = findListings(sheets, {}, '2024-10-31', meaningsOf([]))
  expect(seen.found.map(({ name, read, why }) => [name, read, why])).toEqual([
    ['Sở Y tế', true, null],
    ['Ẩn', false, 'Trang tính đang ẩn nên không được đọc.'],
    ['Trống', false, 'Trang tính trống.'],
    ['Con', false, 'Tiêu đề khác với bảng đầu tiên nên chưa được đọc.'],
  ])
  expect(seen.problems.map(({ sheet }) => sheet)).toEqual(['Ẩn', 'Con'])
  const tables = [{ table: 'Ẩn', read: true }]
  const asked = findListings(sheets, { tables }, '2024-10-31', meaningsOf([]))
  expect(asked.listings.map(({ name }) => name)).toEqual(['Sở Y tế', 'Ẩn'])
})
