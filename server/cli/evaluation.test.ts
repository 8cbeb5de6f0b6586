import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { doorOnDemand } from './door.ts'
import { evaluation } from './evaluation.ts'

const folder = mkdtempSync(join(tmpdir(), 'cham-diem-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Asked of a file alone: the door is never opened. */
function asked(verb: string, content: object) {
  const path = join(folder, `${verb}.json`)
  writeFileSync(path, JSON.stringify(content))
  const args = { positionals: [verb, path], options: { scheme: 'nd335-2025' } }
  return evaluation.run(doorOnDemand(), args)
}

const WORK = { products: [{ assigned: 1, done: 1 }], common: 20 }
const LED = { organise: 100, unite: 100 }

test.each([
  [
    'score',
    { ...WORK, leader: { d: [], ...LED } },
    'leader.subordinates',
    /ít nhất một người thuộc quyền/,
  ],
  ['score', { ...WORK, products: [{ assigned: -1, done: 1 }] }, 'products[0].assigned', /âm/],
  ['cap', { unit: [], ratings: [] }, 'unit', /sai kiểu/],
  ['cap', { groups: [{ name: 'X', people: [{ name: 'A', rating: 'giỏi' }] }] }, 'rating', /giỏi/],
  ['year', { months: Array.from({ length: 13 }, () => 80) }, 'months', /12/],
])('%s says in Vietnamese what is wrong and where', async (verb, content, place, says) => {
  const refused = asked(verb, content)
  await expect(refused).rejects.toThrow(says)
  await expect(refused).rejects.toThrow(place)
  await expect(refused).rejects.not.toThrow(/Invalid|Too (small|big)|expected/)
})
