import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { rightOf } from './access/rights.ts'
import { cadreList } from './cadres/roster.ts'
import { PEOPLE, UNITS } from './cast.ts'
import { type Db, insertRows } from './kernel/database.ts'
import type { Operation } from './kernel/operation.ts'
import { numberTree } from './organisation/added-units.ts'
import { routes } from './routes.ts'
import { type Browser, type Door, openDoor } from './test-door.ts'
import { test } from './testing.ts'

/** Each group is a leak another product had, tried here on the program behind its real door. */

const HEALTH = [PEOPLE.minh, PEOPLE.thu]
const FOREIGN = PEOPLE.hoa
const NUMBER = (id: number) => `0201860047${String(id).padStart(2, '0')}`

let door: Door
const browsers: Record<string, Browser> = {}
beforeAll(async () => {
  door = await openDoor()
  await door.behind((db) =>
    insertRows(
      db,
      'cadre_private',
      [...HEALTH, FOREIGN].map((id) => ({ cadre_id: id, national_id: NUMBER(id) })),
    ),
  )
  for (const username of ['tinh', 'so', 'minh']) {
    const browser = door.browser('10.0.0.7')
    browsers[username] = browser
    await browser.signIn(username)
  }
})
afterAll(async () => {
  await door.behind((db) => db.deleteFrom('cadre_private').execute())
  await door.close()
})

function by(username: string): Browser {
  const browser = browsers[username]
  if (!browser) throw new Error(`nobody is ${username}`)
  return browser
}

type Method = 'GET' | 'POST' | 'DELETE'
const OPERATIONS: [string, Operation][] = Object.entries(routes)
const asked = (route: string, id: number): [Method, string] => {
  const [method = 'GET', path = ''] = route.split(' ')
  return [method as Method, path.replace(/:group\b/, 'identity_numbers').replace(/:\w+/g, `${id}`)]
}

describe('an endpoint without a check (ERPNext CVE-2026-27471, CVE-2026-44208; Horilla #306)', () => {
  test.for(OPERATIONS.map(([route]) => route))('%s answers nobody unknown', async (route) => {
    const [method, url] = asked(route, 1)
    const answer = await door.app.inject({ method, url: `/api${url}`, payload: {} })
    expect(answer.statusCode).toBe(401)
  })
})

describe('a method that changes records for a low account (ERPNext CVE-2026-44442, -44448)', () => {
  test.for(
    OPERATIONS.filter(([, { kind }]) => kind === 'command').map(
      ([route, { operation }]) => [route, operation] as const,
    ),
  )('%s', async ([route, operation]) => {
    const { rights } = (await by('minh').send('GET', '/me')).json() as { rights: string[] }
    if (rights.includes(rightOf(operation) ?? '')) return
    const [method, url] = asked(route, PEOPLE.minh)
    expect((await by('minh').send(method, url, {})).statusCode).toBe(403)
  })
})

describe('a parameter that borrows another’s eyes (Frappe #40339)', () => {
  test.for(['user', 'as', 'actor', 'role', 'scope', 'tenant', 'province', 'cadreId', 'unit'])(
    '%s changes nothing',
    async (name) => {
      const plain = (await by('so').send('GET', '/cadres?limit=500')).json()
      for (const value of ['tinh', 'province_officer', 'system', '1']) {
        const answer = await by('so').send('GET', `/cadres?limit=500&${name}=${value}`)
        if (answer.statusCode === 200) expect(answer.json()).toEqual(plain)
        else expect(answer.statusCode).toBe(400)
      }
    },
  )
})

describe('list and document disagree (Frappe #27813, PR #41499)', () => {
  test.for(['tinh', 'so'])(
    'for %s the list holds a person exactly if the file opens',
    async (who) => {
      const list = await by(who).send('GET', '/cadres?limit=500&serving=all')
      const listed: number[] = list.json().rows.map(({ id }: { id: number }) => id)
      expect(listed.length).toBeGreaterThan(1)
      for (const id of [...Object.values(PEOPLE), 999]) {
        const { statusCode } = await by(who).send('GET', `/cadres/${id}`)
        expect([id, statusCode === 200]).toEqual([id, listed.includes(id)])
      }
    },
  )
})

