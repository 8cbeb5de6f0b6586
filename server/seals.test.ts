import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { keepSealing } from './seals.ts'
import { testHouse } from './testing.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'ngangtam-seals-'))

test('a start adds the head of every province to the file of the day', async () => {
  const at = folder()
  for (let start = 0; start < 2; start++) (await keepSealing(testHouse, at))()
  const [file = '', ...more] = readdirSync(at)
  expect(file).toMatch(/^\d{4}-\d\d-\d\d\.ndjson$/)
  expect(more).toEqual([])
  const lines = readFileSync(join(at, file), 'utf8').trim().split('\n')
  expect(lines.length).toBeGreaterThanOrEqual(2)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    province: 'thu-nghiem',
    entries: expect.any(Number),
    hash: expect.any(String),
    at: expect.stringMatching(/Z$/),
  })
})

test('a folder that cannot be written to is reported, and does not stop the server', async () => {
  const file = join(folder(), 'not-a-folder')
  writeFileSync(file, '')
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  ;(await keepSealing(testHouse, file))()
  expect(said.mock.calls[0]?.[0]).toContain('NGANGTAM_SEALS')
  said.mockRestore()
})
