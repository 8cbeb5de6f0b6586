/**
 * Writes the backup of a small invented province as this release writes it, to be restored by the
 * tests of all later releases: once a release, `node tools/release-backup.ts`. Never write one anew.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { smallHouse } from '#server/backup/small-house.ts'
import { RELEASE, writeBackup } from '#server/backup/write.ts'
import { ROOT } from '#server/config.ts'
import { LOCAL, provinceByCode } from '#server/house.ts'
import { openEmbedded } from '#server/kernel/database.ts'
import { enter } from '#server/kernel/operation.ts'

const folder = join(ROOT, 'server/backup/fixtures')
const file = join(folder, `${RELEASE}.ngangtam`)
if (existsSync(file)) throw new Error(`${file} is there already: raise the version first`)
mkdirSync(folder, { recursive: true })
const database = await openEmbedded({})
const house = await smallHouse(database)
const province = await provinceByCode(database, 'thu-nghiem')
for (const operation of ['cadres.import', 'cadres.undo_import'])
  await enter(house, province, LOCAL, 'command', (ctx) =>
    house.appendAudit(ctx, operation, { importId: 1 }),
  )
console.log(await writeBackup(house, file))
await database.close()
