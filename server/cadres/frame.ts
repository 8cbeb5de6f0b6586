import { sql } from 'kysely'
import { z } from 'zod'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { UNIT_BLOCKS } from '#server/organisation/code-lists.ts'

export const frameShape = z.object({
  rows: z.array(
    z.object({
      block: z.string().nullable(),
      label: z.string(),
      seats: z.number(),
      filled: z.number(),
      vacant: z.number(),
    }),
  ),
  /** People managed by the Standing Committee whose post the printed frame does not count. */
  outside: z.number(),
})

/** Seats of the frame against people in them, by block (01-ĐA/TU, Phần II.I). */
export const frame = query({
  name: 'organisation.frame',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: frameShape.extend({ asOf: z.string() }),
  async run(ctx, { asOf = ctx.today }) {
    return { asOf, ...(await frameOn(ctx, asOf)) }
  },
})

/** A reader of one subtree is answered about the posts of that subtree only. */
export async function frameOn(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  asOf: string,
): Promise<z.output<typeof frameShape>> {
  const inScope = actor.scope
    ? sql`u.tree_from between ${actor.scope.from}::integer and ${actor.scope.to}::integer`
    : sql`true`
  const { rows } = await sql<{
    block: string | null
    seats: number
    filled: number
    vacant: number
    outside: number
  }>`
    with held as (
      select post_id, count(*) as people, count(*) filter (where holding = 'main') as main
      from tenure
      where post_id is not null and holding in ('main', 'concurrent') and during @> ${asOf}::date
      group by post_id)
    select u.block,
      coalesce(sum(p.seats) filter (where p.in_frame), 0) as seats,
      coalesce(sum(h.people) filter (where p.in_frame), 0) as filled,
      coalesce(sum(greatest(p.seats - coalesce(h.people, 0), 0)) filter (where p.in_frame), 0)
        as vacant,
      coalesce(sum(h.main) filter (where not p.in_frame), 0) as outside
    from post p
    join unit u on u.id = p.unit_id
    left join held h on h.post_id = p.id
    where p.managed_by = 'standing_committee' and p.during @> ${asOf}::date and ${inScope}
    group by u.block
    order by array_position(${Object.keys(UNIT_BLOCKS)}::text[], u.block) nulls last`.execute(db)
  return {
    rows: rows
      .filter(({ seats, filled }) => seats > 0 || filled > 0)
      .map(({ block, seats, filled, vacant }) => ({
        block,
        label: labelOf(UNIT_BLOCKS, block) ?? 'Chưa xếp khối',
        seats,
        filled,
        vacant,
      })),
    outside: rows.reduce((sum, { outside }) => sum + outside, 0),
  }
}
