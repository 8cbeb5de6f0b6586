import { sql } from 'kysely'
import { accountsFollow } from '#server/access/moved-accounts.ts'
import { keepRecordsWhereServing } from '#server/cadres/moves.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { numberTree } from '#server/organisation/added-units.ts'

/**
 * What only knows today follows the decisions whose day has come: where records are kept, what
 * accounts see, the numbers of the tree. Asked when a plan is decided and once a day.
 */
export async function settle(ctx: Pick<Context, 'db' | 'today'>): Promise<number> {
  const { rows: due } = await sql<{ planId: number }>`
    update reorganisation_decision d set settled_on = ${ctx.today}::date
    from reorganisation_plan p
    where p.id = d.plan_id and d.settled_on is null and p.effective_on <= ${ctx.today}::date
      and not exists (select from reorganisation_undo x where x.plan_id = d.plan_id)
    returning d.plan_id as "planId"`.execute(ctx.db)
  for (const { planId } of due) {
    await keepRecordsWhereServing(ctx.db, await peopleOf(ctx.db, planId), ctx.today)
    await letAccountsFollow(ctx, planId)
  }
  if (due.length > 0) await numberTree(ctx.db, ctx.today)
  return due.length
}

export async function peopleOf(db: Db, planId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct (coalesce(became, was) ->> 'cadre_id')::integer as id from reorganisation_change
    where plan_id = ${planId} and table_name = 'tenure'`.execute(db)
  return rows.map(({ id }) => id)
}

/** To the one unit that followed; where several did, an administrator says which. */
async function letAccountsFollow(ctx: Pick<Context, 'db'>, planId: number): Promise<void> {
  const { rows } = await sql<{ from: number; to: number }>`
    select (became ->> 'unit_id')::integer as "from", min((became ->> 'successor_id')::integer) as "to"
    from reorganisation_change where plan_id = ${planId} and table_name = 'unit_succession'
    group by 1 having count(*) = 1`.execute(ctx.db)
  for (const { from, to } of rows) {
    for (const account of await accountsFollow(ctx, from, to)) {
      await sql`insert into reorganisation_change (plan_id, table_name, was, became)
        values (${planId}, 'account', ${JSON.stringify(account)}::jsonb,
          ${JSON.stringify({ ...account, unit_id: to })}::jsonb)`.execute(ctx.db)
    }
  }
}
