import { sql } from 'kysely'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { RANKS } from '#server/organisation/code-lists.ts'
import type { LiveTable, Whose } from './live.ts'

interface Rank {
  rank: string
  seats: number
  held: number
}

/** Seats of leaders, how many are held and how many are free: what has to be filled. */
export async function demand({ db }: Context, { unitId, asOf }: Whose): Promise<LiveTable> {
  const { rows } = await sql<Rank>`
    select p.rank, sum(p.seats)::int as seats, sum(least(p.seats, h.held))::int as held
    from post p join unit u on u.id = p.unit_id and u.during @> ${asOf}::date
    cross join lateral (select count(*)::int as held from tenure t where t.post_id = p.id
      and t.holding = 'main' and t.during @> ${asOf}::date) h
    where p.during @> ${asOf}::date
      and p.rank in ('head', 'deputy', 'member', 'division_head', 'division_deputy')
      ${
        unitId === null
          ? sql``
          : sql`and u.tree_from between (select tree_from from unit where id = ${unitId}::integer)
              and (select tree_to from unit where id = ${unitId}::integer)`
      }
    group by 1 order by array_position(${Object.keys(RANKS)}::text[], p.rank)`.execute(db)
  const free = (held: readonly Rank[]) => held.reduce((sum, one) => sum + one.seats - one.held, 0)
  return {
    headings: ['Cấp chức vụ', 'Số vị trí', 'Đang giữ', 'Còn khuyết'],
    rows: rows.map((one) => [
      labelOf(RANKS, one.rank) ?? one.rank,
      one.seats,
      one.held,
      free([one]),
    ]),
    total: free(rows),
    note: `Vị trí lãnh đạo, quản lý theo khung ngày ${inVietnamese(asOf)}; cấp phó khuyết chưa hẳn phải bổ nhiệm đủ.`,
  }
}
