import { createHash, randomBytes } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, House, Province } from '#server/kernel/context.ts'
import { type Db, inSchema } from '#server/kernel/database.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { ROLE_LABELS, SEES_WHOLE_PROVINCE } from './permissions.ts'

const HOURS = 12
const digest = (token: string) => createHash('sha256').update(token).digest('hex')
/** Verified when the account is unknown, so that an answer takes as long as for a known one. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$lY5dHhY8D1uXrYwJPQx8cyoXjDqu1f0l8b8A0n5mCkE'

export const signInInput = z.object({
  province: z.string().min(1, 'Hãy chọn tỉnh.'),
  username: z.string().trim().toLowerCase().min(1, 'Hãy nhập tên đăng nhập.'),
  password: z.string().min(1, 'Hãy nhập mật khẩu.'),
})

/** Opens a session. The token goes to the browser only; the table keeps its hash. */
export async function signIn(
  house: House,
  province: Province,
  input: z.output<typeof signInInput>,
): Promise<string> {
  return house.database.db.transaction().execute(async (db) => {
    await inSchema(db, province.schema_name)
    const account = await db
      .selectFrom('account')
      .selectAll()
      .where('username', '=', input.username)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    const matches = await verify(account?.password_hash ?? NOBODY, input.password).catch(
      () => false,
    )
    if (!account || !matches) {
      throw new Refusal(
        'unauthenticated',
        'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock.',
      )
    }
    const token = randomBytes(32).toString('base64url')
    await db
      .insertInto('session')
      .values({
        token_hash: digest(token),
        account_id: account.id,
        expires_at: sql`now() + make_interval(hours => ${HOURS})`,
      })
      .execute()
    return `${province.code}.${token}`
  })
}

export async function signOut(house: House, cookie: string): Promise<void> {
  const [, token = ''] = cookie.split('.')
  await house.database.db.transaction().execute(async (db) => {
    const province = await provinceOf(db, cookie)
    if (!province) return
    await inSchema(db, province.schema_name)
    await db.deleteFrom('session').where('token_hash', '=', digest(token)).execute()
  })
}

/** Who a cookie belongs to, as long as its session and account live. */
export async function sessionOf(
  house: House,
  cookie: string,
): Promise<{ province: Province; actor: Actor } | undefined> {
  const [, token = ''] = cookie.split('.')
  return house.database.db.transaction().execute(async (db) => {
    const province = await provinceOf(db, cookie)
    if (!province) return undefined
    await inSchema(db, province.schema_name)
    const found = await db
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .leftJoin('unit', 'unit.id', 'account.unit_id')
      .select([
        'username',
        'display_name',
        'position',
        'role',
        'account.unit_id',
        'cadre_id',
        'tree_from',
        'tree_to',
      ])
      .where('token_hash', '=', digest(token))
      .where('expires_at', '>', sql<string>`now()`)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!found) return undefined
    const actor: Actor = {
      name: found.username,
      displayName: found.display_name,
      position: found.position,
      role: found.role,
      unitId: found.unit_id,
      cadreId: found.role === 'cadre' ? found.cadre_id : null,
      scope: SEES_WHOLE_PROVINCE.has(found.role)
        ? null
        : { from: found.tree_from ?? -1, to: found.tree_to ?? -1 },
    }
    return { province, actor }
  })
}

async function provinceOf(db: Db, cookie: string): Promise<Province | undefined> {
  const [code = ''] = cookie.split('.')
  return db
    .withSchema('public')
    .selectFrom('province')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
}

/** The person at the keyboard and the province in front of them. */
export const whoAmI = query({
  name: 'access.who_am_i',
  input: z.object({}),
  output: z.object({
    username: z.string(),
    displayName: z.string(),
    position: z.string().nullable(),
    role: z.string(),
    roleLabel: z.string(),
    cadreId: z.number().nullable(),
    unitId: z.number().nullable(),
    province: z.object({
      code: z.string(),
      name: z.string(),
      demonstration: z.boolean(),
      looksAt: z.string().nullable(),
    }),
    today: z.string(),
  }),
  async run({ actor, province, today }) {
    return {
      username: actor.name,
      displayName: actor.displayName,
      position: actor.position,
      role: actor.role,
      roleLabel: ROLE_LABELS[actor.role] ?? actor.role,
      cadreId: actor.cadreId,
      unitId: actor.unitId,
      province: {
        code: province.code,
        name: province.name,
        demonstration: province.demonstration,
        looksAt: province.looks_at,
      },
      today,
    }
  },
})
