import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, codeOf, type Door, openDoor, PASSWORD } from '#server/test-door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
beforeEach(async () => {
  await door.behind(async (db) => {
    await db.deleteFrom('sign_in_failure').execute()
    await db.deleteFrom('recovery_code').execute()
    await db.updateTable('account').set({ totp_secret: null, totp_confirmed_at: null }).execute()
    await db.updateTable('account').set({ totp_last_step: 0 }).execute()
  })
})
afterAll(() => door.close())

/** The officer turns it on; the code of this half-minute is used up by that. */
async function enrolled(
  username = 'tinh',
): Promise<{ secret: string; used: string; codes: string[] }> {
  const browser = door.browser('10.0.0.2')
  await browser.signIn(username)
  const started = await browser.send('POST', '/own-account/second-factor', {
    currentPassword: PASSWORD,
  })
  const { secretKey, uri } = started.json()
  expect(uri).toMatch(/^otpauth:\/\/totp\//)
  const used = codeOf(secretKey)
  const confirmed = await browser.send('POST', '/own-account/second-factor/confirmation', {
    code: used,
  })
  expect(confirmed.statusCode).toBe(200)
  return { secret: secretKey, used, codes: confirmed.json().recoveryCodes }
}

const tried = (browser: Browser, code: string) => browser.send('POST', '/sign-in/code', { code })

describe('a sign-in in two steps', () => {
  test('the password alone opens nothing', async () => {
    const { secret } = await enrolled()
    const browser = door.browser()
    expect((await browser.signIn('tinh')).json()).toEqual({ signedIn: false, awaits: 'code' })
    expect((await browser.send('GET', '/me')).statusCode).toBe(401)
    expect((await browser.send('GET', '/sign-in/step')).json()).toEqual({ awaits: 'code' })
    expect((await tried(browser, codeOf(secret, 1))).json()).toEqual({ signedIn: true })
    expect((await browser.send('GET', '/me')).json().username).toBe('tinh')
  })

  test('a code opens once: the same one again is refused', async () => {
    const { secret } = await enrolled()
    const [first, second] = [door.browser(), door.browser()]
    await first.signIn('tinh')
    await second.signIn('tinh')
    const code = codeOf(secret, 1)
    expect((await tried(first, code)).statusCode).toBe(200)
    expect((await tried(second, code)).statusCode).toBe(400)
  })

  test('the code that confirmed the enrolment opens no sign-in', async () => {
    const { used } = await enrolled()
    const browser = door.browser()
    await browser.signIn('tinh')
    expect((await tried(browser, used)).statusCode).toBe(400)
  })

  test('guessing codes has to wait, whoever knows the password', async () => {
    await enrolled()
    const statuses = []
    for (let i = 0; i < 7; i++) {
      const browser = door.browser('10.9.9.9')
      await browser.signIn('tinh')
      statuses.push((await tried(browser, `00000${i}`)).statusCode)
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 403, 403])
  })

  test('a wrong code beside the password counts as a wrong try', async () => {
    await enrolled()
    const browser = door.browser('10.9.9.8')
    const statuses = []
    for (let i = 0; i < 6; i++)
      statuses.push((await browser.signIn('tinh', PASSWORD, `00000${i}`)).statusCode)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 403])
  })

  test('a right code beside the password passes where a stranger made the address wait', async () => {
    const { secret, used } = await enrolled()
    for (let i = 0; i < 6; i++) await door.browser('10.9.9.7').signIn('tinh', `sai ${i}`)
    const owner = door.browser('10.9.9.7')
    expect((await owner.signIn('tinh')).statusCode).toBe(403)
    expect((await owner.signIn('tinh', PASSWORD, used)).statusCode).toBe(403)
    expect((await owner.signIn('tinh', PASSWORD, codeOf(secret, 1))).json()).toEqual({
      signedIn: true,
    })
  })

  test('a right code beside the password passes an alarm', async () => {
    const { secret } = await enrolled()
    await door.behind((db) =>
      db
        .insertInto('sign_in_failure')
        .values({ who: 'tinh', place: 'address:172.16.0.1', failures: 80 })
        .execute(),
    )
    const [without, beside] = [door.browser('10.5.5.5'), door.browser('10.5.5.6')]
    expect((await without.signIn('tinh')).statusCode).toBe(403)
    expect((await beside.signIn('tinh', PASSWORD, codeOf(secret, 1))).json()).toEqual({
      signedIn: true,
    })
  })

  test('a step ends after ten minutes', async () => {
    const { secret } = await enrolled()
    const browser = door.browser()
    await browser.signIn('tinh')
    await door.behind((db) =>
      db
        .updateTable('sign_in_step')
        .set({ expires_at: sql`now() - interval '1 second'` })
        .execute(),
    )
    expect((await tried(browser, codeOf(secret, 1))).statusCode).toBe(401)
  })
})

describe('recovery codes', () => {
  test('are ten, open once each, and are kept as hashes', async () => {
    const { codes } = await enrolled()
    expect(new Set(codes).size).toBe(10)
    const code = codes[0] ?? ''
    const rows = await door.behind((db) =>
      db.selectFrom('recovery_code').select('code_hash').execute(),
    )
    expect(JSON.stringify(rows)).not.toContain(code)
    const [first, second] = [door.browser(), door.browser()]
    await first.signIn('tinh')
    expect((await tried(first, code.toUpperCase())).statusCode).toBe(200)
    await second.signIn('tinh')
    expect((await tried(second, code)).statusCode).toBe(400)
    expect((await first.send('GET', '/own-account')).json().secondFactor).toEqual({
      on: true,
      required: false,
      recoveryCodesLeft: 9,
    })
  })

  test('no secret, password or code reaches the audit', async () => {
    const { secret, codes } = await enrolled()
    const rows = await door.behind((db) => db.selectFrom('audit_entry').select('input').execute())
    const text = JSON.stringify(rows)
    for (const secretText of [secret, PASSWORD, ...codes]) expect(text).not.toContain(secretText)
  })
})

describe('a role that needs a second factor', () => {
  test('sets it up at the first sign-in before anything opens', async () => {
    const browser = door.browser()
    expect((await browser.signIn('thanh-tra')).json()).toEqual({ signedIn: false, awaits: 'enrol' })
    expect((await browser.send('GET', '/me')).statusCode).toBe(401)
    const { secretKey } = (await browser.send('POST', '/sign-in/enrolment')).json()
    const confirm = (code: string) =>
      browser.send('POST', '/sign-in/enrolment/confirmation', { code })
    expect((await confirm('123456')).statusCode).toBe(400)
    const done = (await confirm(codeOf(secretKey))).json()
    expect(done.signedIn).toBe(true)
    expect(done.recoveryCodes).toHaveLength(10)
    expect((await browser.send('GET', '/me')).json().role).toBe('inspector')
  })

  test('is said by a row that the administrator changes', async () => {
    await door.behind((db) =>
      db
        .updateTable('role_requirement')
        .set({ second_factor: true })
        .where('role', '=', 'unit_officer')
        .execute(),
    )
    expect((await door.browser().signIn('so')).json().awaits).toBe('enrol')
  })
})
