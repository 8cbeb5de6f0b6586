import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { onClosedTables } from './closed-tables.ts'
import { COLUMN_GROUPS } from './column-groups.ts'
import {
  alreadyHeld,
  endedBy,
  givenBy,
  mustEndWithin,
  mustNotRewrite,
  roleToChange,
  type Stored,
} from './role-changes.ts'

const span = sql`lower(during)::text as "from", upper(during)::text as "to", basis, ended_by as "endedBy"`

/** A role reads a restricted group from a day on, of everybody in its scope or of the own record. */
export const grantColumnGroup = command({
  name: 'access.grant_column_group',
  input: z.strictObject({
    role: z.string(),
    group: z.string(),
    ownRecordOnly: z.boolean().default(false),
    ...givenBy,
  }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `column_group_grant:${id}` }),
  async run(ctx, { role: code, group, ownRecordOnly, from, to, decisionNo }) {
    const label = COLUMN_GROUPS[group]?.label
    if (!label) throw new Refusal('not_found', 'Không có nhóm thông tin này. Hãy chọn trong bảng.')
    mustNotRewrite(ctx, from, to)
    return onClosedTables(ctx, async (db) => {
      const role = await roleToChange(ctx, db, code)
      if (role.sees === 'none')
        throw new Refusal(
          'against_rule',
          `${role.label} trông coi tài khoản nên không được giao nhóm thông tin của hồ sơ nào.`,
        )
      const during = sql`daterange(${from}::date, ${to ?? null}::date)`
      const { rows: held } = await sql<Stored>`select ${span} from column_group_grant
        where role = ${code} and column_group = ${group} and during && ${during}
        order by lower(during) limit 1`.execute(db)
      if (held[0]) throw alreadyHeld(role, label, held[0])
      const { rows } = await sql<{ id: number }>`
        insert into column_group_grant (role, column_group, own_record_only, during, basis)
        values (${code}, ${group}, ${ownRecordOnly}, ${during}, ${decisionNo})
        returning id`.execute(db)
      return { id: rows[0]?.id ?? 0 }
    })
  },
})

export const endColumnGroup = command({
  name: 'access.end_column_group',
  input: z.strictObject(endedBy),
  output: z.object({ id: z.number(), endedOn: z.string() }),
  about: ({ id }) => ({ caseRef: `column_group_grant:${id}` }),
  async run(ctx, { id, endedOn, decisionNo }) {
    return onClosedTables(ctx, async (db) => {
      const { rows } = await sql<Stored & { role: string }>`
        select role, ${span} from column_group_grant where id = ${id} for update`.execute(db)
      const [stored] = rows
      if (!stored) throw new Refusal('not_found', 'Không có quyền xem này. Hãy tải lại trang.')
      await roleToChange(ctx, db, stored.role)
      mustEndWithin(ctx, stored, endedOn)
      await sql`update column_group_grant set ended_by = ${decisionNo},
        during = daterange(lower(during), ${endedOn}::date) where id = ${id}`.execute(db)
      return { id, endedOn }
    })
  },
})
