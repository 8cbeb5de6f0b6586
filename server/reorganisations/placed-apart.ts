import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import type { Plan } from './plan-shape.ts'

/**
 * A place chosen by hand is a case about that person; those who move by rule are chosen by nobody,
 * so a plan about the officer's own unit may be prepared and decided.
 */
export async function placedApart(
  ctx: Context,
  placements: Plan['placements'],
  duty: 'propose' | 'decide',
): Promise<void> {
  const { rows } = await sql<{ id: number }>`select id from cadre
    where record_no = any(${placements.map(({ person }) => person)}::text[])`.execute(ctx.db)
  await ctx.house.keepApart(
    ctx,
    rows.map(({ id }) => id),
    duty,
  )
}