describe('a getter of any field (Frappe HR #3765), a hidden field asked sideways (Directus CVE-2025-30352)', () => {
  test.for(['national_id', 'nationalId', 'phone', 'password_hash', 'name_key; drop table cadre'])(
    'no list is sorted, filtered or counted by %s',
    async (column) => {
      const name = encodeURIComponent(column)
      for (const query of [`sort=${name}`, `${name}=1`, `gap=${name}`])
        expect((await by('tinh').send('GET', `/cadres?${query}`)).statusCode).toBe(400)
    },
  )

  test('an identity number finds nobody, whole or in part', async () => {
    for (const q of [NUMBER(FOREIGN), NUMBER(FOREIGN).slice(0, 8)])
      expect((await by('tinh').send('GET', `/cadres?q=${q}`)).json()).toMatchObject({ total: 0 })
  })
})

describe('another way to the same record (Directus CVE-2026-35412; IceHRM #375; vhr #349; Dolibarr CVE-2026-10215)', () => {
  /** The directory card is everybody's (decision 9). */
  const ways = OPERATIONS.map(([route]) => route).filter(
    (route) => / \/cadres\/:id\b/.test(route) && route !== 'GET /cadres/:id/card',
  )

  test('there are several ways', () => expect(ways.length).toBeGreaterThan(4))

  test.for(ways)('%s of a foreign person tells nothing', async (route) => {
    const [method, url] = asked(route, FOREIGN)
    const payload = method === 'GET' ? undefined : { reason: 'xem hồ sơ đơn vị khác' }
    const answer = await by('so').send(method, url, payload)
    expect([400, 403, 404]).toContain(answer.statusCode)
    expect(answer.body).not.toMatch(`Lê Thị Hoa|${NUMBER(FOREIGN)}`)
  })

  test('an export, a dossier, a count and a unit tell nothing either', async () => {
    const dossier = `/audit/dossier?cadreId=${FOREIGN}&reason=${encodeURIComponent('kiểm tra đơn vị')}`
    expect((await by('so').send('GET', dossier)).statusCode).toBe(403)
    const count = await by('so').send('GET', `/cadres?serving=all&unitId=${UNITS.home.id}`)
    expect(count.json()).toMatchObject({ total: 0 })
    expect((await by('so').send('GET', `/units/${UNITS.home.id}`)).body).not.toContain('Lê Thị Hoa')
  })
})

/** The command line, what a clock starts, demonstrations, what proves backups: none answers HTTP. */
const USING_THE_OPERATOR = [
  'local-door.ts',
  'house-clock.ts',
  'seed/exams.ts',
  'seed/publicity.ts',
  'backup/killed-child.ts',
  'backup/target-answers.ts',
]

describe('an inner call as the system (Directus #26748)', () => {
  test('there is one such actor, and no route has it', () => {
    const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test)\.ts$/.test(file))
      .map((file) => [file, readFileSync(join(import.meta.dirname, file), 'utf8')] as const)
    const naming = (word: RegExp) =>
      sources.filter(([, text]) => word.test(text)).map(([file]) => file)
    expect(naming(/role: 'system'/)).toEqual(['house.ts'])
    const using = naming(/import \{[^}]*\bLOCAL\b[^}]*\} from/)
    expect(using).toContain('local-door.ts')
    expect(using.filter((file) => !USING_THE_OPERATOR.includes(file))).toEqual([])
  })

  test('the local door is not there without its token, whoever is signed in', async () => {
    const call = { operation: 'cadres.list', province: 'thu-nghiem', input: {} }
    expect([403, 404]).toContain((await by('tinh').send('POST', '/local', call)).statusCode)
  })
})

describe('a link that is a key (Directus GHSA-pmf4-v838-29hg; NocoDB CVE-2026-46552; Odoo #30002)', () => {
  test('a session opens by its cookie only', async () => {
    const token = by('tinh').cookies.get('ngangtam') ?? ''
    const tried = [
      { url: `/api/cadres?token=${token}` },
      { url: `/api/cadres?ngangtam=${token}` },
      { url: '/api/cadres', headers: { authorization: `Bearer ${token}` } },
      { url: '/api/cadres', headers: { ngangtam: token } },
    ]
    for (const request of tried) expect((await door.app.inject(request)).statusCode).toBe(401)
    const headers = { cookie: `ngangtam=${token}` }
    expect((await door.app.inject({ url: '/api/cadres', headers })).statusCode).toBe(200)
  })
})

