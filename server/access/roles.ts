import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { rightOf } from './rights.ts'

export type Sees = 'province' | 'unit' | 'own' | 'none'

export interface Role {
  code: string
  label: string
  sees: Sees
  /** Codes in force that day. */
  rights: ReadonlySet<string>
}

/** Whoever holds the server itself; no account has this role and no row limits it. */
const OPERATOR: Omit<Role, 'rights'> = {
  code: 'system',
  label: 'Người vận hành máy chủ',
  sees: 'province',
}

/** Whoever opens the public page: no account, nobody's record, and these two rights alone. */
export const VISITOR: Role = {
  code: 'visitor',
  label: 'Người xem không đăng nhập',
  sees: 'none',
  rights: new Set(['public_page.see', 'public_page.propose']),
}

const NOTHING: Role = { code: '', label: '', sees: 'none', rights: new Set() }

/** Read once a transaction: a request asks the door once, a test many times. */
const known = new WeakMap<Db, Map<string, Promise<Role>>>()

/** The role of the actor with the rights in force today; an unknown or ended one has none. */
export function ownRole({ db, actor, today }: Context): Promise<Role> {
  const read = known.get(db) ?? new Map<string, Promise<Role>>()
  known.set(db, read)
  const key = `${actor.role} ${today}`
  const role = read.get(key) ?? readRole(db, actor.role, today)
  read.set(key, role)
  return role
}

/** After a change of roles the rest of the transaction reads them anew. */
export const forgetRoles = ({ db }: Context): boolean => known.delete(db)

async function readRole(db: Db, code: string, on: string): Promise<Role> {
  if (code === OPERATOR.code) return { ...OPERATOR, rights: new Set() }
  if (code === VISITOR.code) return VISITOR
  const { rows } = await sql<Omit<Role, 'rights'> & { rights: string[] }>`
    select code, label, sees, array(select right_code from role_right
      where role = role.code and during @> ${on}::date order by right_code) as rights
    from role where code = ${code} and during @> ${on}::date`.execute(db)
  const [found] = rows
  return found ? { ...found, rights: new Set(found.rights) } : NOTHING
}

/** What the door asks: is the right this operation belongs to in force for the actor's role today? */
export async function permits(ctx: Context, operation: string): Promise<boolean> {
  if (ctx.actor.role === OPERATOR.code) return true
  const right = rightOf(operation)
  return right !== undefined && (await ownRole(ctx)).rights.has(right)
}

export async function roleNamed(db: Db, code: string, on: string): Promise<Omit<Role, 'rights'>> {
  const roles = await rolesOn(db, on)
  const found = roles.find((role) => role.code === code)
  if (found) return found
  const listed = roles.map((role) => `${role.code} (${role.label})`).join(', ')
  throw new Refusal('invalid', `Chưa có vai trò này. Các vai trò: ${listed}.`)
}

/** Codes and labels of the roles an account can be given on a day. */
export async function rolesOn(db: Db, on: string): Promise<Omit<Role, 'rights'>[]> {
  const { rows } = await sql<Omit<Role, 'rights'>>`
    select code, label, sees from role where during @> ${on}::date
    order by lower(during), array_position(array['province', 'unit', 'own', 'none'], sees), label`.execute(
    db,
  )
  return rows
}
