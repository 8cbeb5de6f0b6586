import { sql } from 'kysely'
import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { query } from '#server/kernel/operation.ts'
import { daysBetween, stateOf } from './cycle-shown.ts'
import { type Period, periodOf, periodShape } from './periods.ts'
import { ratingCode } from './shapes.ts'
import { STEPS, type Step, settingsOn } from './steps.ts'

const row = z.object({
  cycleId: z.number(),
  unitId: z.number(),
  unitName: z.string(),
  agencyName: z.string().nullable(),
  period: z.string(),
  scheme: z.string(),
  step: z.enum(STEPS),
  stepLabel: z.string(),
  dueOn: z.string(),
  daysLeft: z.number(),
  state: z.enum(['done', 'waiting', 'reminder', 'overdue', 'later']),
  people: z.number(),
  selfDone: z.number(),
  reviewed: z.number(),
  openClaims: z.number(),
  openAppeals: z.number(),
  excellent: z.number(),
  unitRating: ratingCode.nullable(),
  /** Steps the deadline ended because nobody did. */
  byRule: z.number(),
  closed: z.boolean(),
  version: z.number(),
})

/** How far each unit is with a period; without one, the latest periods of each kind. */
export const board = query({
  name: 'evaluation.board',
  input: z.strictObject({ period: periodShape.optional(), asOf: isoDate.optional() }),
  output: z.object({
    period: z.string().nullable(),
    periodLabel: z.string().nullable(),
    periods: z.array(z.object({ period: z.string(), label: z.string(), units: z.number() })),
    totals: z.object({
      units: z.number(),
      people: z.number(),
      open: z.number(),
      selfDone: z.number(),
      reviewed: z.number(),
      closed: z.number(),
      overdue: z.number(),
    }),
    rows: z.array(row),
  }),
  async run(ctx, { period, asOf = ctx.today }) {
    const { rows: known } = await sql<{ period: string; units: number }>`
      select period, count(*)::integer as units from evaluation_cycle
      group by period order by max(upper(during)) desc, period desc`.execute(ctx.db)
    const chosen = period ?? latest(known, asOf)
    const rows = chosen ? await rowsOf(ctx, chosen, asOf) : []
    const count = (of: (one: (typeof rows)[number]) => number) =>
      rows.reduce((sum, one) => sum + of(one), 0)
    return {
      period: chosen?.code ?? null,
      periodLabel: chosen?.label ?? null,
      periods: known.map((one) => ({ ...one, label: periodOf(one.period).label })),
      totals: {
        units: rows.length,
        people: count((one) => one.people),
        open: count((one) => Number(!one.closed)),
        selfDone: count((one) => one.selfDone),
        reviewed: count((one) => one.reviewed),
        closed: count((one) => Number(one.closed)),
        overdue: count((one) => Number(one.state === 'overdue')),
      },
      rows,
    }
  },
})

/** The period that runs, else the last one that ended. */
function latest(known: readonly { period: string }[], today: string): Period | null {
  const periods = known.map(({ period }) => periodOf(period))
  return periods.find(({ from }) => from <= today) ?? periods[0] ?? null
}

async function rowsOf(ctx: Parameters<typeof settingsOn>[0], period: Period, on: string) {
  const { rows } = await sql<Found>`
    select c.id as "cycleId", c.unit_id as "unitId", coalesce(n.name, u.code) as "unitName",
      a.name as "agencyName", c.period, c.scheme, c.step, s.label as "stepLabel",
      s.due_on::text as "dueOn", s.done_on::text as "doneOn", c.unit_rating as "unitRating",
      c.closed_on is not null as closed, c.version,
      count(e.id)::integer as people,
      count(e.id) filter (where e.self_at is not null)::integer as "selfDone",
      count(e.id) filter (where e.rating is not null)::integer as reviewed,
      count(e.id) filter (where e.rating = 'excellent')::integer as excellent,
      (select count(*)::integer from product_claim q join work_product w on w.id = q.product_id
        join evaluation i on i.id = w.evaluation_id
        where i.cycle_id = c.id and q.confirmed is null) as "openClaims",
      (select count(*)::integer from evaluation_appeal p join evaluation i on i.id = p.evaluation_id
        where i.cycle_id = c.id and p.answered_on is null) as "openAppeals",
      (select count(*)::integer from cycle_step r where r.cycle_id = c.id and r.by_rule) as "byRule"
    from evaluation_cycle c join unit u on u.id = c.unit_id
    join cycle_step s on s.cycle_id = c.id and s.step = c.step
    left join unit_name n on n.unit_id = u.id and n.during @> upper(c.during) - 1
    left join unit_parent up on u.kind = 'division' and up.unit_id = u.id
      and up.during @> upper(c.during) - 1
    left join unit_name a on a.unit_id = up.parent_id and a.during @> upper(c.during) - 1
    left join evaluation e on e.cycle_id = c.id
    where c.period = ${period.code}
    group by c.id, u.id, n.name, a.name, s.label, s.due_on, s.done_on
    order by u.tree_from, c.scheme`.execute(ctx.db)
  const remind = (await settingsOn(ctx, period.to)).number('evaluation_reminder_days')
  return rows.map(({ doneOn, ...one }) => ({
    ...one,
    daysLeft: daysBetween(on, one.dueOn),
    state: stateOf({ step: one.step, dueOn: one.dueOn, doneOn }, one.step, on, remind),
  }))
}

type Found = Omit<z.input<typeof row>, 'daysLeft' | 'state'> & { doneOn: string | null; step: Step }
