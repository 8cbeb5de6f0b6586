import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { query } from '#server/kernel/operation.ts'
import { capped } from './cap.ts'
import { citingOf, cycleNamed } from './cycle.ts'
import { periodShape } from './periods.ts'
import { isSpecial, type Proposal, proposals } from './proposals.ts'
import type { Rating } from './ratings.ts'
import type { Citing } from './score.ts'
import { scoresInSql } from './score-in-sql.ts'
import { capRow } from './shapes.ts'

const over = capRow.extend({
  cycleId: z.number(),
  unitId: z.number(),
  unitName: z.string(),
  agencyName: z.string().nullable(),
  scheme: z.string(),
  clause: z.string(),
})

/** Every unit and group of a period over its cap as the ratings would stand now. */
export const overCap = query({
  name: 'evaluation.over_cap',
  input: z.strictObject({ period: periodShape }),
  output: z.object({ rows: z.array(over) }),
  run: async (ctx, { period }) => ({ rows: await overCapIn(ctx, period.code) }),
})

/** The same for whoever asks from within, by the code of the period. */
export async function overCapIn(ctx: Context, period: string): Promise<z.output<typeof over>[]> {
  const { rows: first } = await sql<{ id: number; scheme: string }>`
      select min(id) as id, scheme from evaluation_cycle where period = ${period}
      group by scheme order by scheme`.execute(ctx.db)
  const found = []
  for (const { id, scheme } of first) {
    const cycle = await cycleNamed(ctx, id)
    const citing = await citingOf(ctx, cycle)
    const where = sql`e.cycle_id in (select id from evaluation_cycle
        where period = ${period} and scheme = ${scheme})`
    const asked = sql`${where} and e.rating is null and ${isSpecial(cycle, citing)}`
    const special = await proposals(ctx.db, cycle, citing, asked)
    found.push(...(await overIn(ctx.db, citing, where, special)))
  }
  return named(ctx, found)
}

interface Counted {
  cycleId: number
  group: string | null
  outstanding: boolean
  excellent: number
  good: number
  people: number
}

/**
 * Scored and counted in one statement, the sheet's own proposals put in where points do not answer; the
 * arithmetic of the cap stays the engine's.
 */
export async function overIn(
  db: Db,
  citing: Citing,
  where: RawBuilder<unknown>,
  special: ReadonlyMap<number, Proposal> = new Map(),
) {
  const { score, cap } = citing.scheme
  if (!cap) return []
  const known = [...special].map(([id, { band }]) => ({ id, band }))
  const unit = sql`(cycle_id, outstanding)`
  const sets = cap.groups === 'unit' ? unit : sql`${unit}, (cycle_id, duty_group, outstanding)`
  const { rows } = await sql<Counted>`
    with score as (${score ? scoresInSql(citing, score, where) : NO_POINTS}),
    special as (select * from json_to_recordset(${JSON.stringify(known)}::json) as p(id integer, band text)),
    standing as (select e.cycle_id, e.duty_group, c.outstanding,
        coalesce(e.rating, case when p.id is null then s.band else p.band end) as rating
      from evaluation e left join score s on s.id = e.id left join special p on p.id = e.id
      join evaluation_cycle c on c.id = e.cycle_id
      where ${where})
    select cycle_id as "cycleId", duty_group as group, outstanding,
      count(*) filter (where rating = 'excellent')::integer as excellent,
      count(*) filter (where rating = 'good')::integer as good, count(*)::integer as people
    from standing group by grouping sets (${sets})
    having count(*) filter (where rating = 'excellent') > 0
    order by cycle_id, duty_group nulls first`.execute(db)
  return rows.flatMap((row) => {
    const { outstanding } = row
    const people = new Map([['', ratingsOf(row)]])
    const { unit, clause } = capped(citing, { outstanding, options: {} }, people)
    return unit.over > 0 ? [{ ...unit, ...row, clause, who: [] }] : []
  })
}

/** A scheme without points has no score to join: its proposals are all special. */
const NO_POINTS = sql`select null::integer as id, null::text as band where false`

function ratingsOf({ excellent, good, people }: Counted): { rating: Rating }[] {
  const of = (count: number, rating: Rating) => Array.from({ length: count }, () => ({ rating }))
  return [
    ...of(excellent, 'excellent'),
    ...of(good, 'good'),
    ...of(people - excellent - good, 'completed'),
  ]
}

type Of = Pick<z.output<typeof over>, 'cycleId' | 'unitId' | 'unitName' | 'agencyName' | 'scheme'>

async function named({ db }: Context, rows: Awaited<ReturnType<typeof overIn>>) {
  const { rows: units } = await sql<Of>`
    select c.id as "cycleId", c.unit_id as "unitId", coalesce(n.name, u.code) as "unitName",
      a.name as "agencyName", c.scheme
    from evaluation_cycle c join unit u on u.id = c.unit_id
    left join unit_name n on n.unit_id = c.unit_id and n.during @> upper(c.during) - 1
    left join unit_parent up on u.kind = 'division' and up.unit_id = u.id
      and up.during @> upper(c.during) - 1
    left join unit_name a on a.unit_id = up.parent_id and a.during @> upper(c.during) - 1
    where c.id = any(${rows.map(({ cycleId }) => cycleId)}::integer[])
    order by u.tree_from`.execute(db)
  return units.flatMap((unit) =>
    rows
      .filter(({ cycleId }) => cycleId === unit.cycleId)
      .map((row) => ({ ...row, ...unit, group: row.group ?? 'Cả đơn vị' })),
  )
}
