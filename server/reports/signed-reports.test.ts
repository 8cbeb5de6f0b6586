import { sql } from 'kysely'
import { expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { signedFile, signedReport, signedReports, signReport } from './signed-reports.ts'

const SIGNED = {
  form: 'bm01',
  asOf: '2024-06-30',
  reportNo: '12/BC-SNV',
  signedOn: '2024-07-05',
  signer: 'Giám đốc Sở Nội vụ',
}

test('a signed report stays as it was, whatever is recorded afterwards', async ({ ctx }) => {
  const { id } = await signReport(ctx, SIGNED)
  const before = await signedReport(ctx, { id })
  const file = await signedFile(ctx, { id })
  expect(before.differences).toEqual([])
  await sql`delete from cadre where id = 4`.execute(ctx.db)
  await sql`update cadre set sex = 'male' where id = 7`.execute(ctx.db)
  const after = await signedReport(ctx, { id })
  expect(after.table).toEqual(before.table)
  expect((await signedFile(ctx, { id })).bytes).toEqual(file.bytes)
  expect(after.differences).toContainEqual({ row: 'Tổng số', column: '2', signed: 9, now: 8 })
  expect(after.differences).toContainEqual({ row: 'Tổng số', column: '3', signed: 4, now: 2 })
})

test('nobody can change or take away a signed report, not even in the database', async ({
  ctx,
}) => {
  const { id } = await signReport(ctx, SIGNED)
  for (const attempt of [
    sql`update signed_report set signer = 'người khác' where id = ${id}`,
    sql`delete from signed_report where id = ${id}`,
  ]) {
    await sql`savepoint attempt`.execute(ctx.db)
    await expect(attempt.execute(ctx.db)).rejects.toThrow(/signed report never changes|permission/)
    await sql`rollback to savepoint attempt`.execute(ctx.db)
  }
})

test('the same number is signed once, and not before its data', async ({ ctx }) => {
  await signReport(ctx, SIGNED)
  await expect(signReport(ctx, SIGNED)).rejects.toMatchObject({ kind: 'conflict' })
  await expect(signReport(ctx, { ...SIGNED, signedOn: '2024-01-01' })).rejects.toMatchObject({
    kind: 'invalid',
  })
  await expect(signReport(ctx, { ...SIGNED, signedOn: '2030-01-01' })).rejects.toMatchObject({
    kind: 'invalid',
  })
  await expect(signReport(ctx, { ...SIGNED, signer: '  ' })).rejects.toMatchObject({
    kind: 'invalid',
  })
})

test('a unit sees the reports of its own subtree only', async ({ ctx, as }) => {
  const { id } = await signReport(ctx, SIGNED)
  const home = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id })
  expect(await signedReports(home, {})).toEqual([])
  await expect(signedReport(home, { id })).rejects.toMatchObject({ kind: 'not_found' })
  const own = await signReport(home, SIGNED)
  expect(await signedReports(home, {})).toMatchObject([{ id: own.id, unitName: 'Sở Nội vụ' }])
})
