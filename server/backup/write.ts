import { readFileSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { verifyChain } from '#server/audit/verify.ts'
import { ROOT } from '#server/config.ts'
import { provinces } from '#server/house.ts'
import type { House, Province } from '#server/kernel/context.ts'
import { type Db, inSchema } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Entry, writeArchive } from './archive.ts'
import {
  FORMAT,
  FORMAT_VERSION,
  MANIFEST,
  type Manifest,
  type SavedProvince,
  type SavedSchema,
  type SavedTable,
  totals,
} from './manifest.ts'
import { Digest, linesOf, sha256, writeAlike } from './rows.ts'
import { migrationsOf, sequencesOf, type TableShape, tablesOf } from './tables.ts'
import { sampleDates, targetAnswers } from './target-answers.ts'

export const RELEASE: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version

export interface Written {
  file: string
  bytes: number
  tables: number
  rows: number
  auditIntact: boolean
  provinces: string[]
}

/** Everything the house keeps, as of one moment, in one file that appears only when it is whole. */
export async function writeBackup(house: House, file: string): Promise<Written> {
  const all = await provinces(house.database)
  const partial = `${file}.dang-ghi`
  try {
    const manifest = await house.database.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (db) => {
        await writeAlike(db)
        const begun = emptyManifest(house)
        await writeArchive(partial, entriesOf(house, db, all, begun))
        return begun
      })
    await rename(partial, file)
    await flushFolder(dirname(file))
    return {
      file,
      bytes: (await stat(file)).size,
      ...totals(manifest),
      auditIntact: manifest.provinces.every(({ audit }) => audit.intact),
      provinces: manifest.provinces.map(({ code }) => code),
    }
  } catch (error) {
    await rm(partial, { force: true })
    throw unwritable(file, error)
  }
}

const emptyManifest = (house: House): Manifest => ({
  format: FORMAT,
  version: FORMAT_VERSION,
  release: RELEASE,
  createdAt: new Date().toISOString(),
  today: house.today(),
  schemas: [],
  provinces: [],
})

/** Parts first: the manifest can speak of them only when they are written. */
async function* entriesOf(
  house: House,
  db: Db,
  all: readonly Province[],
  manifest: Manifest,
): AsyncGenerator<Entry> {
  for (const name of ['public', ...all.map(({ schema_name }) => schema_name)]) {
    const schema: SavedSchema = {
      name,
      migrations: await migrationsOf(db, name),
      sequences: await sequencesOf(db, name),
      tables: [],
    }
    for (const table of await tablesOf(db, name)) {
      const saved: SavedTable = { ...table, rows: 0, digest: '', parts: [] }
      yield* partsOf(db, name, table, saved)
      schema.tables.push(saved)
    }
    manifest.schemas.push(schema)
  }
  for (const province of all) manifest.provinces.push(await provinceState(house, db, province))
  yield { name: MANIFEST, bytes: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`) }
}

async function* partsOf(
  db: Db,
  schema: string,
  table: TableShape,
  saved: SavedTable,
): AsyncGenerator<Entry> {
  const digest = new Digest()
  for await (const lines of linesOf(db, schema, table)) {
    for (const line of lines) digest.add(line)
    const bytes = Buffer.from(`${lines.join('\n')}\n`)
    const number = String(saved.parts.length + 1).padStart(5, '0')
    const path = `${schema}/${table.name}/${number}.ndjson`
    saved.parts.push({ path, rows: lines.length, bytes: bytes.length, sha256: sha256(bytes) })
    yield { name: path, bytes }
  }
  saved.rows = digest.rows
  saved.digest = digest.toString()
}

async function provinceState(house: House, db: Db, province: Province): Promise<SavedProvince> {
  await inSchema(db, province.schema_name)
  const { entries, intact } = await verifyChain(db)
  return {
    code: province.code,
    name: province.name,
    schema: province.schema_name,
    audit: { entries, intact },
    targets: await targetAnswers(house, db, province, sampleDates(province, house.today())),
  }
}

/** The name itself must outlive a power cut. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

function unwritable(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (!['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EISDIR', 'ENOTDIR'].includes(code ?? ''))
    return error
  return new Refusal(
    'invalid',
    `Không ghi được bản sao lưu vào ${file} (${(error as Error).message}). ` +
      'Hãy kiểm tra thư mục, quyền ghi và chỗ trống rồi chạy lại. Dữ liệu không bị ảnh hưởng.',
  )
}
