import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { logTo } from '#server/log.ts'
import { type Door, openDoor, PASSWORD } from '#server/test-door.ts'

const lines: string[] = []
let door: Door
beforeAll(async () => {
  door = await openDoor({
    log: { ...logTo({ write: (line: string) => void lines.push(line) }), level: 'trace' },
    trustProxy: '10.0.0.99',
  })
})
afterAll(() => door.close())

const credentials = { province: 'thu-nghiem', username: 'tinh', password: PASSWORD }
const FROM_PROXY = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'nhan-su.example' }

describe('a change asked for by another site', () => {
  test.each([
    ['Sec-Fetch-Site says so', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site counts as another', { 'sec-fetch-site': 'same-site' }],
    ['an older browser says it in Origin', { origin: 'https://xau.example' }],
    ['a page without an address', { origin: 'null' }],
  ])('is refused: %s', async (_, headers) => {
    const browser = door.browser()
    await browser.signIn('tinh')
    const answer = await browser.send('DELETE', '/own-account/sessions', undefined, headers)
    expect(answer.statusCode).toBe(403)
    expect(answer.json().message).toContain('trang web khác')
    expect((await browser.send('POST', '/sign-in', credentials, headers)).statusCode).toBe(403)
  })

  test('our own pages and programs pass, and looking is no change', async () => {
    const browser = door.browser()
    const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin', host: 'localhost' }
    expect((await browser.send('POST', '/sign-in', credentials, own)).statusCode).toBe(200)
    expect((await browser.send('DELETE', '/own-account/sessions')).statusCode).toBe(200)
    const link = { 'sec-fetch-site': 'cross-site' }
    expect((await browser.send('GET', '/me', undefined, link)).statusCode).toBe(200)
  })
})

describe('behind TLS', () => {
  test('cookies are held to host and TLS, and the browser is told to stay', async () => {
    const proxied = door.browser('10.0.0.99')
    const answer = await proxied.send('POST', '/sign-in', credentials, FROM_PROXY)
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/__Host-ngangtam=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict/)
    expect(answer.headers['strict-transport-security']).toContain('max-age=')
    expect((await proxied.send('GET', '/me', undefined, FROM_PROXY)).statusCode).toBe(200)
  })

  test('a cookie without the prefix opens nothing there', async () => {
    const plain = door.browser()
    await plain.signIn('tinh')
    const answer = await door.app.inject({
      url: '/api/me',
      remoteAddress: '10.0.0.99',
      headers: { ...FROM_PROXY, cookie: plain.cookieLine() },
    })
    expect(answer.statusCode).toBe(401)
  })

  test('nobody but the proxy is believed about TLS or about an address', async () => {
    const liar = door.browser('10.7.7.7')
    const lies = { ...FROM_PROXY, 'x-forwarded-for': '10.0.0.1' }
    const answer = await liar.send('POST', '/sign-in', credentials, lies)
    expect(answer.headers['strict-transport-security']).toBeUndefined()
    expect([...liar.cookies.keys()]).toContain('ngangtam')
    const [session] = (await liar.send('GET', '/own-account/sessions')).json()
    expect(session.address).toBe('10.7.7.7')
  })

  test('without the setting no proxy is believed', async () => {
    const app = await createApp(door.house)
    const answer = await app.inject({ url: '/api/provinces', headers: FROM_PROXY })
    expect(answer.headers['strict-transport-security']).toBeUndefined()
    await app.close()
  })
})

test('the log holds no password, cookie, code or search', async () => {
  const browser = door.browser('10.0.0.3')
  await browser.signIn('tinh')
  const token = browser.cookies.get('ngangtam') ?? ''
  await browser.signIn('tinh', 'mat-khau-go-nham')
  await browser.send('GET', '/cadres?q=nguyen-van-tim&limit=1')
  await browser.send('GET', '/oidc/callback?code=ma-bi-mat&state=trang-thai')
  await browser.send('POST', '/own-account/password', {
    currentPassword: 'mat-khau-go-nham',
    newPassword: 'mat-khau-moi-bi-mat',
  })
  expect(lines.length).toBeGreaterThan(10)
  const text = lines.join('')
  const secrets = [PASSWORD, token, token.split('.')[1] ?? '', 'mat-khau', 'nguyen-van-tim']
  for (const secret of [...secrets, 'ma-bi-mat', 'trang-thai']) expect(text).not.toContain(secret)
})
