import { sql } from 'kysely'
import { expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { commitImport, importFile, imports } from './imports.ts'
import { everything, list } from './lists-of-tests.ts'
import { previewImport } from './preview.ts'
import { undoImport } from './undo.ts'

const newcomers = () =>
  list(
    [
      1,
      'Lương Thị Nga',
      '15/8/1984',
      'Nữ',
      'Tày',
      'Sở Nội vụ',
      'Phó Giám đốc',
      'ThS',
      '013184000001',
    ],
    [2, 'HÀ VĂN TOÀN', '1990', 'Nam', 'Nùng', 'Phòng Công chức', 'Chuyên viên', 'ĐH', null],
    [3, 'Đỗ Thị Mơ', '31/02/1987', 'Nữ', 'Kinh', 'Sở Y tế', 'Chuyên viên', 'CĐ', null],
  )

test('a preview says cell by cell what would be written and writes nothing', async ({ ctx }) => {
  const before = await everything(ctx)
  const seen = await previewImport(ctx, { file: await newcomers() })
  expect(seen.columns.map(({ field }) => field)).toEqual([
    'ordinal',
    'full_name',
    'birth_date',
    'sex',
    'ethnicity',
    'unit',
    'post',
    'degree',
    'national_id',
  ])
  expect(seen.counts).toMatchObject({ read: 3, ready: 2, blocked: 1 })
  expect(seen.problems[0]).toMatchObject({
    sheet: 'Danh sách',
    cell: 'C7',
    value: '31/02/1987',
    severity: 'blocks',
  })
  expect(seen.rows[0]?.values).toContainEqual({
    field: 'degree',
    label: 'Trình độ chuyên môn cao nhất',
    value: 'Thạc sĩ',
    cell: 'H5',
    state: 'ok',
  })
  expect(await everything(ctx)).toEqual(before)
})

test('a list is written in one go, and importing it again changes nothing', async ({ ctx }) => {
  const file = await newcomers()
  const first = await commitImport(ctx, { file })
  expect(first).toMatchObject({ read: 3, accepted: 2, unchanged: 0 })
  expect(first.rejected.map(({ cell }) => cell)).toEqual(['C7'])
  const nga = await ctx.db
    .selectFrom('cadre')
    .selectAll()
    .where('full_name', '=', 'Lương Thị Nga')
    .executeTakeFirstOrThrow()
  expect(nga).toMatchObject({
    record_no: 'TN-000013',
    sex: 'female',
    born_on: '1984-08-15',
    born_precision: 'day',
    ethnicity: '02',
    unit_id: UNITS.home.id,
    import_id: first.importId,
  })
  const [tenure] = await ctx.db
    .selectFrom('tenure')
    .select(['title', 'post_id', 'seat_no', 'during'])
    .where('cadre_id', '=', nga.id)
    .execute()
  expect(tenure).toEqual({ title: 'Phó Giám đốc', post_id: 2, seat_no: 3, during: '[2024-09-30,)' })
  const before = await everything(ctx)
  expect(await commitImport(ctx, { file })).toMatchObject({
    read: 3,
    accepted: 0,
    unchanged: 2,
    importId: null,
  })
  expect(await everything(ctx)).toEqual(before)
})

test('a dry run tells the same and writes nothing', async ({ ctx }) => {
  const file = await newcomers()
  const before = await everything(ctx)
  const dry = await commitImport(ctx, { file, dryRun: true })
  expect(await everything(ctx)).toEqual(before)
  const { importId, ...real } = await commitImport(ctx, { file })
  expect({ ...dry, importId }).toEqual({ ...real, importId })
})

test('known people are completed, never overwritten, and undo leaves all as before', async ({
  ctx,
}) => {
  const before = await everything(ctx)
  const file = await list(
    [
      1,
      'Đặng Dũng',
      '30/11/1990',
      'Nam',
      'Tày',
      'Phòng Công chức',
      'Chuyên viên',
      'ĐH',
      '013090000005',
    ],
    [2, 'Lương Thị Nga', '15/8/1984', 'Nữ', 'Tày', 'Sở Nội vụ', 'Phó Giám đốc', 'ThS', null],
  )
  const { accepted, warnings, importId } = await commitImport(ctx, { file })
  expect(accepted).toBe(2)
  expect(warnings.find(({ cell }) => cell === 'E5')?.reason).toBe(
    'Hồ sơ TN-000005 ghi “Kinh”, danh sách ghi “Tày”; hồ sơ được giữ nguyên.',
  )
  const dung = await ctx.db
    .selectFrom('cadre')
    .innerJoin('cadre_private', 'cadre_id', 'cadre.id')
    .innerJoin('qualification', 'qualification.cadre_id', 'cadre.id')
    .select(['ethnicity', 'national_id', 'level'])
    .where('cadre.id', '=', 5)
    .execute()
  expect(dung).toEqual([{ ethnicity: '01', national_id: '013090000005', level: 'university' }])
  expect(await undoImport(ctx, { importId: importId ?? 0 })).toEqual({ removed: 1 })
  expect(await everything(ctx)).toEqual(before)
  await expect(undoImport(ctx, { importId: importId ?? 0 })).rejects.toMatchObject({
    kind: 'conflict',
  })
})

test('undo is refused when something was added to a new person later', async ({ ctx }) => {
  const { importId } = await commitImport(ctx, { file: await newcomers() })
  await sql`insert into rating (cadre_id, year, level) select id, 2023, 'good' from cadre where full_name = 'Hà Văn Toàn'`.execute(
    ctx.db,
  )
  await expect(undoImport(ctx, { importId: importId ?? 0 })).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(/TN-000014 \(Hà Văn Toàn\): xếp loại/),
  })
})

test('the history tells who imported what, and gives the original back', async ({ ctx }) => {
  const file = await newcomers()
  const { importId } = await commitImport(ctx, { file })
  const [last] = await imports(ctx, {})
  expect(last).toMatchObject({
    id: importId,
    fileName: 'danh-sach.xlsx',
    by: 'officer',
    accepted: 2,
    rejected: 1,
    undoneAt: null,
  })
  const original = await importFile(ctx, { importId: importId ?? 0 })
  expect(Buffer.compare(Buffer.from(original.bytes), Buffer.from(file.bytes))).toBe(0)
})
