import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, type Door, openDoor, PASSWORD } from '#server/test-door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
  await door.behind((db) =>
    db.updateTable('role_requirement').set({ second_factor: false }).execute(),
  )
})
beforeEach(() =>
  door.behind(async (db) => {
    await db.deleteFrom('session').execute()
    await db.deleteFrom('sign_in_failure').execute()
  }),
)
afterAll(() => door.close())

async function inside(username: string, password = PASSWORD) {
  const browser = door.browser()
  expect((await browser.signIn(username, password)).json()).toEqual({ signedIn: true })
  return browser
}

const me = async (browser: Awaited<ReturnType<typeof inside>>) =>
  (await browser.send('GET', '/me')).statusCode

describe('a session', () => {
  test('ends when left alone for half an hour, and not before', async () => {
    const browser = await inside('tinh')
    const leaveAlone = (interval: string) =>
      door.behind((db) =>
        sql`update session set last_seen_at = now() - ${interval}::interval`.execute(db),
      )
    await leaveAlone('29 minutes')
    expect(await me(browser)).toBe(200)
    await leaveAlone('29 minutes')
    expect(await me(browser)).toBe(200)
    await leaveAlone('31 minutes')
    expect(await me(browser)).toBe(401)
  })

  test('knows whoever acts for a unit by the own record, so that nobody reviews oneself', async () => {
    const recordOf = (id: number | null) =>
      door.behind((db) =>
        sql`update account set cadre_id = ${id}::integer where username = 'so'`.execute(db),
      )
    await recordOf(6)
    const shown = (await (await inside('so')).send('GET', '/me')).json()
    expect(shown).toMatchObject({ role: 'unit_officer', cadreId: 6, unitId: expect.any(Number) })
    await recordOf(null)
  })

  test('ends after twelve hours, however busy', async () => {
    const browser = await inside('tinh')
    await door.behind((db) =>
      sql`update session set expires_at = expires_at - interval '12 hours'`.execute(db),
    )
    expect(await me(browser)).toBe(401)
  })

  test('gets a fresh token at each sign-in, and the one before is dead', async () => {
    const browser = await inside('tinh')
    const before = browser.cookies.get('ngangtam') ?? ''
    await browser.signIn('tinh')
    const after = browser.cookies.get('ngangtam') ?? ''
    expect(after).not.toBe(before)
    browser.cookies.set('ngangtam', before)
    expect(await me(browser)).toBe(401)
  })

  test('ends by signing out', async () => {
    const browser = await inside('tinh')
    const token = browser.cookies.get('ngangtam') ?? ''
    await browser.send('POST', '/sign-out')
    browser.cookies.set('ngangtam', token)
    expect(await me(browser)).toBe(401)
  })

  test('is listed to its owner, who ends one or all others', async () => {
    const [first, second, third] = [
      await inside('tinh'),
      await inside('tinh'),
      await inside('tinh'),
    ]
    const other = await inside('so')
    const list = (await first.send('GET', '/own-account/sessions')).json()
    expect(list).toHaveLength(3)
    expect(list.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
    expect(JSON.stringify(list)).not.toContain('token')
    const ids = (await second.send('GET', '/own-account/sessions')).json()
    await first.send('DELETE', `/own-account/sessions/${ids[0].id}`)
    expect([await me(first), await me(second), await me(third)]).toEqual([200, 401, 200])
    await first.send('DELETE', '/own-account/sessions')
    expect([await me(first), await me(third), await me(other)]).toEqual([200, 401, 200])
  })

  test('of somebody else cannot be ended by its number', async () => {
    const [mine, other] = [await inside('tinh'), await inside('so')]
    const [{ id }] = (await other.send('GET', '/own-account/sessions')).json()
    expect((await mine.send('DELETE', `/own-account/sessions/${id}`)).statusCode).toBe(404)
    expect(await me(other)).toBe(200)
  })
})

describe('an administrator', () => {
  test('disables an account, and its next request is refused', async () => {
    const [admin, victim] = [await inside('quan-tri'), await inside('so')]
    expect(await me(victim)).toBe(200)
    expect((await admin.send('POST', '/accounts/so/disable')).json().disabled).toBe(true)
    expect(await me(victim)).toBe(401)
    expect((await door.browser().signIn('so')).statusCode).toBe(401)
    await admin.send('POST', '/accounts/so/enable')
    expect((await door.browser().signIn('so')).statusCode).toBe(200)
  })

  test('gives a password that opens nothing but the choice of an own one', async () => {
    const admin = await inside('quan-tri')
    const asked = { username: 'an.nguyen', displayName: 'Nguyễn An', role: 'province_officer' }
    const { temporaryPassword } = (await admin.send('POST', '/accounts', asked)).json()
    const browser = door.browser()
    expect((await browser.signIn('an.nguyen', temporaryPassword)).json().awaits).toBe('password')
    expect(await me(browser)).toBe(401)
    const choose = (password: string) => browser.send('POST', '/sign-in/password', { password })
    expect((await choose(temporaryPassword)).statusCode).toBe(400)
    expect((await choose('qua-ngan')).statusCode).toBe(400)
    expect((await choose('mot chieu mua tren ben cu')).json()).toEqual({ signedIn: true })
    expect(await me(browser)).toBe(200)
    const audit = await door.behind((db) => db.selectFrom('audit_entry').selectAll().execute())
    expect(JSON.stringify(audit)).not.toContain(temporaryPassword)
  })

  test('resets a lost phone with the password; sessions end', async () => {
    const [admin, officer] = [await inside('quan-tri'), await inside('tinh')]
    const { secretKey } = (
      await officer.send('POST', '/own-account/second-factor', { currentPassword: PASSWORD })
    ).json()
    await officer.send('POST', '/own-account/second-factor/confirmation', {
      code: codeOf(secretKey),
    })
    const { temporaryPassword } = (
      await admin.send('POST', '/accounts/tinh/reset', { secondFactor: true })
    ).json()
    expect(await me(officer)).toBe(401)
    expect((await door.browser().signIn('tinh', temporaryPassword)).json().awaits).toBe('password')
    await door.behind(async (db) => {
      const { password_hash } = await db
        .selectFrom('account')
        .select('password_hash')
        .where('username', '=', 'so')
        .executeTakeFirstOrThrow()
      await db
        .updateTable('account')
        .set({ password_hash, must_change_password: false })
        .where('username', '=', 'tinh')
        .execute()
    })
  })

  test('cannot disable the own account, nor see a record', async () => {
    const admin = await inside('quan-tri')
    expect((await admin.send('POST', '/accounts/quan-tri/disable')).statusCode).toBe(400)
    expect((await admin.send('GET', '/cadres')).statusCode).toBe(403)
    expect((await admin.send('GET', '/cadres/1')).statusCode).toBe(403)
  })

  test('is the only one to see accounts in a real province', async () => {
    for (const username of ['tinh', 'so', 'thanh-tra', 'minh']) {
      const browser = await inside(username)
      expect((await browser.send('GET', '/accounts')).statusCode).toBe(403)
      expect((await browser.send('POST', '/accounts/so/reset')).statusCode).toBe(403)
    }
    const list = (await (await inside('quan-tri')).send('GET', '/accounts')).json()
    expect(JSON.stringify(list)).not.toMatch(/argon2|totp/)
  })
})

describe('an own password', () => {
  test('changes with the one in use only, and ends the other sessions', async () => {
    const [mine, elsewhere] = [await inside('minh'), await inside('minh')]
    const change = (currentPassword: string, newPassword: string) =>
      mine.send('POST', '/own-account/password', { currentPassword, newPassword })
    expect((await change('khong phai', 'mot chieu mua tren ben cu')).statusCode).toBe(400)
    expect((await change(PASSWORD, 'mot chieu mua tren ben cu')).statusCode).toBe(200)
    expect([await me(mine), await me(elsewhere)]).toEqual([200, 401])
    expect((await door.browser().signIn('minh')).statusCode).toBe(401)
    for (let i = 0; i < 3; i++) await change('đoán', 'mot chieu mua tren ben cu')
    expect((await change('đoán', 'mot chieu mua tren ben cu')).statusCode).toBe(403)
  })
})
