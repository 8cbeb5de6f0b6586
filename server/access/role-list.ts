import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { COLUMN_GROUPS } from './column-groups.ts'
import { RIGHTS } from './rights.ts'
import { rolesOn } from './roles.ts'

const held = z.object({
  id: z.number(),
  role: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  basis: z.string(),
  endedBy: z.string().nullable(),
})

/** Which role holds what on a day: the rights of the program, and the restricted column groups. */
export const roleList = query({
  name: 'access.roles',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({
    asOf: z.string(),
    roles: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        sees: z.enum(['province', 'unit', 'own', 'none']),
        /** The reader's own role, which somebody else has to change. */
        own: z.boolean(),
      }),
    ),
    rights: z.array(
      z.object({ code: z.string(), label: z.string(), field: z.string(), held: z.array(held) }),
    ),
    groups: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        held: z.array(held.extend({ ownRecordOnly: z.boolean() })),
      }),
    ),
  }),
  async run({ db, actor, today }, { asOf = today }) {
    const roles = await rolesOn(db, asOf)
    const fields = Object.groupBy(Object.entries(RIGHTS), ([, { field }]) => field)
    const byField = Object.values(fields).flatMap((rows) => rows ?? [])
    const rights = await rightsOn(db, asOf)
    const groups = await groupsOn(db, asOf)
    return {
      asOf,
      roles: roles.map((role) => ({ ...role, own: role.code === actor.role })),
      rights: byField.map(([code, { label, field }]) => ({
        code,
        label,
        field,
        held: rights.filter(({ what }) => what === code),
      })),
      groups: Object.entries(COLUMN_GROUPS).map(([code, { label }]) => ({
        code,
        label,
        held: groups.filter(({ what }) => what === code),
      })),
    }
  },
})

interface Held {
  id: number
  role: string
  what: string
  from: string
  to: string | null
  basis: string
  endedBy: string | null
}

const span = sql`lower(during)::text as "from", upper(during)::text as "to"`

async function rightsOn(db: Db, on: string): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select id, role, right_code as what, ${span}, basis, ended_by as "endedBy"
    from role_right where during @> ${on}::date order by id`.execute(db)
  return rows
}

async function groupsOn(db: Db, on: string): Promise<(Held & { ownRecordOnly: boolean })[]> {
  const { rows } = await sql<Held & { ownRecordOnly: boolean }>`
    select id, role, column_group as what, ${span}, basis, ended_by as "endedBy",
      own_record_only as "ownRecordOnly"
    from column_group_grant where during @> ${on}::date order by id`.execute(db)
  return rows
}