describe('a suspended account goes on (Directus GHSA-56p6-qw3c-fq2g)', () => {
  test('the next request is refused', async () => {
    const set = (disabled_at: string | null) =>
      door.behind((db) =>
        db.updateTable('account').set({ disabled_at }).where('username', '=', 'minh').execute(),
      )
    expect((await by('minh').send('GET', '/me')).statusCode).toBe(200)
    await set('2024-01-01')
    expect((await by('minh').send('GET', '/me')).statusCode).toBe(401)
    await set(null)
  })
})

describe('a throttle counted by what the asker sends (Strapi CVE-2025-64526)', () => {
  test('other fields, spellings and headers are the same try', async () => {
    const stranger = door.browser('10.66.0.1')
    const spelt = ['thu-nghiem', 'THU-NGHIEM', ' thu-nghiem', 'Thu-Nghiem ', 'Tỉnh Thử Nghiệm']
    for (const [index, province] of spelt.entries())
      await stranger.send(
        'POST',
        '/sign-in',
        { province, username: 'so', password: `sai ${index}`, email: `${index}@x`, id: index },
        { 'x-forwarded-for': `10.67.0.${index}`, 'user-agent': `máy ${index}` },
      )
    expect((await stranger.signIn('so')).statusCode).toBe(403)
  })
})

describe('an id in the body (OrangeHRM #1173)', () => {
  test('does not lead to another record than the address', async () => {
    const url = `/cadres/${PEOPLE.minh}/restricted/identity_numbers`
    const answer = await by('so').send('POST', url, {
      id: FOREIGN,
      reason: 'thẩm tra hồ sơ bổ nhiệm',
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain(NUMBER(PEOPLE.minh))
    expect(answer.body).not.toContain(NUMBER(FOREIGN))
    const foreign = `/cadres/${FOREIGN}/restricted/identity_numbers`
    const body = { id: PEOPLE.minh, cadreId: PEOPLE.minh, reason: 'thẩm tra hồ sơ bổ nhiệm' }
    expect([400, 404]).toContain((await by('so').send('POST', foreign, body)).statusCode)
  })
})

describe('a scope cut off at a hundred (Directus docs #332)', () => {
  const MANY = 150
  test('an officer over 150 divisions sees the people of all of them', async ({ ctx, as }) => {
    const asked = { serving: 'all', limit: 500 } as const
    const before = await cadreList(await as({ scope: UNITS.health.scope }), asked)
    await as({})
    await divisions(ctx.db, MANY)
    const { tree_from: from, tree_to: to } = await ctx.db
      .selectFrom('unit')
      .select(['tree_from', 'tree_to'])
      .where('id', '=', UNITS.health.id)
      .executeTakeFirstOrThrow()
    const officer = await as({ role: 'unit_officer', scope: { from, to } })
    expect((await cadreList(officer, asked)).total).toBe(before.total + MANY)
  })
})

/** So many divisions below Health, one person in each. */
async function divisions(db: Db, many: number): Promise<void> {
  const ids = Array.from({ length: many }, (_, index) => 2000 + index)
  const during = '[2000-01-01,)'
  const unit = { kind: 'division', level: 'province', during }
  await insertRows(
    db,
    'unit',
    ids.map((id) => ({ id, code: `d${id}`, ...unit })),
  )
  await insertRows(
    db,
    'unit_name',
    ids.map((id) => ({ unit_id: id, name: `Phòng ${id}`, during })),
  )
  await insertRows(
    db,
    'unit_parent',
    ids.map((id) => ({ unit_id: id, parent_id: UNITS.health.id, during })),
  )
  await numberTree(db)
  const person = { name_search: 'nguoi', name_key: 'nguoi', created_at: '2024-01-01' }
  await insertRows(
    db,
    'cadre',
    ids.map((id) => ({
      id,
      record_no: `P-${id}`,
      full_name: `Người ${id}`,
      unit_id: id,
      ...person,
    })),
  )
}
