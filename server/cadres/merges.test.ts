import { sql } from 'kysely'
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

test('scans, history and declarations of a fact without a number of its own follow it, and back', async ({
  ctx,
}) => {
  const { id: goneId } = await secondRecord(ctx)
  const { rows } = await sql<{ id: number }>`with scan as (
      insert into record_document (cadre_id, section, row_id, title, file_name, media_type, size,
        sha256, content, account_name)
      values (${goneId}, 'party', ${goneId}, 'Quyết định kết nạp', 'qd.pdf', 'application/pdf', 1,
        'x', 'x', 'so'),
        -- A fact with a number of its own, which happens to be that of the person.
        (${goneId}, 'awards', ${goneId}, 'Bằng khen', 'bk.pdf', 'application/pdf', 1, 'y', 'y', 'so')),
    changed as (insert into record_change (cadre_id, section, row_id, act, basis, reason, account_name)
      values (${goneId}, 'identity', ${goneId}, 'correct', 'correction', 'đối chiếu bản gốc', 'so')),
    declared as (insert into declaration (cadre_id, account_name)
      values (${goneId}, 'dung') returning id)
    select id from declared`.execute(ctx.db)
  await sql`insert into declaration_item (declaration_id, cadre_id, section, act, row_id, before,
      proposed, state, needs_managing_body)
    values (${rows[0]?.id}, ${goneId}, 'personal', 'correct', ${goneId}, '{}', '{"marital_status": "married"}',
      'waiting_unit', false)`.execute(ctx.db)
  const factsOf = async (cadreId: number) => {
    const { rows: found } = await sql<{ fact: string }>`
      select section || ' ' || row_id as fact from record_document where cadre_id = ${cadreId}
      union select section || ' ' || row_id from record_change where cadre_id = ${cadreId}
      union select section || ' ' || row_id from declaration_item where cadre_id = ${cadreId}
      order by 1`.execute(ctx.db)
    return found.map(({ fact }) => fact)
  }
  const own = ['identity', 'personal', 'party'].map((section) => `${section} ${goneId}`)
  const all = [...own, `awards ${goneId}`].toSorted()
  expect(await factsOf(goneId)).toEqual(all)
  const { mergeId } = await merge(ctx, goneId)
  const kept = ['identity', 'personal', 'party'].map((section) => `${section} ${PEOPLE.dung}`)
  expect(await factsOf(PEOPLE.dung)).toEqual([...kept, `awards ${goneId}`].toSorted())
  await undoMerge(ctx, { mergeId: mergeId ?? 0 })
  expect(await factsOf(goneId)).toEqual(all)
  expect(await factsOf(PEOPLE.dung)).toEqual([])
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
