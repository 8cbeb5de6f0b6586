/** For tests at the door: the whole application, a province in real use, browsers with cookies. */
import { hash } from '@node-rs/argon2'
import type { FastifyInstance } from 'fastify'
import { generateSync } from 'otplib'
import { createApp } from './app.ts'
import { UNITS } from './cast.ts'
import type { House } from './kernel/context.ts'
import { type Db, inSchema } from './kernel/database.ts'
import { testHouse } from './testing.ts'

export const PASSWORD = 'con-duong-lang-co-cay-gao'

export interface Door {
  app: FastifyInstance
  house: House
  /** As the owner of the tables, to set a clock back or look behind. */
  behind<T>(work: (db: Db) => Promise<T>): Promise<T>
  browser(address?: string): Browser
  /** Leaves the database of the worker to the next test as it was. */
  close(): Promise<void>
}

export async function openDoor(
  options: Parameters<typeof createApp>[1] & { demonstration?: boolean } = {},
): Promise<Door> {
  const { demonstration = false, ...rest } = options
  const house = testHouse
  await setDemonstration(house, demonstration)
  const behind: Door['behind'] = (work) =>
    house.database.db.transaction().execute(async (db) => {
      await inSchema(db, 'p_thu_nghiem')
      return work(db)
    })
  await behind(noAccounts)
  await behind(addAccounts)
  const app = await createApp(house, rest)
  const close = async () => {
    await app.close()
    await behind(noAccounts)
    await setDemonstration(house, true)
  }
  const browser: Door['browser'] = (address = '10.0.0.1') => new Browser(app, address)
  return { app, house, behind, browser, close }
}

async function setDemonstration({ database }: House, demonstration: boolean): Promise<void> {
  await database.db
    .withSchema('public')
    .updateTable('province')
    .set({ demonstration })
    .where('code', '=', 'thu-nghiem')
    .execute()
}

async function noAccounts(db: Db): Promise<void> {
  await db.deleteFrom('session').execute()
  await db.deleteFrom('account').execute()
  await db.deleteFrom('sign_in_failure').execute()
  await db.deleteFrom('single_sign_on').execute()
  const needing = ['inspector', 'admin']
  await db.updateTable('role_requirement').set({ second_factor: false }).execute()
  await db
    .updateTable('role_requirement')
    .set({ second_factor: true })
    .where('role', 'in', needing)
    .execute()
}

async function addAccounts(db: Db): Promise<void> {
  const account = { password_hash: await hash(PASSWORD), display_name: 'Thử' }
  await db
    .insertInto('account')
    .values([
      { ...account, username: 'tinh', role: 'province_officer' },
      { ...account, username: 'so', role: 'unit_officer', unit_id: UNITS.health.id },
      { ...account, username: 'thanh-tra', role: 'inspector' },
      { ...account, username: 'quan-tri', role: 'admin' },
      { ...account, username: 'minh', role: 'cadre', cadre_id: 6 },
    ])
    .execute()
}

/** Keeps the cookies it is given, as a browser does. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #app: FastifyInstance
  readonly #address: string

  constructor(app: FastifyInstance, address: string) {
    this.#app = app
    this.#address = address
  }

  async send(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) {
    const answer = await this.#app.inject({
      method,
      url: `/api${url}`,
      remoteAddress: this.#address,
      headers: { cookie: this.cookieLine(), ...headers },
      ...(payload ? { payload } : {}),
    })
    for (const { name, value, maxAge, expires } of answer.cookies) {
      const gone = maxAge === 0 || (expires && expires.getTime() < Date.now())
      if (gone) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }

  signIn(username: string, password = PASSWORD, code?: string) {
    const asked = { province: 'thu-nghiem', username, password }
    return this.send('POST', '/sign-in', code === undefined ? asked : { ...asked, code })
  }

  cookieLine(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

/** The code of the phone, some half-minutes from now. */
export const codeOf = (secret: string, ahead = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + ahead * 30 })
