import { createCast } from '#server/cast.ts'
import { compose } from '#server/house.ts'
import type { House } from '#server/kernel/context.ts'
import { type Database, inSchema } from '#server/kernel/database.ts'
import { migrateHouse } from '#server/kernel/migrate.ts'
import { createEmptyProvince } from '#server/seed/load.ts'

/** An invented province of seven units and twelve people under one directive, for trying things on. */
export async function smallHouse(database: Database): Promise<House> {
  await migrateHouse(database.db)
  const packs = ['lang-son-12-kh-ubnd-2024']
  await createEmptyProvince(database, 'thu-nghiem', 'Tỉnh Thử Nghiệm', packs)
  await database.db.transaction().execute(async (db) => {
    await inSchema(db, 'p_thu_nghiem')
    for (const table of ['unit_name', 'unit', 'title_standard', 'job_title'] as const)
      await db.deleteFrom(table).execute()
    await createCast(db)
  })
  return compose(database, () => '2024-10-31')
}
