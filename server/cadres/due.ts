import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import { addDays } from '#server/kernel/dates.ts'
import { type RetirementSchedule, retirementMonths } from './retirement.ts'

export const dueShape = z.array(
  z.object({
    on: z.string(),
    kind: z.enum(['retirement', 'term_end']),
    title: z.string(),
    detail: z.string(),
    people: z.number(),
    /** Of the first people named in the line. */
    cadreIds: z.array(z.number()),
    days: z.number(),
  }),
)

export type Due = z.output<typeof dueShape>[number]

const DAYS_AHEAD = 90
const NAMED = 3

interface Found {
  on: string
  days: number
  people: number
  ids: number[]
  names: string[]
  title: string
  unit_name: string | null
}

/** What comes due among the people serving that day: one line a date, with the first names only. */
export async function dueOn(db: Db, asOf: string, schedule: RetirementSchedule): Promise<Due[]> {
  const retirements = await found(
    db,
    asOf,
    // Only the few months of birth that fall due are kept (`offset 0`), then met with the people.
    sql`join (select * from (${retirementMonths(schedule)}) months
        where last_working_day between ${asOf}::date and ${addDays(asOf, DAYS_AHEAD)}::date offset 0) r
      on r.sex = c.sex and r.born_month = date_trunc('month', c.born_on::timestamp)::date`,
    sql`t.holding = 'main'`,
    sql`r.last_working_day`,
  )
  const terms = await found(db, asOf, sql``, sql`true`, sql`t.term_until`)
  return [
    ...retirements.map((row) => asDue(row, 'retirement')),
    ...terms.map((row) => asDue(row, 'term_end')),
  ].sort((a, b) => a.days - b.days)
}

async function found(
  db: Db,
  asOf: string,
  join: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
  on: RawBuilder<unknown>,
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    with due as (
      select distinct on (c.id, ${on}) ${on} as due_on, c.id, c.full_name, c.name_key, t.title,
        n.name as unit_name
      from tenure t
      join cadre c on c.id = t.cadre_id
      left join unit_name n on n.unit_id = t.unit_id and n.during @> ${asOf}::date
      ${join}
      where t.during @> ${asOf}::date and ${which}
        and ${on} between ${asOf}::date and ${addDays(asOf, DAYS_AHEAD)}::date
      order by c.id, ${on}, t.holding = 'main' desc)
    select due_on as "on", due_on - ${asOf}::date as days, count(*) as people,
      (array_agg(id order by name_key, id))[1:${NAMED}] as ids,
      (array_agg(full_name order by name_key, id))[1:${NAMED}] as names,
      min(title) as title, min(unit_name) as unit_name
    from due group by due_on`.execute(db)
  return rows
}

const WORDS = { retirement: 'nghỉ hưu', term_end: 'hết thời hạn giữ chức vụ' } as const

/** Alone, a person is named with the post; several are named in the order of lists. */
function asDue({ on, days, people, ids, names, ...post }: Found, kind: Due['kind']): Due {
  const [first = ''] = names
  const alone = [post.title, post.unit_name].filter(Boolean).join(', ')
  const others = people > names.length ? ` và ${people - names.length} người khác` : ''
  return {
    on,
    kind,
    days,
    people,
    cadreIds: ids,
    title: people === 1 ? `${first} ${WORDS[kind]}` : `${people} người ${WORDS[kind]}`,
    detail: people === 1 ? alone : `${names.join(', ')}${others}`,
  }
}
