import { permits } from './access/roles.ts'
import { appendAudit } from './audit/append.ts'
import { keepApart } from './authority/keep-apart.ts'
import type { Config } from './config.ts'
import { targetsByFact } from './directives/leaning.ts'
import { shippedPacks } from './directives/packs.ts'
import { parametersOn } from './directives/parameters.ts'
import type { Actor, House, Province } from './kernel/context.ts'
import { type Database, openEmbedded, openServer } from './kernel/database.ts'
import { todayInVietnam } from './kernel/dates.ts'
import { type Lock, takeLock } from './kernel/lock.ts'
import { migrateHouse, migrateProvince } from './kernel/migrate.ts'
import { Refusal } from './kernel/refusal.ts'
import { vocabulary } from './vocabulary.ts'

export interface OpenHouse {
  house: House
  /** Held on an embedded database only. */
  lock: Lock | undefined
  close(): Promise<void>
}

/** Where the database is; what else is configured does not matter here. */
type At = Pick<Config, 'dataFolder' | 'databaseUrl'>

/** Opens the configured database, brings every province up to date and reads the law. */
export async function openHouse(config: At): Promise<OpenHouse> {
  const lock = config.databaseUrl ? undefined : takeLock(config.dataFolder)
  const database = config.databaseUrl
    ? openServer(config.databaseUrl)
    : await openEmbedded({ folder: config.dataFolder })
  await reached(migrateHouse(database.db), config)
  for (const { schema_name } of await provinces(database))
    await migrateProvince(database.db, schema_name)
  const close = async () => {
    await database.close()
    lock?.release()
  }
  return { house: compose(database), lock, close }
}

export function compose(database: Database, today: () => string = todayInVietnam): House {
  shippedPacks(vocabulary)
  return {
    ...{ database, today, vocabulary, permits },
    ...{ appendAudit, parametersOn, targetsByFact, keepApart },
  }
}

async function reached(migration: Promise<void>, config: At): Promise<void> {
  try {
    await migration
  } catch (error) {
    const { code } = error as { code?: string }
    if (
      !config.databaseUrl ||
      !['ECONNREFUSED', 'ENOTFOUND', '28P01', '3D000'].includes(code ?? '')
    )
      throw error
    const where = new URL(config.databaseUrl)
    throw new Refusal(
      'invalid',
      `Không vào được PostgreSQL ở ${where.host}${where.pathname} (${(error as Error).message}). Kiểm tra DATABASE_URL, tài khoản và máy chủ rồi chạy lại.`,
    )
  }
}

export async function provinces(database: Database): Promise<Province[]> {
  return database.db
    .withSchema('public')
    .selectFrom('province')
    .selectAll()
    .orderBy('name')
    .execute()
}

export async function provinceByCode(database: Database, code: string): Promise<Province> {
  const all = await provinces(database)
  const wanted = code.trim().toLowerCase()
  const found = all.find((one) => one.code === wanted || one.name.toLowerCase() === wanted)
  if (found) return found
  const known = all.map((one) => one.code).join(', ')
  throw new Refusal(
    'not_found',
    `Chưa có tỉnh “${code}”. Các tỉnh đang có: ${known || 'chưa có tỉnh nào, hãy chạy demo load'}.`,
  )
}

/** Someone who can open the data folder itself: sees all, and is named so in the audit. */
export const LOCAL: Actor = {
  name: 'local',
  displayName: 'Dòng lệnh tại máy chủ',
  position: null,
  role: 'system',
  scope: null,
  unitId: null,
  cadreId: null,
}
