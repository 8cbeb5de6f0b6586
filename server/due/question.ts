import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { retirementMonths, retiresLike } from '#server/cadres/retirement.ts'
import { lastWorkingDay, retirementDecided } from '#server/cadres/retirement-decided.ts'
import type { Context } from '#server/kernel/context.ts'
import { addDays, isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { subtreeOn } from '#server/organisation/units.ts'
import type { Facts, Kind } from './kind.ts'
import { KIND_CODES, KINDS, type KindCode } from './kinds.ts'
import { type Rules, rulesOn } from './rules.ts'

/** Records as of a day; due dates from a day to another, both included. */
export const dueInput = z.strictObject({
  asOf: isoDate.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  kind: codeOf(KINDS).optional(),
  unitId: wholeNumber.optional(),
})

export interface Period {
  asOf: string
  from: string
  to: string
  /** Without a first day asked for: what should be done by now and is not comes along. */
  overdue: boolean
  kinds: readonly KindCode[]
  unitId: number | undefined
  rules: Rules
}

/** Without a period: from the day of the records, as far as reminders look ahead. */
export async function periodOf(
  ctx: Context,
  { asOf = ctx.today, from: first, to, kind, unitId }: z.output<typeof dueInput>,
): Promise<Period> {
  const rules = await rulesOn(ctx, asOf)
  const from = first ?? asOf
  const until = to ?? addDays(from, rules.count('due_ahead_days'))
  if (until < from)
    throw new Refusal('invalid', 'Ngày cuối phải sau ngày đầu. Hãy chọn lại khoảng thời gian.')
  const kinds = kind ? [kind] : KIND_CODES
  return { asOf, from, to: until, overdue: first === undefined, kinds, unitId, rules }
}

export interface Found {
  kind: KindCode
  date: string
  days: number
  /** Still to be done though its day has passed. */
  overdue: boolean
  people: number
  cadreId: number | null
  fullName: string | null
  title: string | null
  unitName: string | null
  facts: Facts
}

/** What comes due, by date; the one question behind list, counts, calendar and mail. */
export async function dueBetween({ db }: Context, period: Period): Promise<Found[]> {
  const { rows } = await sql<Found>`${ctesOf(period)}
    select d.kind, d.due_on as "date", d.due_on - ${period.asOf}::date as days, d.overdue,
      d.people, d.cadre_id as "cadreId", s.full_name as "fullName", s.title, n.name as "unitName", d.facts
    from (${dueOf(period)}) d
    left join serving s on s.cadre_id = d.cadre_id
    left join unit_name n on n.unit_id = s.unit_id and n.during @> ${period.asOf}::date
    order by d.due_on, array_position(${KIND_CODES as string[]}, d.kind), s.name_key, s.cadre_id`.execute(
    db,
  )
  return rows
}

export interface Counted {
  kind: KindCode
  people: number
  /** Of them, whose day has passed. */
  overdue: number
  first: string
  days: number
}

export async function dueCounts({ db }: Context, period: Period): Promise<Counted[]> {
  const { rows } = await sql<Counted>`${ctesOf(period)}
    select d.kind, sum(d.people)::integer as people,
      coalesce(sum(d.people) filter (where d.overdue), 0)::integer as overdue, min(d.due_on) as first,
      min(d.due_on) - ${period.asOf}::date as days
    from (${dueOf(period)}) d group by d.kind order by min(d.due_on), d.kind`.execute(db)
  return rows
}

export interface Unknown {
  kind: KindCode
  people: number
  cadreIds: number[]
}

const NAMED = 20

/** Whom the records leave open, by kind. */
export async function unknownDue({ db }: Context, period: Period): Promise<Unknown[]> {
  const open = period.kinds.flatMap((kind) => {
    const people = KINDS[kind].unknown?.people(period)
    return people ? [sql`select ${kind}::text as kind, u.cadre_id from (${people}) u`] : []
  })
  if (open.length === 0) return []
  const { rows } = await sql<Unknown>`${ctesOf(period)}
    select kind, count(distinct cadre_id)::integer as people,
      (array_agg(distinct cadre_id))[1:${sql.raw(String(NAMED))}] as "cadreIds"
    from (${sql.join(open, sql` union all `)}) o
    group by kind order by array_position(${KIND_CODES as string[]}, kind)`.execute(db)
  return rows
}

function dueOf(period: Period): RawBuilder<unknown> {
  const parts = period.kinds.map(
    (kind) => sql`select ${kind}::text as kind, k.*,
        ${KINDS[kind].open ?? false}::boolean and k.due_on < ${period.asOf}::date as overdue
      from (${KINDS[kind].dates(period)}) k
      where k.due_on between ${firstDay(KINDS[kind], period)}::date and ${period.to}::date`,
  )
  return sql.join(parts, sql` union all `)
}

const firstDay = ({ open }: Kind, { from, overdue }: Period) =>
  open && overdue ? '-infinity' : from

/** `serving`: everybody in a main post that day whom the reader sees, with the day they retire. */
function ctesOf({ asOf, unitId, rules }: Period): RawBuilder<unknown> {
  const within =
    unitId === undefined
      ? sql``
      : sql`within_unit(id) as (${subtreeOn(unitId, asOf, 'within_unit')}),`
  const only = unitId === undefined ? sql`` : sql`and t.unit_id in (select id from within_unit)`
  return sql`with recursive ${within} serving as materialized (
    select c.id as cadre_id, c.full_name, c.name_key, c.born_on, c.born_precision,
      coalesce(r.rests_on, c.retirement_basis, 'normal') as basis, t.id as tenure_id, t.unit_id, t.title,
      ${lastWorkingDay} as last_working_day, r.age_months, decided.decision_no as retires_by,
      decided.decided_on as retirement_decided_on
    from tenure t join cadre c on c.id = t.cadre_id
    left join (${retirementMonths(rules.retirement)}) r on ${retiresLike}
    ${retirementDecided(asOf)}
    where t.holding = 'main' and t.during @> ${asOf}::date ${only})`
}

export const whyOf = (found: Found, rules: Rules): string =>
  KINDS[found.kind].why(found.facts, rules)

export const clauseOf = (found: Found, rules: Rules): string =>
  KINDS[found.kind].clause(rules, found.facts)
