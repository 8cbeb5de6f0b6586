import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, type Door, openDoor, PASSWORD } from './test-door.ts'

const SECRET = 'khoa-thu-nghiem-cua-ung-dung'
const CALLBACK = 'http://localhost/api/oidc/callback'
const SETTINGS = { clientId: 'ngangtam', label: 'Đăng nhập bằng tài khoản của tỉnh' }
let door: Door
let server: Server
let issuer: string

/** A real provider on loopback; whoever comes is signed in as the subject the test names. */
beforeAll(async () => {
  process.env.OIDC_SECRET_THU_NGHIEM = SECRET
  door = await openDoor()
  server = await listening()
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: SETTINGS.clientId,
        client_secret: SECRET,
        redirect_uris: [CALLBACK],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        application_type: 'native',
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/as/${uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  })
  const answers = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/as/')) return answers(request, response)
    const { grantId, params, prompt } = await provider.interactionDetails(request, response)
    const subject = String(request.headers['x-subject'])
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: subject } })
    const grant = grantId
      ? await provider.Grant.find(grantId)
      : new provider.Grant({ accountId: subject, clientId: String(params.client_id) })
    grant?.addOIDCScope('openid')
    const saved = await grant?.save()
    return provider.interactionFinished(request, response, { consent: { grantId: saved } })
  })
  const admin = door.browser()
  await door.behind((db) =>
    db.updateTable('role_requirement').set({ second_factor: false }).execute(),
  )
  await admin.signIn('quan-tri')
  const set = await admin.send('POST', '/single-sign-on', { issuer, ...SETTINGS })
  expect(set.statusCode).toBe(200)
  const link = { subject: 'nguoi-dung-7' }
  expect((await admin.send('POST', '/accounts/tinh/link', link)).statusCode).toBe(200)
})
afterAll(async () => {
  delete process.env.OIDC_SECRET_THU_NGHIEM
  server.close()
  await door.close()
})

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const started = createServer().listen(0, '127.0.0.1', () => resolve(started))
  })
}

async function start(browser: Browser): Promise<string> {
  const sent = await browser.send('GET', '/oidc/start?province=thu-nghiem&ve=/ho-so')
  expect(sent.statusCode).toBe(302)
  return String(sent.headers.location)
}

/** From the provider's page, signed in as the subject, back to the address of our callback. */
async function throughProvider(address: string, subject: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  for (let hop = 0; hop < 10; hop++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie, 'x-subject': subject },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    if (!to) throw new Error(`${answer.status} at ${next}: ${await answer.text()}`)
    next = new URL(to, next).href
    if (next.startsWith(CALLBACK)) return next.slice('http://localhost/api'.length)
  }
  throw new Error('the provider never sent us back')
}

const saidIn = (location: unknown) =>
  new URL(String(location), 'http://localhost').searchParams.get('loi') ?? ''

async function cameBack(subject = 'nguoi-dung-7') {
  const browser = door.browser()
  return { browser, back: await throughProvider(await start(browser), subject) }
}

