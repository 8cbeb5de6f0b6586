import { sql } from 'kysely'
import { z } from 'zod'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Db } from '#server/kernel/database.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { RANKS } from '#server/organisation/code-lists.ts'
import { unitsOn } from '#server/organisation/units.ts'
import { staffedUnit, staffedUnits } from './staffing.ts'

const holder = z.object({
  cadreId: z.number(),
  name: z.string(),
  title: z.string(),
  since: z.string(),
  termUntil: z.string().nullable(),
  holding: z.enum(['main', 'concurrent', 'acting']),
})

/** One unit that day: its posts in order of rank, who sits in them, and who serves without a post. */
export const unitPosts = query({
  name: 'organisation.unit',
  input: z.strictObject({ id: wholeNumber, asOf: isoDate.optional() }),
  output: staffedUnit.extend({
    asOf: z.string(),
    path: z.array(z.object({ id: z.number(), name: z.string() })),
    posts: z.array(
      z.object({
        id: z.number(),
        titleCode: z.string(),
        name: z.string(),
        rank: z.string(),
        rankLabel: z.string().nullable(),
        managedBy: z.string().nullable(),
        inFrame: z.boolean(),
        isKey: z.boolean(),
        seats: z.number(),
        filled: z.number().nullable(),
        vacant: z.number().nullable(),
        holders: z.array(holder),
      }),
    ),
    withoutPost: z.array(holder),
  }),
  async run(ctx, { id, asOf = ctx.today }) {
    const [unit] = await staffedUnits(ctx, asOf, id)
    if (!unit) {
      throw new Refusal(
        'not_found',
        `Ngày ${inVietnamese(asOf)} không có đơn vị này. Hãy chọn ngày khác hoặc chọn đơn vị trong cây tổ chức.`,
      )
    }
    const seen = unit.filled !== null
    const posts = await postsOf(ctx.db, id, asOf)
    return {
      ...unit,
      asOf,
      path: await pathTo(ctx.db, id, asOf),
      posts: posts.map(({ held, ...post }) => ({
        ...post,
        rankLabel: labelOf(RANKS, post.rank),
        filled: seen ? held : null,
        vacant: seen ? Math.max(post.seats - held, 0) : null,
      })),
      withoutPost: await servingWithoutPost(ctx.db, id, asOf),
    }
  },
})

type Holder = z.output<typeof holder>

const holderObject = sql`json_build_object('cadreId', c.id, 'name', c.full_name,
  'title', t.title, 'since', lower(t.during), 'termUntil', t.term_until, 'holding', t.holding)`

async function postsOf(db: Db, unitId: number, asOf: string) {
  const { rows } = await sql<{
    id: number
    titleCode: string
    name: string
    rank: string
    managedBy: string | null
    inFrame: boolean
    isKey: boolean
    seats: number
    held: number
    holders: Holder[]
  }>`select p.id, p.title_code as "titleCode", p.name, p.rank, p.managed_by as "managedBy", p.in_frame as "inFrame",
      p.is_key as "isKey", p.seats,
      count(*) filter (where t.holding in ('main', 'concurrent')) as held,
      coalesce(json_agg(${holderObject} order by t.seat_no, c.name_key)
        filter (where c.id is not null), '[]') as holders
    from post p
    left join job_title j on j.code = p.title_code
    left join tenure t on t.post_id = p.id and t.during @> ${asOf}::date
    left join cadre c on c.id = t.cadre_id
    where p.unit_id = ${unitId} and p.during @> ${asOf}::date
    group by p.id, j.sort_order
    order by array_position(${Object.keys(RANKS)}::text[], p.rank), j.sort_order, p.id`.execute(db)
  return rows
}

/** People the records place in the unit but in none of its posts, as imported lists often do. */
async function servingWithoutPost(db: Db, unitId: number, asOf: string): Promise<Holder[]> {
  const { rows } = await sql<{ one: Holder }>`select ${holderObject} as one
    from tenure t join cadre c on c.id = t.cadre_id
    where t.unit_id = ${unitId} and t.post_id is null and t.during @> ${asOf}::date
    order by c.name_key, c.id`.execute(db)
  return rows.map(({ one }) => one)
}

async function pathTo(db: Db, unitId: number, asOf: string) {
  const { rows } = await sql<{ id: number; name: string }>`
    with recursive alive as materialized (${unitsOn(asOf)}),
    above(id, name, parent_id, height) as (
      select id, name, parent_id, 0 from alive where id = ${unitId}
      union all
      select a.id, a.name, a.parent_id, b.height + 1
      from above b join alive a on a.id = b.parent_id where b.height < 20)
    select id, name from above order by height desc`.execute(db)
  return rows
}
