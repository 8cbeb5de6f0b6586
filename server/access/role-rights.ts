import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { onClosedTables } from './closed-tables.ts'
import { changes, OWN_ACCOUNT, RIGHTS, type Right } from './rights.ts'
import {
  alreadyHeld,
  endedBy,
  givenBy,
  mustEndWithin,
  mustNotRewrite,
  type RoleToChange,
  roleToChange,
  type Stored,
} from './role-changes.ts'
import { forgetRoles } from './roles.ts'

const rights: Readonly<Record<string, Right>> = RIGHTS
const span = sql`lower(during)::text as "from", upper(during)::text as "to", basis, ended_by as "endedBy"`

/** A role may do more from a day on, by a decision. */
export const grantRight = command({
  name: 'access.grant_right',
  input: z.strictObject({ role: z.string(), right: z.string(), ...givenBy }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `role_right:${id}` }),
  async run(ctx, { role: code, right: rightCode, from, to, decisionNo }) {
    const right = rights[rightCode]
    if (!right) throw new Refusal('not_found', 'Không có quyền này. Hãy chọn trong bảng.')
    mustNotRewrite(ctx, from, to)
    forgetRoles(ctx)
    return onClosedTables(ctx, async (db) => {
      const role = await roleToChange(ctx, db, code)
      mustKeepApart(role, rightCode, right)
      const during = sql`daterange(${from}::date, ${to ?? null}::date)`
      const { rows: held } = await sql<Stored>`select ${span} from role_right
        where role = ${code} and right_code = ${rightCode} and during && ${during}
        order by lower(during) limit 1`.execute(db)
      if (held[0]) throw alreadyHeld(role, right.label, held[0])
      const { rows } = await sql<{ id: number }>`
        insert into role_right (role, right_code, during, basis)
        values (${code}, ${rightCode}, ${during}, ${decisionNo}) returning id`.execute(db)
      return { id: rows[0]?.id ?? 0 }
    })
  },
})

/** Accounts and personnel are two people's work, and who inspects changes nothing. */
function mustKeepApart(role: RoleToChange, rightCode: string, right: Right): void {
  if (right.opensRecords && role.sees === 'none')
    throw new Refusal(
      'against_rule',
      `${role.label} trông coi tài khoản nên không được giao quyền mở hồ sơ (“${right.label}”). Hãy giao cho vai trò quản lý hồ sơ.`,
    )
  if (right.keepsAccounts && role.sees !== 'none')
    throw new Refusal(
      'against_rule',
      `${role.label} xem được hồ sơ nên không được giao “${right.label}”. Hãy giao cho vai trò không xem hồ sơ.`,
    )
  if (right.wholeProvince && role.sees !== 'province')
    throw new Refusal(
      'against_rule',
      `“${right.label}” chỉ có nghĩa khi thấy cả tỉnh. Hãy giao cho vai trò xem toàn tỉnh.`,
    )
  if (role.onlyReads && changes(rightCode))
    throw new Refusal(
      'against_rule',
      `${role.label} chỉ xem; không giao được quyền ghi (“${right.label}”).`,
    )
}

export const endRight = command({
  name: 'access.end_right',
  input: z.strictObject(endedBy),
  output: z.object({ id: z.number(), endedOn: z.string() }),
  about: ({ id }) => ({ caseRef: `role_right:${id}` }),
  async run(ctx, { id, endedOn, decisionNo }) {
    forgetRoles(ctx)
    return onClosedTables(ctx, async (db) => {
      const { rows } = await sql<Stored & { role: string; right: string }>`
        select role, right_code as right, ${span} from role_right
        where id = ${id} for update`.execute(db)
      const [stored] = rows
      if (!stored) throw new Refusal('not_found', 'Không có quyền này. Hãy tải lại trang.')
      await roleToChange(ctx, db, stored.role)
      if (stored.right === OWN_ACCOUNT)
        throw new Refusal(
          'against_rule',
          'Ai có tài khoản cũng phải tự đổi được mật khẩu của mình; quyền này không thôi giao được. Muốn chặn một người thì khóa tài khoản.',
        )
      mustEndWithin(ctx, stored, endedOn)
      await sql`update role_right set ended_by = ${decisionNo},
        during = daterange(lower(during), ${endedOn}::date) where id = ${id}`.execute(db)
      return { id, endedOn }
    })
  },
})
