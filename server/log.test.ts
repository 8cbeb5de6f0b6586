import { afterAll, beforeAll, expect, test } from 'vitest'
import { logTo } from './log.ts'
import { type Door, openDoor } from './test-door.ts'

const lines: string[] = []
let door: Door
beforeAll(async () => {
  door = await openDoor({ log: logTo({ write: (line) => void lines.push(line) }) })
})
afterAll(() => door.close())

test('a refused right is a line for the watch: account and route, no search', async () => {
  const browser = door.browser('10.0.0.31')
  await browser.signIn('minh')
  const before = lines.length
  expect((await browser.send('GET', '/audit/entries?actor=nguyen-van-tim')).statusCode).toBe(403)
  const said = lines.slice(before).map((line) => JSON.parse(line))
  expect(said).toMatchObject([
    {
      level: 40,
      kind: 'forbidden',
      account: 'thu-nghiem minh',
      req: { method: 'GET', url: '/api/audit/entries', remoteAddress: '10.0.0.31' },
    },
  ])
  expect(lines.join('')).not.toContain('nguyen-van-tim')
})

test('an answer leaves no line', async () => {
  const browser = door.browser('10.0.0.32')
  await browser.signIn('tinh')
  const before = lines.length
  expect((await browser.send('GET', '/cadres?limit=1')).statusCode).toBe(200)
  expect(lines.length).toBe(before)
})
