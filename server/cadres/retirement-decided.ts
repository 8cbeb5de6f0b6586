import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import type { BornPrecision } from './birth.ts'
import { type Retirement, retirementLaw, retirementOf } from './retirement.ts'

const decisions = (asOf: string) => sql`select distinct on (cadre_id) cadre_id, decision_no,
    decided_on, retires_on, retires_on - 1 as last_working_day
  from retirement_decision where decided_on <= ${asOf}::date
  order by cadre_id, decided_on desc, id desc`

/** Joins to a person `c` what was decided about the retirement by a day. */
export const retirementDecided = (asOf: string) =>
  sql`left join (${decisions(asOf)}) decided on decided.cadre_id = c.id`

/** The last day of work of a person `c`: as `decided`, else by the schedule `r`. */
export const lastWorkingDay = sql`coalesce(decided.last_working_day, r.last_working_day)`

export const decisionNamed = (no: string, on: string) => `Quyết định ${no} ngày ${inVietnamese(on)}`

interface Person {
  id: number
  sex: string | null
  born_on: string | null
  born_precision: string | null
  retirement_basis: string | null
}

/** When one person retires: by the decision, which no age explains, else by the schedule. */
export async function retirementOn(
  ctx: Context,
  person: Person,
  asOf: string,
): Promise<(Omit<Retirement, 'age'> & { age: Retirement['age'] | null }) | null> {
  const { rows } = await sql<{ no: string; on: string; pension: string; last: string }>`
    select decision_no as no, decided_on as "on", retires_on as pension, last_working_day as last
    from (${decisions(asOf)}) d where cadre_id = ${person.id}`.execute(ctx.db)
  const [decided] = rows
  if (decided) {
    const { no, on, pension, last } = decided
    return {
      age: null,
      lastWorkingDay: last,
      pensionFrom: pension,
      clause: decisionNamed(no, on),
    }
  }
  const parameter = await ctx.house.parametersOn(ctx, asOf)
  const { sex, born_on: bornOn, retirement_basis: basis } = person
  const precision = person.born_precision as BornPrecision | null
  return retirementOf({ sex, bornOn, precision, basis }, retirementLaw(parameter))
}
