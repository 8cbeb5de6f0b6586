import { sql } from 'kysely'
import { targetStates } from '#server/directives/targets.ts'
import { LOCAL } from '#server/house.ts'
import type { House, Province } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { yearOf } from '#server/kernel/dates.ts'
import { limitTo } from '#server/kernel/operation.ts'
import type { TargetAnswers } from './manifest.ts'

/** The date the province looks at, and the end of the year before: one of them is history. */
export function sampleDates({ looks_at }: Province, today: string): string[] {
  const shown = looks_at ?? today
  return [shown, `${yearOf(shown) - 1}-12-31`]
}

/** What every target of a province answers at each date, asked inside the caller's transaction. */
export async function targetAnswers(
  house: House,
  db: Db,
  province: Province,
  dates: readonly string[],
): Promise<TargetAnswers> {
  const ctx = { db, province, actor: LOCAL, today: house.today(), house }
  await limitTo(db, province, LOCAL)
  const sample: TargetAnswers = []
  for (const asOf of dates) {
    const { targets } = await targetStates(ctx, { asOf })
    sample.push({
      asOf,
      answers: targets.map(({ id, by, base, counted, unknown, state }) => ({
        id,
        by,
        base,
        counted,
        unknown,
        state,
      })),
    })
  }
  await sql`select set_config('role', 'none', true)`.execute(db)
  return sample
}
