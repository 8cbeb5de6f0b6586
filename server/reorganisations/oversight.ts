import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { addMonths, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { inScope } from '#server/organisation/in-scope.ts'
import { unitsOn } from '#server/organisation/units.ts'
import { unitInScope } from './in-scope.ts'

/** What leaders are asked to follow: communes and the villages in them (12/KH-UBND, Phần III.4). */
export const OVERSEEN = ['commune', 'ward', 'township', 'special_zone', 'village']

const boardRow = z.object({
  unitId: z.number(),
  unit: z.string(),
  oversightId: z.number().nullable(),
  cadreId: z.number().nullable(),
  /** Null where nobody follows, or the leader's record is out of the reader's sight. */
  leader: z.string().nullable(),
  title: z.string().nullable(),
  decisionNo: z.string().nullable(),
  since: z.string().nullable(),
  lastVisit: z.string().nullable(),
  visits: z.number(),
  open: z.number(),
  overdue: z.number(),
  state: z.enum(['no_leader', 'no_visit', 'overdue', 'followed']),
})

/** Every commune that day: who follows it, the last visit, and what is left to do. */
export const oversightBoard = query({
  name: 'reorganisations.oversight',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.object({ asOf: z.string(), months: z.number(), rows: z.array(boardRow) }),
  async run(ctx, { asOf = ctx.today }) {
    const read = await ctx.house.parametersOn(ctx, asOf)
    const months = Number(read('oversight_visit_months'))
    const since = addMonths(asOf, -months)
    const rows = await followed(ctx, asOf)
    return { asOf, months, rows: rows.map((row) => ({ ...row, state: stateOf(row, since) })) }
  },
})

type Followed = Omit<z.output<typeof boardRow>, 'state'>

/** A leader who has only just been asked to follow is not late yet. */
function stateOf({ oversightId, since, lastVisit, overdue }: Followed, dueSince: string) {
  if (oversightId === null) return 'no_leader' as const
  if ((lastVisit ?? since ?? '') < dueSince) return 'no_visit' as const
  return overdue > 0 ? ('overdue' as const) : ('followed' as const)
}

async function followed(ctx: Context, asOf: string): Promise<Followed[]> {
  const on = sql`${asOf}::date`
  const { rows } = await sql<Followed>`
    with alive as (${unitsOn(asOf)})
    select a.id as "unitId", a.name as unit, o.id as "oversightId", o.cadre_id as "cadreId",
      c.full_name as leader, t.title, o.decision_no as "decisionNo",
      lower(o.during)::text as since,
      (select max(v.visited_on)::text from oversight_visit v join commune_oversight w
        on w.id = v.oversight_id where w.unit_id = a.id and v.visited_on <= ${on}) as "lastVisit",
      (select count(*)::integer from oversight_visit v
        where v.oversight_id = o.id and v.visited_on <= ${on}) as visits,
      coalesce(f.open, 0) as open, coalesce(f.overdue, 0) as overdue
    from alive a join unit u on u.id = a.id
    left join commune_oversight o on o.unit_id = a.id and o.during @> ${on}
    left join cadre c on c.id = o.cadre_id
    left join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${on}
    left join lateral (
      select count(*)::integer as open, count(*) filter (where n.due_on < ${on})::integer as overdue
      from oversight_finding n join oversight_visit v on v.id = n.visit_id
      join commune_oversight w on w.id = v.oversight_id
      where w.unit_id = a.id and v.visited_on <= ${on}
        and (n.done_on is null or n.done_on > ${on})) f on true
    where a.kind = any(${OVERSEEN}::text[]) and ${inScope(ctx)}
    order by u.tree_from`.execute(ctx.db)
  return rows
}

const finding = z.object({
  id: z.number(),
  version: z.number(),
  says: z.string(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  outcome: z.string().nullable(),
})

/** One commune: who followed it when, each visit, and what came of it. */
export const overseenUnit = query({
  name: 'reorganisations.overseen',
  input: z.strictObject({
    id: wholeNumber,
    asOf: isoDate.optional(),
  }),
  output: z.object({
    id: z.number(),
    name: z.string(),
    periods: z.array(
      z.object({
        id: z.number(),
        cadreId: z.number(),
        leader: z.string().nullable(),
        decisionNo: z.string(),
        signedBy: z.string(),
        from: z.string(),
        to: z.string().nullable(),
        visits: z.array(
          z.object({
            id: z.number(),
            visitedOn: z.string(),
            purpose: z.string(),
            findings: z.array(finding),
          }),
        ),
      }),
    ),
  }),
  async run(ctx, { id, asOf = ctx.today }) {
    const { name } = await unitInScope(ctx, id, asOf)
    return { id, name, periods: await periodsOf(ctx, id) }
  },
})

interface Period {
  id: number
  cadreId: number
  leader: string | null
  decisionNo: string
  signedBy: string
  from: string
  to: string | null
  visits: {
    id: number
    visitedOn: string
    purpose: string
    findings: z.output<typeof finding>[]
  }[]
}

async function periodsOf({ db }: Context, unitId: number): Promise<Period[]> {
  const { rows } = await sql<Period>`
    select o.id, o.cadre_id as "cadreId", c.full_name as leader, o.decision_no as "decisionNo",
      o.signed_by as "signedBy", lower(o.during)::text as "from", upper(o.during)::text as "to",
      coalesce((select json_agg(json_build_object('id', v.id, 'visitedOn', v.visited_on,
          'purpose', v.purpose, 'findings', coalesce((
            select json_agg(json_build_object('id', n.id, 'version', n.version, 'says', n.says,
              'dueOn', n.due_on, 'doneOn', n.done_on, 'outcome', n.outcome) order by n.due_on, n.id)
            from oversight_finding n where n.visit_id = v.id), '[]'::json))
          order by v.visited_on desc)
        from oversight_visit v where v.oversight_id = o.id), '[]'::json) as visits
    from commune_oversight o left join cadre c on c.id = o.cadre_id
    where o.unit_id = ${unitId} order by lower(o.during) desc`.execute(db)
  return rows
}
