import { sql } from 'kysely'
import { recordRatings } from '#server/cadres/ratings.ts'
import type { Context } from '#server/kernel/context.ts'
import { recordUnitRating } from '#server/organisation/unit-ratings.ts'
import type { Cycle } from './cycle.ts'

/** The rating of a year becomes a fact of the record: planning, training and appointment ask there. */
export async function recordResults(ctx: Context, cycle: Cycle): Promise<void> {
  if (cycle.period.kind !== 'year') return
  const year = Number(cycle.period.code)
  const { rows } = await sql<{ cadreId: number; level: string }>`
    select cadre_id as "cadreId", rating as level from evaluation
    where cycle_id = ${cycle.id} and rating is not null order by cadre_id`.execute(ctx.db)
  await recordRatings(ctx.db, year, ctx.today, rows)
  if (cycle.unitRating)
    await recordUnitRating(ctx.db, {
      unitId: cycle.unitId,
      year,
      level: cycle.unitRating,
      on: ctx.today,
    })
}
