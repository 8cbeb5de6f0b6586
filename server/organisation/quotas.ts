import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { yearOf } from '#server/kernel/dates.ts'
import { added, type Change } from './changes.ts'

/** Quota of each unit and kind that day: what the year gave, and what changed since it began. */
export function quotasOn(asOf: string): RawBuilder<unknown> {
  return sql`select unit_id, employment_kind, sum(quota)::integer as quota from (
      select unit_id, employment_kind, quota from staffing_quota where year = ${yearOf(asOf)}::integer
      union all
      select unit_id, employment_kind, difference from quota_change
      where changed_on between make_date(${yearOf(asOf)}::integer, 1, 1) and ${asOf}::date) given
    group by unit_id, employment_kind`
}

export interface QuotaMove {
  from: number
  to: number | null
  /** Kind → head count; absent moves everything the unit has. */
  numbers?: Readonly<Record<string, number>> | undefined
}

/**
 * Moves quotas from a day on: in its year, and in each later year that has numbers already. Given
 * numbers go once a year; everything is what the unit has by each day on which that changes.
 */
export async function moveQuotas(
  db: Db,
  { from, to, numbers }: QuotaMove,
  on: string,
  basis: string,
): Promise<Change[]> {
  const changes: Change[] = []
  const days = await daysOfQuota(db, [from], on)
  const firsts = days.filter(
    (day, place) => place === 0 || yearOf(day) > yearOf(days[place - 1] ?? day),
  )
  for (const day of numbers ? firsts : days) {
    const moved = numbers
      ? sql`select key as employment_kind, value::integer as quota
          from jsonb_each_text(${JSON.stringify(numbers)}::jsonb)`
      : sql`select employment_kind, quota from (${quotasOn(day)}) given where unit_id = ${from}`
    const ways =
      to === null
        ? [{ unit: from, sign: -1 }]
        : [
            { unit: from, sign: -1 },
            { unit: to, sign: 1 },
          ]
    const rows = await sql<{ employment_kind: string; quota: number }>`${moved}`.execute(db)
    for (const { unit, sign } of ways)
      changes.push(...(await changeQuotas(db, unit, day, rows.rows, sign, basis)))
  }
  return changes
}

/** The least a unit has of each kind from a day on, and the first day it has no more. */
export async function leastQuotas(
  db: Db,
  unitId: number,
  on: string,
): Promise<Map<string, { quota: number; day: string }>> {
  const least = new Map<string, { quota: number; day: string }>()
  for (const day of await daysOfQuota(db, [unitId], on)) {
    const { rows } = await sql<{ kind: string; quota: number }>`
      select employment_kind as kind, quota from (${quotasOn(day)}) q
      where unit_id = ${unitId}`.execute(db)
    for (const { kind, quota } of rows)
      if (quota < (least.get(kind)?.quota ?? Number.POSITIVE_INFINITY))
        least.set(kind, { quota, day })
  }
  return least
}

/** Sets quotas to given numbers from a day on, by the difference to what they are. */
export async function setQuotas(
  db: Db,
  unitId: number,
  numbers: Readonly<Record<string, number>>,
  on: string,
  basis: string,
): Promise<Change[]> {
  const changes: Change[] = []
  for (const day of await daysOfQuota(db, [unitId], on)) {
    const { rows } = await sql<{ employment_kind: string; quota: number }>`
      select key as employment_kind, value::integer - coalesce(q.quota, 0) as quota
      from jsonb_each_text(${JSON.stringify(numbers)}::jsonb)
      left join (${quotasOn(day)}) q on q.unit_id = ${unitId} and q.employment_kind = key`.execute(
      db,
    )
    changes.push(...(await changeQuotas(db, unitId, day, rows, 1, basis)))
  }
  return changes
}

/** The day itself, the first of each later year with numbers, and each day that changes them. */
async function daysOfQuota(db: Db, unitIds: number[], on: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct make_date(year, 1, 1)::text as day from staffing_quota
    where unit_id = any(${unitIds}::integer[]) and year > ${yearOf(on)}::integer
    union select distinct changed_on::text from quota_change
    where unit_id = any(${unitIds}::integer[]) and changed_on > ${on}::date
    order by day`.execute(db)
  return [on, ...rows.map(({ day }) => day)]
}

export const changeQuotas = (
  db: Db,
  unitId: number,
  day: string,
  rows: readonly { employment_kind: string; quota: number }[],
  sign: number,
  basis: string,
) =>
  added(
    db,
    'quota_change',
    sql`insert into quota_change (unit_id, employment_kind, changed_on, difference, basis)
      select ${unitId}::integer, employment_kind, ${day}::date, quota * ${sign}::integer, ${basis}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(employment_kind text, quota integer)
      where quota <> 0 returning to_jsonb(quota_change) as became`,
  )
