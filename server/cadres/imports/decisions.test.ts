import { expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { importAliases, removeImportAlias } from './aliases.ts'
import { commitImport } from './imports.ts'
import { everything, file, HEADINGS, list, type Row, sheet } from './lists-of-tests.ts'
import { previewImport } from './preview.ts'
import { undoImport } from './undo.ts'

const UNKNOWN: Row = [
  1,
  'Vy Thị Sao',
  '2/3/1988',
  'Nữ',
  'Tayy',
  'Sở NV tỉnh nhà',
  'PGĐ',
  'ĐH',
  null,
]
const DECISIONS = [
  { field: 'unit', text: 'Sở NV tỉnh nhà', to: String(UNITS.home.id) },
  { field: 'ethnicity', text: 'Tayy', to: 'Tày' },
]

test('a problem offers what the value could have meant, nearest first', async ({ ctx }) => {
  const { problems } = await previewImport(ctx, { file: await list(UNKNOWN) })
  const unit = problems.find(({ asks }) => asks?.field === 'unit')
  expect(unit).toMatchObject({ severity: 'blocks', asks: { text: 'Sở NV tỉnh nhà' } })
  expect(unit?.options?.map(({ label }) => label)).toContain('Sở Nội vụ')
  expect(unit?.options?.at(-1)?.to).toBe('new')
  const people = problems.find(({ asks }) => asks?.field === 'ethnicity')
  expect(people?.options?.[0]).toEqual({ to: 'Tày', label: 'Tày' })
  expect(people?.options?.at(-1)).toEqual({ to: null, label: 'Để trống ô này' })
})

test('what was decided is planned at once, written with the list, and known next time', async ({
  ctx,
}) => {
  const before = await everything(ctx)
  const first = await list(UNKNOWN)
  const seen = await previewImport(ctx, { file: first, decisions: DECISIONS })
  expect(seen.counts).toMatchObject({ ready: 1, blocked: 0 })
  expect(await everything(ctx)).toEqual(before)
  const { importId } = await commitImport(ctx, { file: first, decisions: DECISIONS })
  expect(await importAliases(ctx, {})).toMatchObject([
    { field: 'Dân tộc', written: 'Tayy', means: 'Tày', by: 'officer', on: ctx.today },
    { field: 'Đơn vị công tác', written: 'Sở NV tỉnh nhà', means: 'Sở Nội vụ' },
  ])
  const next = await list([
    2,
    'Vy Văn Trăng',
    '3/4/1989',
    'Nam',
    'TAYY',
    'Sở NV tỉnh nhà',
    'CV',
    'ĐH',
    null,
  ])
  const again = await previewImport(ctx, { file: next })
  expect(again.counts).toMatchObject({ ready: 1 })
  expect(again.aliases.map(({ written }) => written).toSorted()).toEqual(['Sở NV tỉnh nhà', 'Tayy'])
  expect(again.rows[0]?.values.find(({ field }) => field === 'ethnicity')?.note).toMatch(
    /“Tayy” hiểu theo quyết định ngày 31\/10\/2024 của officer/,
  )
  await undoImport(ctx, { importId: importId ?? 0 })
  expect(await everything(ctx)).toEqual(before)
})

test('an alias is removed once, and then the value is a riddle again', async ({ ctx }) => {
  await commitImport(ctx, { file: await list(UNKNOWN), decisions: DECISIONS })
  const [alias] = await importAliases(ctx, {})
  await removeImportAlias(ctx, { aliasId: alias?.id ?? 0 })
  await expect(removeImportAlias(ctx, { aliasId: alias?.id ?? 0 })).rejects.toMatchObject({
    kind: 'not_found',
  })
  const { problems } = await previewImport(ctx, { file: await list(UNKNOWN) })
  expect(problems.some(({ asks }) => asks?.field === 'ethnicity')).toBe(true)
  expect(problems.some(({ asks }) => asks?.field === 'unit')).toBe(false)
})

test('a cell left out is blank, and what need not be kept is not kept', async ({ ctx }) => {
  const row: Row = [1, 'Vy Thị Sao', '31/02/1988', 'Nữ', 'Tày', 'Sở Nội vụ', 'PGĐ', 'ĐH', null]
  const decisions = [{ field: 'birth_date', text: '31/02/1988', to: null, remember: false }]
  const answer = await commitImport(ctx, { file: await list(row), decisions })
  expect(answer).toMatchObject({ accepted: 1, rejected: [] })
  expect(await importAliases(ctx, {})).toEqual([])
})

test('a new unit is written only when somebody said it is new', async ({ ctx }) => {
  const row: Row = [1, 'Vy Thị Sao', '2/3/1988', 'Nữ', 'Tày', 'Sở Du lịch', 'CV', 'ĐH', null]
  const decisions = [{ field: 'unit', text: 'Sở Du lịch', to: 'new' }]
  expect(await commitImport(ctx, { file: await list(row) })).toMatchObject({ accepted: 0 })
  expect(await commitImport(ctx, { file: await list(row), decisions })).toMatchObject({
    accepted: 1,
    newUnits: ['Sở Du lịch'],
  })
})

test('whose record it is can be decided for one row: this one, or a person not on record', async ({
  ctx,
}) => {
  for (const id of [PEOPLE.dung, PEOPLE.lan]) {
    const same = {
      full_name: 'Đặng Dũng',
      name_search: 'dang dung',
      born_on: null,
      born_precision: null,
    }
    await ctx.db
      .updateTable('cadre')
      .set({ ...same, sex: 'male' })
      .where('id', '=', id)
      .execute()
  }
  const row: Row = [
    1,
    'Đặng Dũng',
    null,
    'Nam',
    'Nùng',
    'Phòng Công chức',
    'Chuyên viên',
    'ĐH',
    null,
  ]
  const twins = await list(row)
  const { problems } = await previewImport(ctx, { file: twins })
  const who = problems.find(({ asks }) => asks?.field === 'full_name')
  expect(who?.options?.map(({ to }) => to)).toEqual(['TN-000004', 'TN-000005', 'new'])
  const decide = (to: string) => ({
    file: twins,
    decisions: [{ field: 'full_name', text: 'Đặng Dũng', to, at: who?.asks?.at ?? '' }],
  })
  const seen = await previewImport(ctx, decide('TN-000005'))
  expect(seen.rows[0]).toMatchObject({ recordNo: 'TN-000005' })
  expect((await previewImport(ctx, decide('new'))).rows[0]).toMatchObject({ outcome: 'create' })
})

test('text of an old encoding is shown converted and written only after a word', async ({
  ctx,
}) => {
  const old = await file(
    sheet(
      'DS',
      ['TT', 'Hä vµ tªn', 'Ngµy sinh', 'D©n téc', '§¬n vÞ', 'Chøc vô'],
      [
        [1, 'NguyÔn V¨n ThuËn', '5/6/1980', 'Tµy', 'Së Néi vô', 'Chuyªn viªn'],
        [2, 'Hoµng ThÞ Nh­', '7/8/1985', 'Nïng', 'Së Y tÕ', 'Chuyªn viªn'],
      ],
    ),
  )
  const seen = await previewImport(ctx, { file: old })
  expect(seen.oldText).toMatchObject({ code: 'tcvn3', confirmed: false })
  expect(seen.rows[0]?.values[0]?.value).toBe('Nguyễn Văn Thuận')
  const before = await everything(ctx)
  await expect(commitImport(ctx, { file: old })).rejects.toMatchObject({ kind: 'conflict' })
  expect(await everything(ctx)).toEqual(before)
  expect(await commitImport(ctx, { file: old, oldText: 'tcvn3' })).toMatchObject({ accepted: 2 })
})

test('letters of other alphabets are put right and told', async ({ ctx }) => {
  const row: Row = [1, 'Ðỗ Thị Нà', '2/3/1988', 'Nữ', 'Tày', 'Sở Nội vụ', 'CV', 'ĐH', null]
  const seen = await previewImport(ctx, { file: await list(row) })
  expect(seen.rows[0]?.values[0]?.value).toBe('Đỗ Thị Hà')
  expect(seen.problems.find(({ reason }) => /bảng chữ khác/.test(reason))).toMatchObject({
    severity: 'reminds',
  })
})

test('decisions are refused when they make no sense', async ({ ctx }) => {
  const decisions = [{ field: 'unit', text: 'Sở Nội vụ', to: 5 }] as never
  await expect(previewImport(ctx, { file: await list(UNKNOWN), decisions })).rejects.toMatchObject({
    kind: 'invalid',
  })
  expect(HEADINGS).toHaveLength(9)
})
