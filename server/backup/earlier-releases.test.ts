import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyBackup } from './restore.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')

/** Law files may change from release to release, so may what targets answer; the records may not. */
test.for(readdirSync(FIXTURES).filter((name) => name.endsWith('.ngangtam')))(
  'the backup of release %s restores into this one',
  async (name) => {
    expect(await verifyBackup(join(FIXTURES, name))).toMatchObject({
      release: name.replace('.ngangtam', ''),
      auditIntact: true,
      provinces: ['thu-nghiem'],
      rows: expect.any(Number),
    })
  },
)
