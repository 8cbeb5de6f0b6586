import { hash } from '@node-rs/argon2'
import type { Db } from '#server/kernel/database.ts'
import { insertRows } from '#server/kernel/database.ts'
import { readProvinceFile } from './province-file.ts'
import { agencyOf, type Person, type Unit, type World } from './world.ts'

export interface DemonstrationAccount {
  username: string
  password: string
  /** Who signs in, in Vietnamese. */
  says: string
}

/** What `npm start` prints; a real province has none of these. */
export function demonstrationAccounts(code: string): DemonstrationAccount[] {
  return readProvinceFile(code).accounts.map(({ username, password, what }) => ({
    username,
    password,
    says: what,
  }))
}

export async function openAccounts(db: Db, world: World): Promise<void> {
  const rows = []
  for (const plan of world.file.accounts) {
    const unit = plan.unit ? unitCoded(world, plan.unit) : null
    const person = unit && (PERSON[plan.role]?.(world, unit) ?? null)
    rows.push({
      username: plan.username,
      password_hash: await hash(plan.password),
      display_name: plan.display_name ?? person?.name ?? plan.username,
      position: plan.position ?? person?.seat?.post.name ?? null,
      role: plan.role,
      unit_id: plan.role === 'cadre' ? null : (unit?.id ?? null),
      cadre_id: person?.id ?? null,
    })
  }
  await insertRows(db, 'account', rows)
}

/** Whose own record an account of a role opens. */
const PERSON: Record<string, (world: World, unit: Unit) => Person> = {
  cadre: ordinaryPerson,
  unit_head: headOf,
}

function headOf(world: World, unit: Unit): Person {
  const person = world.people.find(
    ({ seat }) => seat?.post.unit === unit && /^(division_)?head$/.test(seat.post.rank),
  )
  if (!person) throw new Error(`Nobody heads ${unit.name}.`)
  return person
}

function unitCoded(world: World, code: string): Unit {
  const unit = world.units.find((candidate) => candidate.code === code)
  if (!unit) throw new Error(`The accounts name a unit that does not exist: ${code}.`)
  return unit
}

/** A deputy division head has a career to look at and nothing that stands out. */
export function ordinaryPerson(world: World, unit: Unit): Person {
  const person = world.people.find(
    ({ seat, gap }) =>
      !gap && seat?.post.rank === 'division_deputy' && agencyOf(seat.post.unit) === unit,
  )
  if (!person) throw new Error(`Nobody ordinary serves in ${unit.name}.`)
  return person
}
