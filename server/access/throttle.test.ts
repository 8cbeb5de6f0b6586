import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Door, openDoor, PASSWORD } from '#server/test-door.ts'
import { waitAfter } from './throttle.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
beforeEach(async () => {
  await door.behind(async (db) => {
    await db.deleteFrom('sign_in_failure').execute()
    await db.deleteFrom('known_device').execute()
  })
})
afterAll(() => door.close())

async function guess(username: string, times: number, address = '10.9.9.9') {
  const stranger = door.browser(address)
  let last = 0
  for (let i = 0; i < times; i++) last = (await stranger.signIn(username, `sai ${i}`)).statusCode
  return last
}

const agoBy = (interval: string) =>
  door.behind((db) =>
    sql`update sign_in_failure set last_at = last_at - ${interval}::interval`.execute(db),
  )

test('the wait grows with each wrong try and has an end', () => {
  expect([0, 4, 5, 6, 7, 40].map(waitAfter)).toEqual([0, 0, 2, 4, 8, 900])
})

describe('an account and an address', () => {
  test('have to wait together after five wrong tries, even with the right password', async () => {
    expect(await guess('tinh', 5)).toBe(401)
    const answer = await door.browser('10.9.9.9').signIn('tinh')
    expect(answer.statusCode).toBe(403)
    expect(answer.json().message).toMatch(/đợi \d+ giây/)
    await agoBy('3 seconds')
    expect((await door.browser('10.9.9.9').signIn('tinh')).statusCode).toBe(200)
  })

  test('do not keep another account or another address waiting', async () => {
    await guess('tinh', 6)
    expect((await door.browser('10.9.9.9').signIn('so')).statusCode).toBe(200)
    expect((await door.browser('10.0.0.2').signIn('tinh')).statusCode).toBe(200)
  })

  test('an account that does not exist waits in the same words', async () => {
    await guess('khong-co', 5)
    await guess('tinh', 5)
    const [unknown, known] = [
      await door.browser('10.9.9.9').signIn('khong-co'),
      await door.browser('10.9.9.9').signIn('tinh'),
    ]
    expect([unknown.statusCode, known.statusCode]).toEqual([403, 403])
    expect(unknown.json().message.replace(/\d+/, '')).toBe(known.json().message.replace(/\d+/, ''))
  })

  test('many tries at once are counted one by one', async () => {
    const tries = Array.from({ length: 12 }, (_, i) =>
      door.browser('10.9.9.9').signIn('tinh', `cùng lúc ${i}`),
    )
    const statuses = (await Promise.all(tries)).map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
  })
})

describe('a stranger cannot lock others out', () => {
  test('the browser used before passes, from the very address of the stranger', async () => {
    const own = door.browser('10.9.9.9')
    expect((await own.signIn('tinh')).statusCode).toBe(200)
    await guess('tinh', 8)
    expect((await own.signIn('tinh')).statusCode).toBe(200)
  })

  test('a browser known to one account is a stranger to the next', async () => {
    const own = door.browser('10.9.9.9')
    await own.signIn('so')
    await guess('tinh', 6)
    expect((await own.signIn('tinh')).statusCode).toBe(403)
  })

  test('a known browser in wrong hands has to wait too', async () => {
    const own = door.browser('10.0.0.7')
    await own.signIn('tinh')
    for (let i = 0; i < 5; i++) await own.signIn('tinh', `sai ${i}`)
    expect((await own.signIn('tinh')).statusCode).toBe(403)
  })
})

describe('an attack from many addresses', () => {
  const attack = () =>
    door.behind((db) =>
      db
        .insertInto('sign_in_failure')
        .values(
          Array.from({ length: 60 }, (_, i) => ({
            who: 'tinh',
            place: `address:172.16.0.${i}`,
            failures: 1,
          })),
        )
        .execute(),
    )

  test('slows addresses never seen, and does not stop them', async () => {
    await attack()
    const traveller = door.browser('10.5.5.5')
    expect((await traveller.signIn('tinh')).statusCode).toBe(403)
    await agoBy('61 seconds')
    expect((await traveller.signIn('tinh')).statusCode).toBe(200)
  })

  test('leaves the office address and the known browser alone', async () => {
    const own = door.browser('10.0.0.8')
    await own.signIn('tinh')
    await attack()
    expect((await own.signIn('tinh')).statusCode).toBe(200)
    expect((await door.browser('10.0.0.8').signIn('tinh', PASSWORD)).statusCode).toBe(200)
  })
})
