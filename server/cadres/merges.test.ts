import { expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { duplicatePair } from './duplicate-pair.ts'
import { duplicates, sayDistinct } from './duplicates.ts'
import { cadreFile } from './file.ts'
import { commitImport } from './imports/imports.ts'
import { everything, list } from './imports/lists-of-tests.ts'
import { undoImport } from './imports/undo.ts'
import { merges } from './merge-list.ts'
import { mergeRecords, undoMerge } from './merges.ts'

const REASON = 'Một người, lập hai hồ sơ khi điều động'

/** A second record of Đặng Dũng, as another unit's list would have made it. */
async function secondRecord(ctx: Context): Promise<{ id: number; importId: number }> {
  const row = [1, 'Đặng Dũng', '30/11/1991', 'Nam', 'Tày', 'Sở Y tế', 'Chuyên viên', 'ThS', null]
  const { importId } = await commitImport(ctx, { file: await list(row) })
  const { id } = await ctx.db
    .selectFrom('cadre')
    .select('id')
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
  const born = { born_on: '1990-11-30', other_names: 'Dũng Em' }
  await ctx.db.updateTable('cadre').set(born).where('id', '=', id).execute()
  const party = { joined_on: '2015-02-03', official_on: '2016-02-03' }
  await ctx.db
    .insertInto('party_membership')
    .values({ cadre_id: id, ...party })
    .execute()
  for (const [cadre_id, level] of [
    [id, 'good'],
    [PEOPLE.dung, 'excellent'],
  ] as const)
    await ctx.db.insertInto('rating').values({ cadre_id, year: 2022, level }).execute()
  return { id, importId: importId ?? 0 }
}

const merge = (ctx: Context, goneId: number, more: object = {}) =>
  mergeRecords(ctx, { keepId: PEOPLE.dung, goneId, reason: REASON, ...more })

test('two records of one person are found, with what speaks for it and against', async ({
  ctx,
}) => {
  expect((await duplicates(ctx, {})).pairs).toEqual([])
  const { id } = await secondRecord(ctx)
  const { pairs } = await duplicates(ctx, {})
  expect(pairs).toHaveLength(1)
  expect(pairs[0]).toMatchObject({
    one: { id: PEOPLE.dung, born: '30/11/1990' },
    other: { id },
    score: 60,
    reasons: [{ label: 'cùng họ tên' }, { label: 'cùng ngày sinh' }],
  })
  const { fields, rows } = await duplicatePair(ctx, { oneId: id, otherId: PEOPLE.dung })
  expect(fields.find(({ field }) => field === 'identity.ethnicity')).toMatchObject({
    one: 'Kinh',
    other: 'Tày',
  })
  expect(rows.find(({ label }) => /Xếp loại|xếp loại/.test(label))).toMatchObject({
    one: 1,
    other: 1,
  })
})

test('a different birth date or sex speaks against; unknown dates neither way', async ({ ctx }) => {
  const { id } = await secondRecord(ctx)
  await ctx.db.updateTable('cadre').set({ born_on: '1991-01-05' }).where('id', '=', id).execute()
  expect((await duplicates(ctx, {})).pairs).toEqual([])
})

test('who was said to be two people is not asked about again', async ({ ctx }) => {
  const { id } = await secondRecord(ctx)
  await sayDistinct(ctx, { oneId: id, otherId: PEOPLE.dung })
  await sayDistinct(ctx, { oneId: PEOPLE.dung, otherId: id })
  expect((await duplicates(ctx, {})).total).toBe(0)
  await expect(sayDistinct(ctx, { oneId: id, otherId: 999 })).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('merged: fields as chosen, all rows follow, what cannot is kept aside, and undo restores all', async ({
  ctx,
}) => {
  const { id, importId } = await secondRecord(ctx)
  const before = await everything(ctx)
  const tried = await merge(ctx, id, { dryRun: true })
  expect(tried).toMatchObject({ mergeId: null })
  expect(await everything(ctx)).toEqual(before)

  const done = await merge(ctx, id, { take: ['identity.ethnicity'] })
  expect(done.leftOut.some(({ row }) => row.year === 2022 && row.level === 'good')).toBe(true)
  const kept = await ctx.db
    .selectFrom('cadre')
    .innerJoin('party_membership', 'cadre_id', 'cadre.id')
    .select(['ethnicity', 'other_names', 'joined_on', 'record_no'])
    .where('cadre.id', '=', PEOPLE.dung)
    .execute()
  expect(kept).toEqual([
    { ethnicity: '02', other_names: 'Dũng Em', joined_on: '2015-02-03', record_no: 'TN-000005' },
  ])
  expect(await merges(ctx, {})).toMatchObject([{ goneRecordNo: 'TN-000013', undone: false }])
  await expect(cadreFile(ctx, { id, asOf: ctx.today })).rejects.toMatchObject({
    message: expect.stringMatching(/TN-000013 đã gộp vào hồ sơ TN-000005/),
  })
  await expect(undoImport(ctx, { importId })).rejects.toMatchObject({ kind: 'conflict' })
  const mergeId = done.mergeId ?? 0
  await undoMerge(ctx, { mergeId })
  const { cadre_merge: _, ...after } = await everything(ctx)
  const { cadre_merge: __, ...untouched } = before
  expect(after).toEqual(untouched)
  await expect(undoMerge(ctx, { mergeId })).rejects.toMatchObject({ kind: 'conflict' })
})

test('a number of a merged record is not given again', async ({ ctx }) => {
  const { id } = await secondRecord(ctx)
  await merge(ctx, id)
  const row = [1, 'Vy Thị Sao', '2/3/1988', 'Nữ', 'Tày', 'Sở Y tế', 'Chuyên viên', 'ĐH', null]
  const { importId } = await commitImport(ctx, { file: await list(row) })
  const created = ctx.db.selectFrom('cadre').select('record_no').where('import_id', '=', importId)
  expect(await created.executeTakeFirst()).toEqual({ record_no: 'TN-000014' })
})

test('undo is refused once the kept record was changed or a moved row is gone', async ({ ctx }) => {
  const { id } = await secondRecord(ctx)
  const { mergeId } = await merge(ctx, id, { take: ['identity.ethnicity'] })
  const dung = ctx.db.updateTable('cadre').where('id', '=', PEOPLE.dung)
  await dung.set({ ethnicity: '03' }).execute()
  const undo = () => undoMerge(ctx, { mergeId: mergeId ?? 0 })
  await expect(undo()).rejects.toMatchObject({ kind: 'conflict' })
  await dung.set({ ethnicity: '02' }).execute()
  await ctx.db.deleteFrom('party_membership').where('cadre_id', '=', PEOPLE.dung).execute()
  await expect(undo()).rejects.toMatchObject({ message: expect.stringMatching(/Đảng viên/) })
})

test('refused: the same record twice, no reason, a record already merged, no right', async ({
  ctx,
  as,
}) => {
  const { id } = await secondRecord(ctx)
  await expect(merge(ctx, PEOPLE.dung)).rejects.toMatchObject({ kind: 'invalid' })
  await expect(merge(ctx, id, { reason: 'trùng' })).rejects.toMatchObject({ kind: 'invalid' })
  await merge(ctx, id)
  await expect(merge(ctx, id)).rejects.toMatchObject({ kind: 'not_found' })
  const inspector = await as({ role: 'inspector' })
  await expect(merge(inspector, id)).rejects.toMatchObject({ kind: 'forbidden' })
})
