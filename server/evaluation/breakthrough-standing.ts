import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import type { Forbidden } from './check.ts'
import type { Cycle } from './cycle.ts'
import type { Rating } from './ratings.ts'
import { settingsOn } from './steps.ts'

export interface Unverified {
  cadreId: number
  name: string
  wanted: number
  verified: number
}

export interface Breakthroughs {
  /** Tasks of the period whose wanted products nobody verified yet, by the head who has them. */
  of(cadreId: number): readonly Unverified[]
  /** A rating the province forbids as long as they stand. */
  violations(people: readonly Rated[]): Forbidden[]
}

interface Rated {
  cadreId: number
  name: string
  rating: Rating | null
}

/** VP-P2: the year asks for every task of the year, a shorter period for those due within it. */
export async function breakthroughsIn(
  ctx: Context,
  { id, period: { kind, from, to } }: Cycle,
): Promise<Breakthroughs> {
  const { breakthrough } = await settingsOn(ctx, to)
  const { rows } = await sql<Unverified>`
    select b.cadre_id as "cadreId", b.name, b.wanted, coalesce(b.verified, 0) as verified
    from breakthrough_task b join evaluation e on e.cadre_id = b.cadre_id and e.cycle_id = ${id}
    where coalesce(b.verified, 0) < b.wanted and case when ${kind} = 'year'
      then b.year = ${Number(to.slice(0, 4))}::integer
      else b.due_on between ${from}::date and ${to}::date end
    order by b.due_on, b.id`.execute(ctx.db)
  const counted = breakthrough.effect === 'none' ? [] : rows
  const of = (cadreId: number) => counted.filter((task) => task.cadreId === cadreId)
  const violations = (people: readonly Rated[]) =>
    people
      .filter(({ cadreId, rating }) => rating === 'excellent' && of(cadreId).length > 0)
      .map(({ cadreId, name }) => ({
        who: name,
        rule: 'breakthrough_verified',
        clause: breakthrough.cite,
        says: `${of(cadreId).map(unverified).join('; ')} nên chưa xếp hoàn thành xuất sắc`,
      }))
  return { of, violations: breakthrough.effect === 'not_excellent' ? violations : () => [] }
}

export const unverified = ({ name, verified, wanted }: Unverified) =>
  `nhiệm vụ đột phá “${name}” mới kiểm chứng ${verified}/${wanted} sản phẩm`