describe('single sign-on', () => {
  test('asks with code, PKCE, state and nonce, and never sends the secret by the browser', async () => {
    const asked = new URL(await start(door.browser())).searchParams
    expect(asked.get('response_type')).toBe('code')
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toBeTruthy()
    expect(asked.toString()).not.toContain(SECRET)
  })

  test('opens a session of the linked account, on the page that was asked for', async () => {
    const { browser, back } = await cameBack()
    const answer = await browser.send('GET', back)
    expect(answer.headers.location).toBe('/ho-so')
    expect((await browser.send('GET', '/me')).json().username).toBe('tinh')
  })

  test('refuses a stranger in words, and makes no account', async () => {
    const { browser, back } = await cameBack('nguoi-la')
    const answer = await browser.send('GET', back)
    expect(saidIn(answer.headers.location)).toMatch(/nguoi-la.*chưa nối/)
    expect((await browser.send('GET', '/me')).statusCode).toBe(401)
    const rows = await door.behind((db) => db.selectFrom('account').select('id').execute())
    expect(rows).toHaveLength(5)
  })

  test('refuses a state that is not the one sent', async () => {
    const { browser, back } = await cameBack()
    const forged = back.replace(/state=[^&]+/, 'state=thu-nghiem.gia-mao')
    expect(saidIn((await browser.send('GET', forged)).headers.location)).toContain('không khớp')
    expect((await browser.send('GET', '/me')).statusCode).toBe(401)
  })

  test('refuses the way back in another browser', async () => {
    const { back } = await cameBack()
    const other = door.browser()
    expect(saidIn((await other.send('GET', back)).headers.location)).toContain('không khớp')
  })

  test('refuses an answer with another nonce', async () => {
    const { browser, back } = await cameBack()
    await door.behind((db) =>
      db.updateTable('single_sign_on_request').set({ nonce: 'nonce-khac' }).execute(),
    )
    expect(saidIn((await browser.send('GET', back)).headers.location)).toContain('không xác nhận')
    expect((await browser.send('GET', '/me')).statusCode).toBe(401)
  })

  test('walks a way back once, and a code once', async () => {
    const { browser, back } = await cameBack()
    const cookie = browser.cookieLine()
    await browser.send('GET', back)
    const again = await browser.send('GET', back, undefined, { cookie })
    expect(saidIn(again.headers.location)).toContain('không khớp')
    const next = await cameBack()
    const code = /code=[^&]+/.exec(back)?.[0] ?? ''
    const replayed = next.back.replace(/code=[^&]+/, code)
    const answer = await next.browser.send('GET', replayed)
    expect(saidIn(answer.headers.location)).toContain('không xác nhận')
    expect((await next.browser.send('GET', '/me')).statusCode).toBe(401)
  })

  test('asks for the second factor all the same, and lets no disabled account in', async () => {
    await door.behind((db) =>
      db.updateTable('role_requirement').set({ second_factor: true }).execute(),
    )
    const first = await cameBack()
    const answer = await first.browser.send('GET', first.back)
    expect(answer.headers.location).toBe('/dang-nhap?ve=%2Fho-so')
    expect((await first.browser.send('GET', '/sign-in/step')).json()).toEqual({ awaits: 'enrol' })
    await door.behind((db) =>
      db
        .updateTable('account')
        .set({ disabled_at: '2024-01-01' })
        .where('username', '=', 'tinh')
        .execute(),
    )
    const second = await cameBack()
    const refused = await second.browser.send('GET', second.back)
    expect(saidIn(refused.headers.location)).toContain('chưa nối')
  })

  test('leads to our own pages only', async () => {
    const browser = door.browser()
    await browser.send('GET', '/oidc/start?province=thu-nghiem&ve=//xau.example')
    const rows = await door.behind((db) =>
      db.selectFrom('single_sign_on_request').select('return_to').execute(),
    )
    expect(rows.every(({ return_to }) => /^\/(?!\/)/.test(return_to))).toBe(true)
  })

  test('is set by an administrator, with https, one subject for one account', async () => {
    const [officer, admin] = [door.browser(), door.browser()]
    await door.behind((db) =>
      db.updateTable('role_requirement').set({ second_factor: false }).execute(),
    )
    await officer.signIn('so', PASSWORD)
    await admin.signIn('quan-tri', PASSWORD)
    const link = { subject: 'nguoi-dung-7' }
    expect((await officer.send('POST', '/accounts/so/link', link)).statusCode).toBe(403)
    expect((await admin.send('POST', '/accounts/so/link', link)).statusCode).toBe(409)
    const plain = { ...SETTINGS, issuer: 'http://danh-tinh.example' }
    expect((await admin.send('POST', '/single-sign-on', plain)).statusCode).toBe(400)
  })
})
