import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { inScope } from '#server/organisation/in-scope.ts'

export interface UnitInScope {
  id: number
  name: string
  treeFrom: number
  treeTo: number
}

/** The unit asked about; without one the top of what the reader sees. */
export async function unitInScope(
  ctx: Context,
  id: number | undefined,
  asOf: string,
): Promise<UnitInScope> {
  const { rows } = await sql<UnitInScope>`
    select u.id, coalesce(n.name, u.code) as name, u.tree_from as "treeFrom", u.tree_to as "treeTo"
    from unit u left join unit_name n on n.unit_id = u.id and n.during @> ${asOf}::date
    where ${inScope(ctx)} and u.during @> ${asOf}::date
      and (${id ?? null}::integer is null or u.id = ${id ?? null}::integer)
    order by u.tree_from limit 1`.execute(ctx.db)
  if (rows[0]) return rows[0]
  throw new Refusal(
    'not_found',
    'Ngày này không có đơn vị đó trong phạm vi tài khoản được xem. Hãy chọn đơn vị hoặc ngày khác.',
  )
}
