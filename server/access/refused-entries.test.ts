import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Door, openDoor } from '#server/test-door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor({ demonstration: true })
})
afterAll(() => door.close())
beforeEach(() =>
  door.behind(async (db) => {
    await db.deleteFrom('sign_in_failure').execute()
  }),
)

/** Each from an address of its own, so that no wait stops the next. */
async function wrongTries(username: string, times: number): Promise<void> {
  for (let i = 1; i <= times; i++) await door.browser(`10.7.0.${i}`).signIn(username, 'đoán mò')
}

const entriesAfter = (id: number) =>
  door.behind((db) =>
    db
      .selectFrom('audit_entry')
      .select(['actor', 'input'])
      .where('operation', '=', 'access.sign_in_refused')
      .where('id', '>', id)
      .orderBy('id')
      .execute(),
  )

const lastEntry = () =>
  door.behind(
    async (db) =>
      (await db.selectFrom('audit_head').select('entries').executeTakeFirstOrThrow()).entries,
  )

test('a refused sign-in is in the log, and a flood of them adds ever fewer entries', async () => {
  const before = await lastEntry()
  await wrongTries('tinh', 21)
  const entries = await entriesAfter(before)
  expect(entries.map(({ input }) => JSON.parse(input).tries)).toEqual([1, 5, 10, 20])
  expect(entries[0]).toMatchObject({ actor: 'tinh', input: expect.stringContaining('10.7.0.1') })
  expect(JSON.stringify(entries)).not.toContain('đoán mò')
})

test('a name nobody has leaves none', async () => {
  const before = await lastEntry()
  await wrongTries('khong-co', 6)
  expect(await entriesAfter(before)).toEqual([])
})
