import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { appendAudit } from '#server/audit/append.ts'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { fileAnswer } from '#server/kernel/operation.ts'
import { routes } from '#server/routes.ts'
import { test } from '#server/testing.ts'
import { cadreCard } from './card.ts'
import { logChoices, provinceLog } from './province-log.ts'
import { restrictedGroup } from './record/restricted-groups.ts'
import { printFile, recordLog } from './record-log.ts'

const LOOK = { group: 'identity_numbers', reason: 'thẩm tra hồ sơ bổ nhiệm' }

/** A look, a print, an import that wrote two people, and an entry about nobody. */
async function lived(ctx: Context): Promise<void> {
  await restrictedGroup(ctx, { id: PEOPLE.hoa, ...LOOK })
  await restrictedGroup(ctx, { id: PEOPLE.minh, ...LOOK })
  await printFile(ctx, { id: PEOPLE.hoa })
  const { id } = await ctx.db
    .insertInto('import')
    .values({
      file_name: 'ds.xlsx',
      sha256: 'x',
      content: new Uint8Array([1]),
      sheet: 'DS',
      mapping: '[]',
      account_name: 'officer',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [cadre_id, row_no, outcome] of [
    [PEOPLE.hoa, 2, 'completed'],
    [PEOPLE.minh, 3, 'created'],
  ] as const) {
    await ctx.db
      .insertInto('import_row')
      .values({ import_id: id, sheet: 'DS', row_no, cadre_id, outcome })
      .execute()
  }
  const file = { file: { name: 'ds.xlsx', bytes: new Uint8Array([1]) } }
  await appendAudit(ctx, 'cadres.import', file, { caseRef: `import:${id}` })
  await appendAudit(ctx, 'cadres.export', {}, { act: 'export' })
}

const SEEN = [
  { act: 'change', operation: 'cadres.import', detail: 'ds.xlsx' },
  { act: 'print', operation: 'cadres.print_file', detail: null, who: 'Phan Thị Bích' },
  { act: 'view', detail: 'Số định danh, liên hệ · lý do: thẩm tra hồ sơ bổ nhiệm' },
]

describe('the log of a record', () => {
  test('says who looked, who printed and which list changed it, newest first', async ({ ctx }) => {
    await lived(ctx)
    expect(await recordLog(ctx, { id: PEOPLE.hoa })).toMatchObject({ total: 3, rows: SEEN })
    expect(await recordLog(ctx, { id: PEOPLE.hoa, offset: 1, limit: 1 })).toMatchObject({
      total: 3,
      rows: [SEEN[1]],
    })
  })

  test('is read by the person and by the unit officer, each of their own records only', async ({
    ctx,
    as,
  }) => {
    await lived(ctx)
    const person = await as({
      role: 'cadre',
      scope: { from: -1, to: -1 },
      cadreId: PEOPLE.hoa,
    })
    expect(await recordLog(person, { id: PEOPLE.hoa })).toMatchObject({ total: 3, rows: SEEN })
    await expect(recordLog(person, { id: PEOPLE.minh })).rejects.toMatchObject({
      kind: 'not_found',
    })
    const officer = await as({ role: 'unit_officer', scope: UNITS.home.scope })
    expect(await recordLog(officer, { id: PEOPLE.hoa })).toMatchObject({ total: 3 })
    const raw = await officer.db.selectFrom('audit_entry').select('operation').execute()
    expect(raw).toHaveLength(3)
    await expect(provinceLog(officer, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('the log of the province', () => {
  test('is narrowed by account, act, operation and day in Vietnam', async ({ ctx }) => {
    await lived(ctx)
    expect(await provinceLog(ctx, { act: 'view' })).toMatchObject({
      total: 2,
      rows: [{ person: 'Phạm Minh', cadreId: PEOPLE.minh }, { person: 'Lê Thị Hoa' }],
    })
    expect(await provinceLog(ctx, { operation: 'cadres.export' })).toMatchObject({ total: 1 })
    expect(await provinceLog(ctx, { actor: 'nobody' })).toMatchObject({ total: 0 })
    expect(await provinceLog(ctx, { limit: 2 })).toMatchObject({ total: 5, rows: [{}, {}] })
    await sql`set local role none`.execute(ctx.db)
    await sql`update audit_entry set at = '2026-03-01T16:59:59.000000Z' where id = 1`.execute(
      ctx.db,
    )
    await sql`update audit_entry set at = '2026-03-01T17:00:00.000000Z' where id = 2`.execute(
      ctx.db,
    )
    const on = async (day: string) =>
      (await provinceLog(ctx, { from: day, to: day })).rows.map(({ id }) => id)
    expect(await on('2026-03-01')).toEqual([1])
    expect(await on('2026-03-02')).toEqual([2])
  })

  test('offers the accounts and operations it holds', async ({ ctx }) => {
    await lived(ctx)
    expect(await logChoices(ctx, {})).toEqual({
      actors: [{ actor: 'officer', who: 'Phan Thị Bích' }],
      operations: [
        'cadres.export',
        'cadres.import',
        'cadres.print_file',
        'cadres.restricted_group',
      ],
    })
  })

  test('no file leaves by any route without an entry', () => {
    const silent = Object.entries(routes).filter(
      ([, { output, kind }]) => output === fileAnswer && kind === 'query',
    )
    expect(silent.map(([route]) => route)).toEqual([])
  })
})

describe('the directory card', () => {
  test('is there for everybody in the province, and takes no writes', async ({ as }) => {
    const officer = await as({ role: 'unit_officer', scope: UNITS.health.scope })
    const asked = { id: PEOPLE.hoa, asOf: '2024-10-31' }
    expect(await cadreCard(officer, asked)).toEqual({
      id: PEOPLE.hoa,
      fullName: 'Lê Thị Hoa',
      title: 'Phó Giám đốc',
      unitName: 'Sở Nội vụ',
    })
    expect(await cadreCard(officer, { ...asked, asOf: '2001-01-01' })).toMatchObject({
      fullName: 'Lê Thị Hoa',
      title: null,
      unitName: null,
    })
    const writing = sql`update directory_entry set full_name = 'X'`.execute(officer.db)
    await expect(writing).rejects.toThrow(/directory_entry/)
  })

  test('of nobody is not found', async ({ ctx }) => {
    await expect(cadreCard(ctx, { id: 999 })).rejects.toMatchObject({ kind: 'not_found' })
  })
})
