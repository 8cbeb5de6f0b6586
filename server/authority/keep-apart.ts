import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { conflictsAmong, type DUTIES } from './conflicts.ts'
import { kinAmong, kinRulesOn } from './kin.ts'

/** Whoever acts in a case about people is none of them and no relative of theirs (LS-R2, QĐ 114-QĐ/TW). */
export async function keepApart(
  ctx: Context,
  people: readonly number[],
  duty: keyof typeof DUTIES,
): Promise<void> {
  const own = ctx.actor.cadreId
  if (own === null || people.length === 0) return
  const kin = await kinAmong(ctx, [...new Set([own, ...people])], ctx.today)
  const near = kin.filter(({ cadreId, relativeId }) => cadreId === own || relativeId === own)
  if (near.length === 0 && !people.includes(own)) return
  const rules = await kinRulesOn(ctx, ctx.today)
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct cadre_id as id, full_name as name from directory_entry
    where cadre_id = any(${[own, ...people]}::integer[])`.execute(ctx.db)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const nameOf = (id: number) => names.get(id) ?? `Hồ sơ số ${id}`
  const violations = people.flatMap((candidateId) =>
    conflictsAmong({ candidateId, duties: { [duty]: own } }, near, rules, nameOf),
  )
  const [first] = violations
  if (!first) return
  const says = violations.map((violation) => violation.says).join(' ')
  throw new Refusal('against_rule', `${says} [${first.clause}] Chưa ghi gì.`, violations)
}
