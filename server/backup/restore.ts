import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { verifyChain } from '#server/audit/verify.ts'
import { compose, provinces } from '#server/house.ts'
import type { House, Province } from '#server/kernel/context.ts'
import { type Database, inSchema, openEmbedded } from '#server/kernel/database.ts'
import { migrateHouse } from '#server/kernel/migrate.ts'
import { loadBackup } from './load.ts'
import { type Manifest, type SavedProvince, totals } from './manifest.ts'
import { readManifest } from './read.ts'
import { targetAnswers } from './target-answers.ts'

export interface Restored {
  tables: number
  rows: number
  auditIntact: boolean
  targetsAgree: boolean
  release: string
  createdAt: string
  provinces: string[]
  /** What differs from the day of the backup, in words. */
  differences: string[]
}

/** Fills an empty database from a file: whole, compared, or not at all. */
export async function restoreBackup({ database }: House, file: string): Promise<Restored> {
  const manifest = await readManifest(file)
  await database.db.transaction().execute((db) => loadBackup(db, file, manifest))
  await sql`analyze`.execute(database.db)
  return compared(database, manifest)
}

/** Restores into a database of its own that is thrown away: the proof that a file is of use. */
export async function verifyBackup(file: string): Promise<Restored> {
  const manifest = await readManifest(file)
  const folder = isLarge(manifest) ? await mkdtemp(join(tmpdir(), 'ngangtam-verify-')) : undefined
  const database = await openEmbedded({ folder })
  try {
    await migrateHouse(database.db)
    await database.db.transaction().execute((db) => loadBackup(db, file, manifest))
    await sql`analyze`.execute(database.db)
    return await compared(database, manifest)
  } finally {
    await database.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}

/** Beyond this the copy goes to the disk instead of the memory. */
const isLarge = ({ schemas }: Manifest) =>
  schemas
    .flatMap(({ tables }) => tables.flatMap(({ parts }) => parts))
    .reduce((sum, { bytes }) => sum + bytes, 0) > 300_000_000

/** The chain recomputed and the targets asked again, as if it were the day of the backup. */
async function compared(database: Database, manifest: Manifest): Promise<Restored> {
  const house = compose(database, () => manifest.today)
  const broken: string[] = []
  const changed: string[] = []
  const all = await provinces(database)
  for (const saved of manifest.provinces) {
    const province = all.find(({ code }) => code === saved.code)
    if (!province) continue
    if (!(await sameChain(database, saved))) broken.push(`${saved.code}: chuỗi nhật ký bị đứt`)
    changed.push(...(await targetDifferences(house, saved, province)))
  }
  return {
    ...totals(manifest),
    auditIntact: broken.length === 0,
    targetsAgree: changed.length === 0,
    release: manifest.release,
    createdAt: manifest.createdAt,
    provinces: all.map(({ code }) => code),
    differences: [...broken, ...changed],
  }
}

/** Its rows were compared already; a later release may have chained them anew in its own form. */
async function sameChain({ db }: Database, { schema, audit }: SavedProvince): Promise<boolean> {
  const now = await db.transaction().execute(async (trx) => {
    await inSchema(trx, schema)
    return verifyChain(trx)
  })
  return now.intact && now.entries === audit.entries
}

async function targetDifferences(
  house: House,
  { code, targets }: SavedProvince,
  province: Province,
): Promise<string[]> {
  const dates = targets.map(({ asOf }) => asOf)
  const now = await house.database.db
    .transaction()
    .setAccessMode('read only')
    .execute((trx) => targetAnswers(house, trx, province, dates))
  return targets.flatMap(({ asOf, answers }, index) => {
    const before = answers.map((answer) => JSON.stringify(answer))
    const after = (now[index]?.answers ?? []).map((answer) => JSON.stringify(answer))
    const said = (when: string) => (line: string) =>
      `${code}, chỉ tiêu ngày ${asOf}, ${when}: ${line}`
    return [
      ...before.filter((line) => !after.includes(line)).map(said('lúc sao lưu')),
      ...after.filter((line) => !before.includes(line)).map(said('bây giờ')),
    ]
  })
}
