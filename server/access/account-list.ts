import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import { query } from '#server/kernel/operation.ts'
import { mustAdminister, secretVariable } from './administration.ts'
import { onClosedTables } from './closed-tables.ts'
import { rolesOn } from './roles.ts'
import { alive } from './sessions.ts'

const accountShape = z.object({
  username: z.string(),
  displayName: z.string(),
  position: z.string().nullable(),
  role: z.string(),
  roleLabel: z.string(),
  sees: z.enum(['province', 'unit', 'own', 'none']),
  unitId: z.number().nullable(),
  unitName: z.string().nullable(),
  cadreId: z.number().nullable(),
  cadreName: z.string().nullable(),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  secondFactor: z.boolean(),
  ssoSubject: z.string().nullable(),
  sessions: z.number(),
  lastSeenAt: z.string().nullable(),
})

export const accountList = query({
  name: 'access.accounts',
  input: z.object({}),
  output: z.object({
    accounts: z.array(accountShape),
    roles: z.array(
      z.object({
        role: z.string(),
        label: z.string(),
        sees: z.enum(['province', 'unit', 'own', 'none']),
        secondFactor: z.boolean(),
      }),
    ),
    units: z.array(z.object({ id: z.number(), name: z.string() })),
    singleSignOn: z
      .object({ issuer: z.string(), clientId: z.string(), label: z.string() })
      .nullable(),
    /** The environment variable that holds the provider's secret. */
    secretVariable: z.string(),
  }),
  async run(ctx) {
    await mustAdminister(ctx)
    return onClosedTables(ctx, async (db) => {
      const required = await db.selectFrom('role_requirement').selectAll().execute()
      const provider = await db.selectFrom('single_sign_on').selectAll().executeTakeFirst()
      return {
        accounts: await accountRows(db, ctx.today),
        roles: (await rolesOn(db, ctx.today)).map(({ code, label, sees }) => ({
          role: code,
          label,
          sees,
          secondFactor: required.find((one) => one.role === code)?.second_factor ?? true,
        })),
        units: await unitChoices(db, ctx.today),
        singleSignOn: provider
          ? { issuer: provider.issuer, clientId: provider.client_id, label: provider.label }
          : null,
        secretVariable: secretVariable(ctx.province.code),
      }
    })
  },
})

async function accountRows(db: Db, today: string) {
  const { rows } = await sql<z.output<typeof accountShape>>`
    select username, display_name as "displayName", account.position, account.role, role.label as "roleLabel", sees, account.unit_id as "unitId",
      named.name as "unitName", account.cadre_id as "cadreId", cadre.full_name as "cadreName",
      disabled_at is not null as disabled, must_change_password as "mustChangePassword",
      totp_confirmed_at is not null as "secondFactor", sso_subject as "ssoSubject",
      coalesce(live.sessions, 0)::int as sessions, to_char(live.last_seen_at at time zone 'utc',
        'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastSeenAt"
    from account join role on role.code = account.role
    left join unit_name named on named.unit_id = account.unit_id and named.during @> ${today}::date
    left join cadre on cadre.id = account.cadre_id
    left join lateral (select count(*) as sessions, max(session.last_seen_at) as last_seen_at
      from session where session.account_id = account.id and ${alive}) live on true
    order by disabled_at is not null, username`.execute(db)
  return rows
}

async function unitChoices(db: Db, today: string) {
  const { rows } = await sql<{ id: number; name: string }>`
    select unit.id, coalesce(named.name || ' – ' || above.name, named.name) as name from unit
    join unit_name named on named.unit_id = unit.id and named.during @> ${today}::date
    left join unit_parent parent on parent.unit_id = unit.id and parent.during @> ${today}::date
    left join unit_name above on above.unit_id = parent.parent_id and above.during @> ${today}::date
    where unit.during @> ${today}::date
    order by unit.tree_from`.execute(db)
  return rows
}
