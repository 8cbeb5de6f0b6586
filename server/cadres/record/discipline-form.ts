import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { DISCIPLINES } from './codes-of-merit.ts'
import type { Values } from './rows.ts'

/** Leaving ends no responsibility, but the law keeps fewer forms for those who left (Luật 80/2025). */
export async function mustSuitLeaver(
  ctx: Context,
  cadreId: number,
  { system, form, decided_on }: Values,
): Promise<void> {
  if (system !== 'state' || typeof decided_on !== 'string') return
  const { rows } = await sql<{ left: boolean }>`
    select bool_and(upper(during) <= ${decided_on}::date) as left from employment
    where cadre_id = ${cadreId}`.execute(ctx.db)
  if (rows[0]?.left !== true) return
  const kept = (await ctx.house.parametersOn(ctx, decided_on))('discipline_forms_after_leaving')
  if (!Array.isArray(kept) || kept.includes(form)) return
  const named = Object.entries(DISCIPLINES).flatMap(([code, { label }]) =>
    kept.includes(code) ? [label.toLowerCase()] : [],
  )
  throw new Refusal(
    'against_rule',
    `Ngày ${inVietnamese(decided_on)} người này đã nghỉ, thôi việc: chỉ còn áp dụng ${named.join(', ')}.`,
  )
}
