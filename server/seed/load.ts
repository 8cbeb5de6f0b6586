import { sql } from 'kysely'
import {
  advanceIds,
  type Database,
  type Db,
  inSchema,
  insertRows,
} from '#server/kernel/database.ts'
import { migrateHouse, migrateProvince } from '#server/kernel/migrate.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/kernel/tables.generated.ts'
import { openAccounts } from './accounts.ts'
import { writeDueFacts } from './due-facts.ts'
import { emptyProvinceRows } from './empty-province.ts'
import { evaluateUnits } from './evaluation.ts'
import { holdExams } from './exams.ts'
import { followCommunes, planStreamliningCuts } from './following.ts'
import { growthRows, widenPosts, worldInDatabase } from './growth.ts'
import { inspectCadreWork } from './inspection.ts'
import { declareFamilies } from './kinship.ts'
import { writePeriodicReports } from './periodic-reports.ts'
import type { Rows } from './plan.ts'
import { planProvince } from './plans.ts'
import { planReorganisations } from './plans-of-organisation.ts'
import { fillPositions } from './positions.ts'
import { provinceCodes, readProvinceFile, readTitles } from './province-file.ts'
import { livePublicity } from './publicity.ts'
import { fillRecords } from './record-facts.ts'
import { keepSomeTwice } from './second-records.ts'
import { openRound } from './supplement.ts'
import { carryOutTasks } from './tasks.ts'

const NUMBERED: (keyof Tables)[] = ['unit', 'post', 'cadre', 'training_course']
/** People added at a time: large enough to be fast, small enough for any memory. */
const CHUNK = 4000

/** One demonstration province: its schema, then all of its rows in one transaction. */
export async function loadProvince(database: Database, code: string): Promise<{ people: number }> {
  const { world, rows } = planProvince(code)
  const { name, looks_at } = world.file
  await openProvince(database, { code, name, demonstration: true, looks_at }, async (trx) => {
    await insertAll(trx, rows)
    await openAccounts(trx, world)
    await advanceIds(trx, NUMBERED)
    // What follows asks the product's own questions; planned without statistics one took 40 s.
    await sql`analyze`.execute(trx)
    await declareFamilies(trx, looks_at)
    await fillRecords(trx, looks_at)
    await writeDueFacts(trx, looks_at)
    await fillPositions(trx, looks_at)
    await openRound(trx, looks_at)
    await keepSomeTwice(trx, looks_at)
    await planReorganisations(database, trx, world.file)
    if (code === 'lang-son') await planStreamliningCuts(trx)
    await followCommunes(trx, looks_at)
    await livePublicity(database, trx, looks_at, name)
    await evaluateUnits(trx, looks_at, code)
    await holdExams(trx, looks_at)
    await carryOutTasks(database, trx, code)
    await writePeriodicReports(database, trx, world.file)
    await inspectCadreWork(trx, looks_at)
  })
  return { people: world.people.length }
}

/** All demonstration provinces but those already present; says what it does as it goes. */
export async function loadDemonstration(
  database: Database,
  present: ReadonlySet<string>,
  onProgress: (message: string) => void = () => undefined,
): Promise<string[]> {
  const missing = provinceCodes().filter((code) => !present.has(code))
  for (const code of missing) {
    const { name } = readProvinceFile(code)
    onProgress(`Đang dựng tỉnh minh họa ${name}…`)
    const { people } = await loadProvince(database, code)
    onProgress(`${name}: ${people.toLocaleString('vi-VN')} hồ sơ.`)
  }
  return missing
}

/** A real province: its schema, its directives, the titles of lists; no people and no accounts. */
export async function createEmptyProvince(
  database: Database,
  code: string,
  name: string,
  packs: string[],
): Promise<void> {
  const rows = emptyProvinceRows(name, packs)
  await openProvince(
    database,
    { code, name, demonstration: false, looks_at: null },
    async (trx) => {
      await insertAll(trx, rows)
      await advanceIds(trx, ['unit'])
    },
  )
}

/** More believable people for a demonstration province, as many as a benchmark wants. */
export async function growProvince(
  database: Database,
  code: string,
  people: number,
): Promise<void> {
  if (!provinceCodes().includes(code)) {
    throw new Refusal(
      'invalid',
      `Chỉ thêm được hồ sơ dựng sẵn vào tỉnh minh họa (${provinceCodes().join(', ')}), không thêm vào “${code}”.`,
    )
  }
  const schema = schemaOf(code)
  await database.db.transaction().execute(async (trx) => {
    await inSchema(trx, schema)
    const world = await worldInDatabase(trx, readProvinceFile(code), readTitles())
    for (let done = 0; done < people; done += CHUNK) {
      await insertAll(trx, growthRows(world, Math.min(CHUNK, people - done)))
    }
    await widenPosts(trx, world)
    await advanceIds(trx, ['cadre'])
  })
  await sql`analyze`.execute(database.db)
}

export const schemaOf = (code: string): string => `p_${code.replaceAll('-', '_')}`

async function openProvince(
  { db }: Database,
  province: { code: string; name: string; demonstration: boolean; looks_at: string | null },
  fillIn: (trx: Db) => Promise<void>,
): Promise<void> {
  const schema_name = schemaOf(province.code)
  await migrateHouse(db)
  await migrateProvince(db, schema_name)
  await db.transaction().execute(async (trx) => {
    await trx
      .withSchema('public')
      .insertInto('province')
      .values({ ...province, schema_name })
      .execute()
    await inSchema(trx, schema_name)
    await fillIn(trx)
  })
  // The embedded database has no autovacuum: without statistics a count of seconds takes minutes.
  await sql`analyze`.execute(db)
}

async function insertAll(trx: Db, rows: Rows): Promise<void> {
  for (const [table, added] of rows) await insertRows(trx, table, added)
}
