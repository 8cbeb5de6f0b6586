import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compose } from '#server/house.ts'
import type { House } from '#server/kernel/context.ts'
import { inSchema, openEmbedded } from '#server/kernel/database.ts'
import { migrateHouse } from '#server/kernel/migrate.ts'
import { enter } from '#server/kernel/operation.ts'
import { OFFICER, PROVINCE, testHouse } from '#server/testing.ts'
import { readArchive } from './archive.ts'
import { restoreBackup, verifyBackup } from './restore.ts'
import { writeBackup } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'ngangtam-backup-'))
const file = join(folder, 'sao-luu.ngangtam')
const MARK = 'thử sao lưu'
const FILE_OF_IMPORT = { name: 'odd', bytes: new Uint8Array([0, 10, 255, 92, 34, 13]) }
let house: House

/** Rows of every awkward kind: bytes, line ends, quotes, fractions, open ranges, a deleted number. */
beforeAll(async () => {
  house = testHouse
  await enter(house, PROVINCE, OFFICER, 'command', async (ctx) => {
    await ctx.db
      .insertInto('import')
      .values({
        file_name: 'a\n"b"\\.xlsx',
        sha256: 'x',
        content: Buffer.from(FILE_OF_IMPORT.bytes),
        sheet: MARK,
        mapping: JSON.stringify([{ a: null, b: '\n' }]),
        account_name: 'officer',
      })
      .execute()
    await ctx.db
      .insertInto('grade_holding')
      .values({ cadre_id: 1, grade_code: MARK, coefficient: 4.4, during: '(,2020-01-01)' })
      .execute()
    await sql`insert into pack_adoption (pack_id, during)
      values ('lang-son-12-kh-ubnd-2024', '[2024-01-18,)')`.execute(ctx.db)
    await sql`select nextval(pg_get_serial_sequence('cadre', 'id'))`.execute(ctx.db)
    await house.appendAudit(ctx, 'cadres.import', FILE_OF_IMPORT)
  })
  await writeBackup(house, file)
})

afterAll(async () => {
  await house.database.db.transaction().execute(async (db) => {
    await inSchema(db, PROVINCE.schema_name)
    await sql`delete from import where sheet = ${MARK}`.execute(db)
    await sql`delete from grade_holding where grade_code = ${MARK}`.execute(db)
    await sql`delete from pack_adoption`.execute(db)
    await sql`delete from audit_entry`.execute(db)
    await sql`update audit_head set entries = 0, hash = ''`.execute(db)
  })
  rmSync(folder, { recursive: true, force: true })
})

async function emptyHouse(): Promise<House> {
  const database = await openEmbedded({})
  await migrateHouse(database.db)
  return compose(database)
}

const damage = (name: string, change: (bytes: Buffer) => Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, change(readFileSync(file)))
  return path
}

describe('a backup', () => {
  test('is one private file, whole, with nothing left beside it', () => {
    expect(readdirSync(folder)).toEqual(['sao-luu.ngangtam'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('holds no session and no computed column', async () => {
    let text = ''
    for await (const { name, bytes } of readArchive(file)) text += name + Buffer.from(bytes)
    expect(text).not.toMatch(/\/session\/|"token_hash"/)
    expect(text).not.toContain('"born_latest"')
  })

  test('comes back row for row, with its chain, its answers and its next numbers', async () => {
    const empty = await emptyHouse()
    const answer = await restoreBackup(empty, file)
    expect(answer).toMatchObject({ auditIntact: true, targetsAgree: true, differences: [] })
    expect(answer.tables).toBeGreaterThan(20)
    await empty.database.db.transaction().execute(async (db) => {
      await inSchema(db, PROVINCE.schema_name)
      const kept = await db.selectFrom('import').selectAll().executeTakeFirstOrThrow()
      expect(new Uint8Array(kept.content)).toEqual(FILE_OF_IMPORT.bytes)
      expect(kept.file_name).toBe('a\n"b"\\.xlsx')
      const { rows } = await sql<{ next: number }>`
        select nextval(pg_get_serial_sequence('cadre', 'id')) as next`.execute(db)
      expect(rows[0]?.next).toBeGreaterThan(13)
      const checks = await sql<{ n: number }>`select count(*) as n from pg_constraint
        where contype = 'f' and connamespace = ${PROVINCE.schema_name}::regnamespace`.execute(db)
      expect(checks.rows[0]?.n).toBeGreaterThan(15)
    })
    await expect(restoreBackup(empty, file)).rejects.toMatchObject({ kind: 'conflict' })
    await empty.database.close()
  })

  test('is proved by restoring it elsewhere', async () => {
    const { provinces, ...answer } = await verifyBackup(file)
    expect(provinces).toContain(PROVINCE.code)
    expect(answer).toMatchObject({ auditIntact: true, targetsAgree: true })
  })
})

describe('a file that is no good is refused in words before anything is touched:', () => {
  test.for([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /bị hỏng.*cắt cụt/],
    ['one byte turned', (bytes: Buffer) => turned(bytes), /bị hỏng/],
    ['one row edited', (bytes: Buffer) => edited(bytes), /cadre.*đã bị sửa/],
    ['not a backup', () => Buffer.from('PK, an Excel file'), /không phải bản sao lưu/],
    ['another archive', () => gzipSync(Buffer.alloc(1024)), /thiếu phần kê khai/],
    ['a later release', (bytes: Buffer) => replaced(bytes, '0001-house', '9001-house'), /mới hơn/],
  ] as const)('%s', async ([name, change, words]) => {
    const path = damage(name, change)
    await expect(verifyBackup(path)).rejects.toThrow(words)
    await expect(verifyBackup(path)).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('missing', async () => {
    await expect(verifyBackup(join(folder, 'none'))).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a folder that cannot be written leaves nothing behind', async () => {
    await expect(writeBackup(house, join(folder, 'none/x'))).rejects.toMatchObject({
      kind: 'invalid',
    })
  })
})

const turned = (bytes: Buffer) => {
  const copy = Buffer.from(bytes)
  const middle = Math.floor(copy.length / 2)
  copy[middle] = (copy[middle] ?? 0) ^ 0x40
  return copy
}
const replaced = (bytes: Buffer, one: string, other: string) =>
  gzipSync(Buffer.from(gunzipSync(bytes).toString('latin1').replaceAll(one, other), 'latin1'))
const edited = (bytes: Buffer) => replaced(bytes, 'TN-000001', 'TN-000009')
