import { sql } from 'kysely'
import { expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { commitImport } from './imports.ts'
import { everything, file, list, type Row, sheet } from './lists-of-tests.ts'
import { previewImport } from './preview.ts'
import { undoImport } from './undo.ts'

const DUNG: Row = [
  1,
  'Đặng Dũng',
  '30/11/1990',
  'Nam',
  'Tày',
  'Phòng Công chức',
  'Chuyên viên',
  null,
  null,
]

test('differences are laid side by side and nothing is overwritten unasked', async ({ ctx }) => {
  const { differences } = await previewImport(ctx, { file: await list(DUNG) })
  expect(differences).toEqual([
    {
      key: 'Danh sách!5/ethnicity',
      sheet: 'Danh sách',
      row: 5,
      cell: 'E5',
      fullName: 'Đặng Dũng',
      recordNo: 'TN-000005',
      field: 'ethnicity',
      label: 'Dân tộc',
      recorded: 'Kinh',
      listed: 'Tày',
      updatable: true,
      accepted: false,
    },
  ])
  expect(await commitImport(ctx, { file: await list(DUNG) })).toMatchObject({ updated: 0 })
})

const ASKED = [
  ['all', { all: true }],
  ['by column', { fields: ['ethnicity'] }],
  ['one by one', { only: ['Danh sách!5/ethnicity'] }],
] as const

test.for(ASKED)(
  '%s: the list overwrites, the former value is kept, undo brings it back',
  async ([, updates], { ctx }) => {
    const before = await everything(ctx)
    const sent = { file: await list(DUNG), updates: { fields: [], only: [], ...updates } as never }
    const answer = await commitImport(ctx, sent)
    expect(answer).toMatchObject({ accepted: 1, updated: 1 })
    const cadre = ctx.db.selectFrom('cadre').select('ethnicity').where('id', '=', PEOPLE.dung)
    expect(await cadre.executeTakeFirst()).toEqual({ ethnicity: '02' })
    const [change] = await ctx.db
      .selectFrom('record_change')
      .select(['section', 'act', 'before', 'after', 'reason'])
      .execute()
    expect(change).toMatchObject({
      section: 'identity',
      act: 'correct',
      before: expect.objectContaining({ ethnicity: '01' }),
      after: expect.objectContaining({ ethnicity: '02' }),
      reason: `Cập nhật theo “danh-sach.xlsx”, Danh sách!E5 (lần nhập số ${answer.importId})`,
    })
    expect(await commitImport(ctx, sent)).toMatchObject({ accepted: 0, importId: null })
    await undoImport(ctx, { importId: answer.importId ?? 0 })
    expect(await everything(ctx)).toEqual(before)
  },
)

test('one difference can be left out of all', async ({ ctx }) => {
  const updates = { all: true, except: ['Danh sách!5/ethnicity'] }
  expect(await commitImport(ctx, { file: await list(DUNG), updates })).toMatchObject({ updated: 0 })
})

test('dated facts end and begin anew, ratings are corrected, degrees are added', async ({
  ctx,
}) => {
  await ctx.db
    .insertInto('grade_holding')
    .values({ cadre_id: PEOPLE.binh, grade_code: '01.003', step: 3, during: '[2018-01-01,)' })
    .execute()
  const { id: ratingId } = await ctx.db
    .insertInto('rating')
    .values({ cadre_id: PEOPLE.binh, year: 2019, level: 'good' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { full_name } = await ctx.db
    .selectFrom('cadre')
    .select('full_name')
    .where('id', '=', PEOPLE.binh)
    .executeTakeFirstOrThrow()
  const headings = ['TT', 'Họ và tên', 'Đơn vị', 'Ngạch', 'Xếp loại 2019', 'Trình độ chuyên môn']
  const rows: Row[] = [[1, full_name, 'Sở Nội vụ', '01.002', 'HTXSNV', 'TS']]
  const title = ['DANH SÁCH', 'Tính đến ngày 30/9/2024']
  const sent = { file: await file(sheet('DS', headings, rows, title)), updates: { all: true } }
  const before = await everything(ctx)
  const { updated, importId } = await commitImport(ctx, sent)
  expect(updated).toBe(3)
  const pay = await ctx.db
    .selectFrom('grade_holding')
    .select(['grade_code', 'during'])
    .where('cadre_id', '=', PEOPLE.binh)
    .orderBy('id')
    .execute()
  expect(pay).toEqual([
    { grade_code: '01.003', during: '[2018-01-01,2024-09-30)' },
    { grade_code: '01.002', during: '[2024-09-30,)' },
  ])
  const rating = ctx.db.selectFrom('rating').select('level').where('id', '=', ratingId)
  expect(await rating.executeTakeFirst()).toEqual({ level: 'excellent' })
  await undoImport(ctx, { importId: importId ?? 0 })
  expect(await everything(ctx)).toEqual(before)
})

test('a percent beyond the frame is kept with the step it is held at', async ({ ctx }) => {
  const headings = ['TT', 'Họ và tên', 'Đơn vị', 'Ngạch', 'Bậc', 'Hệ số']
  const rows: Row[] = [[1, 'Vy Thị Sao', 'Sở Nội vụ', '01.003', '9/9', '4,98 + 6%']]
  const sent = { file: await file(sheet('DS', headings, rows)) }
  const { importId } = await commitImport(ctx, sent)
  const { rows: pay } = await sql`select coefficient, beyond_frame_percent from grade_holding
    join cadre c on c.id = cadre_id where c.import_id = ${importId}`.execute(ctx.db)
  expect(pay).toEqual([{ coefficient: 4.98, beyond_frame_percent: 6 }])
})

test('an undo waits when somebody changed the same fact afterwards', async ({ ctx }) => {
  const { importId } = await commitImport(ctx, { file: await list(DUNG), updates: { all: true } })
  await ctx.db.updateTable('cadre').set({ ethnicity: '03' }).where('id', '=', PEOPLE.dung).execute()
  await expect(undoImport(ctx, { importId: importId ?? 0 })).rejects.toMatchObject({
    kind: 'conflict',
  })
})
