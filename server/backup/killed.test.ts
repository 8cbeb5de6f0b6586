import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { verifyChain } from '#server/audit/verify.ts'
import { readConfig } from '#server/config.ts'
import { openHouse } from '#server/house.ts'
import type { Db } from '#server/kernel/database.ts'
import { inSchema } from '#server/kernel/database.ts'
import { smallHouse } from './small-house.ts'

/** Five times here; before a release fifty: `node server/backup/killed.ts`. */
const KILLS = Number(process.env.NGANGTAM_KILLS ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'ngangtam-killed-'))
const config = readConfig({ NGANGTAM_DATA: folder })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function prepare(): Promise<void> {
  const { house, close } = await openHouse(config)
  await smallHouse(house.database)
  await close()
}

interface Said {
  mark?: string
  importId?: number
}

/** Starts the child and kills it at a chance moment after so many acknowledged changes. */
async function killed(round: number, changes: number): Promise<Said[]> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'killed-child.ts'),
      `${round}`,
    ],
    {
      env: { ...process.env, NGANGTAM_DATA: folder, DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let out = ''
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  child.stdout.on('data', (chunk) => {
    out += chunk
    const due = out.split('\n').length - 2 >= changes
    if (due) setTimeout(() => child.kill('SIGKILL'), Math.random() * 150)
  })
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)))
  expect(signal, complaints).toBe('SIGKILL')
  const whole = out.slice(0, out.lastIndexOf('\n')).split('\n')
  return whole.map((line) => JSON.parse(line) as Said)
}

test(`nothing acknowledged is lost and nothing is half done, killed ${KILLS} times`, {
  timeout: 60_000 + KILLS * 24_000,
}, async () => {
  await prepare()
  const acknowledged: Said[] = []
  for (let round = 1; round <= KILLS; round++) {
    acknowledged.push(...(await killed(round, 1 + Math.floor(Math.random() * 12))))
    const { house, close } = await openHouse(config)
    await house.database.db.transaction().execute(async (db) => {
      await inSchema(db, 'p_thu_nghiem')
      await nothingLost(db, acknowledged)
      await nothingHalfDone(db)
    })
    await close()
  }
  expect(acknowledged.filter(({ mark }) => mark).length).toBeGreaterThan(KILLS)
})

async function nothingLost(db: Db, acknowledged: readonly Said[]): Promise<void> {
  const kept = await db.selectFrom('certificate').select('name').execute()
  const marks = new Set(kept.map(({ name }) => name))
  expect(acknowledged.filter(({ mark }) => mark && !marks.has(mark))).toEqual([])
  const imports = await db.selectFrom('import').select('id').execute()
  const ids = new Set(imports.map(({ id }) => id))
  expect(acknowledged.filter(({ importId }) => importId && !ids.has(importId))).toEqual([])
}

/** Every command left all of its rows and its entry in the log, or nothing at all. */
async function nothingHalfDone(db: Db): Promise<void> {
  const { rows: awards } = await sql<{ name: string; n: number }>`
    select name, count(*) as n from certificate where name ~ '^\\d+-\\d+$' group by name`.execute(
    db,
  )
  expect(awards.filter(({ n }) => n !== 3)).toEqual([])
  const { rows: imports } = await sql<{ id: number; people: number; lines: number }>`
    select id, (select count(*) from cadre c where c.import_id = i.id) as people,
      (select count(*) from import_row r where r.import_id = i.id) as lines from import i`.execute(
    db,
  )
  expect(imports.filter(({ people, lines }) => people !== 15 || lines !== 15)).toEqual([])
  const audit = await verifyChain(db)
  expect(audit.intact).toBe(true)
  expect(audit.entries).toBe(awards.length + imports.length)
}
