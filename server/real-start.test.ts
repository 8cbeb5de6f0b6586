import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PEOPLE, UNITS } from './cast.ts'
import { readConfig } from './config.ts'
import type { Operation } from './kernel/operation.ts'
import { routes } from './routes.ts'

/** The program as a real office starts it: an empty database, nothing invented, nobody asked. */
const folder = mkdtempSync(join(tmpdir(), 'ngangtam-start-'))
const WATCH = join(import.meta.dirname, 'outbound-watch.ts')
const LOG = join(folder, 'outbound.log')
const NODE = ['--disable-warning=ExperimentalWarning', '--import', WATCH]

let child: ReturnType<typeof spawn> | undefined
let url = ''
let said = ''

beforeAll(async () => {
  const env = {
    ...process.env,
    NGANGTAM_DATA: join(folder, 'data'),
    NGANGTAM_DEMO: 'off',
    DATABASE_URL: '',
    PORT: '0',
    OUTBOUND_LOG: LOG,
  }
  const main = join(import.meta.dirname, 'main.ts')
  const started = spawn(process.execPath, [...NODE, main, '--without-web'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  url = await new Promise<string>((resolve, reject) => {
    started.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    started.once('exit', (code) => reject(new Error(`the server stopped with ${code}: ${said}`)))
  })
}, 120_000)

afterAll(async () => {
  const ended = new Promise((resolve) => child?.once('exit', resolve))
  child?.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

async function locally(operation: string, province: string | null, input: object) {
  const { token } = JSON.parse(readFileSync(join(folder, 'data/ngangtam.lock'), 'utf8'))
  const answer = await fetch(`${url}/api/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-ngangtam-token': token },
    body: JSON.stringify({ operation, province, input }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const attempts = () => (existsSync(LOG) ? readFileSync(LOG, 'utf8') : '')

describe('a first start with NGANGTAM_DEMO=off', () => {
  test('loads no invented province and says what to do next', async () => {
    expect(await (await fetch(`${url}/api/provinces`)).json()).toEqual([])
    expect(said).toContain('province create')
    expect(said).not.toContain('minh họa')
  })

  test('is a setting with two words', () => {
    expect(readConfig({}).demonstration).toBe(true)
    expect(() => readConfig({ NGANGTAM_DEMO: 'no' })).toThrow()
  })
})

/** Directus 12 asks a licence server, NocoDB reports home: here no question leaves the machine. */
describe('no outbound connection', () => {
  test('is opened by a start, by any question, by a sign-in', { timeout: 120_000 }, async () => {
    const packs = ['lang-son-12-kh-ubnd-2024', 'quang-binh-01-da-tu-2021']
    await locally('house.create_province', null, { name: 'Tỉnh Không Ra', packs })
    let answered = 0
    for (const { kind, operation } of Object.values<Operation>(routes)) {
      if (kind === 'command') continue
      for (const input of [{}, { asOf: '2024-10-31' }, { id: PEOPLE.hoa }, { id: UNITS.home.id }]) {
        const { status } = await locally(operation, 'khong-ra', input)
        expect([operation, status]).not.toEqual([operation, 500])
        if (status === 200) answered += 1
      }
    }
    expect(answered).toBeGreaterThan(20)
    const signingIn = await fetch(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ province: 'khong-ra', username: 'ai', password: 'khong-biet-dau' }),
    })
    expect(signingIn.status).toBe(401)
    expect(attempts()).toBe('')
  })

  const CONNECT = `import('node:net').then(({ connect }) =>
    connect(59999, '127.0.0.1').on('error', () => undefined))`
  test.for([
    ['the program itself', `fetch('http://127.0.0.1:59999').catch(() => undefined)`],
    [
      'a worker of it',
      `new (require('node:worker_threads').Worker)(process.env.OUTBOUND_LOG + '.mjs')`,
    ],
    ['a name asked for', `require('node:dns').lookup('example.invalid', () => undefined)`],
  ] as const)('would be seen: %s', async ([, script]) => {
    const log = join(mkdtempSync(join(folder, 'seen-')), 'log')
    writeFileSync(`${log}.mjs`, CONNECT)
    const curious = spawn(process.execPath, [...NODE, '--eval', script], {
      env: { ...process.env, OUTBOUND_LOG: log },
      stdio: 'ignore',
    })
    await new Promise((resolve) => curious.once('exit', resolve))
    expect(readFileSync(log, 'utf8')).toMatch(/connect|lookup/)
  })
})
