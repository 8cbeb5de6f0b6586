import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { performLocally } from '#server/local-door.ts'
import { type Door, openDoor } from '#server/test-door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
  await door.behind((db) => db.deleteFrom('account').execute())
})
afterAll(() => door.close())

const locally = (operation: string, input: Record<string, unknown> = {}) =>
  performLocally(door.house, operation, 'thu-nghiem', input)

const answers = (code: string) => ({
  province: 'thu-nghiem',
  code,
  username: 'quan.tri',
  displayName: 'Người quản trị',
  password: 'một chiều mưa trên bến cũ',
})

describe('a real province without accounts', () => {
  test('says at the door that it waits for its first administrator', async () => {
    const [province] = (await door.browser().send('GET', '/provinces')).json()
    expect(province).toMatchObject({ awaitsSetUp: true, accounts: [] })
  })

  test('takes no administrator without the code, and makes guessing wait', async () => {
    const browser = door.browser('10.9.9.9')
    const statuses = []
    for (let i = 0; i < 6; i++)
      statuses.push((await browser.send('POST', '/set-up', answers(`aaaaa-${i}`))).statusCode)
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403])
    expect((await browser.send('POST', '/set-up', answers('x'))).json().message).toMatch(/đợi/)
  })

  test('takes one with it, once; then the code is worth nothing', async () => {
    const { code: earlier } = (await locally('access.issue_set_up_code')) as { code: string }
    const { code } = (await locally('access.issue_set_up_code')) as { code: string }
    const set = (with_: string) => door.browser().send('POST', '/set-up', answers(with_))
    expect((await set(earlier)).statusCode).toBe(403)
    expect((await set(code)).json()).toEqual({ ready: true })
    expect((await set(code)).statusCode).toBe(403)
    await expect(locally('access.issue_set_up_code')).rejects.toThrow(/đã có tài khoản/)
    const signedIn = await door.browser().signIn('quan.tri', 'một chiều mưa trên bến cũ')
    expect(signedIn.json()).toEqual({ signedIn: false, awaits: 'enrol' })
  })
})

describe('the command line', () => {
  test('adds, lists, resets and disables accounts as the local operator', async () => {
    const added = await locally('access.add_account', {
      username: 'so.y.te',
      displayName: 'Cán bộ Sở Y tế',
      role: 'unit_officer',
      unitCode: 'u4',
    })
    expect(added).toMatchObject({ username: 'so.y.te' })
    await expect(
      locally('access.add_account', { username: 'a.b', displayName: 'A', role: 'unit_officer' }),
    ).rejects.toThrow(/đơn vị/)
    await locally('access.reset_account', { username: 'so.y.te' })
    await locally('access.disable_account', { username: 'so.y.te' })
    const { accounts } = (await locally('access.accounts')) as { accounts: { username: string }[] }
    expect(accounts.find(({ username }) => username === 'so.y.te')).toMatchObject({
      unitName: 'Sở Y tế',
      disabled: true,
      mustChangePassword: true,
    })
  })

  test('does not disable the only administrator', async () => {
    await expect(locally('access.disable_account', { username: 'quan.tri' })).rejects.toThrow(
      /duy nhất/,
    )
  })
})
