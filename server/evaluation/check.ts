import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { type CapAnswer, capped } from './cap.ts'
import { couplingViolations, type Violation } from './coupling.ts'
import type { Cycle } from './cycle.ts'
import type { Rating } from './ratings.ts'
import type { Citing } from './score.ts'

export interface Standing {
  id: number
  cadreId: number
  name: string
  role: 'head' | 'deputy' | 'member'
  group: string
  /** Given, or proposed where nobody rated yet. */
  rating: Rating | null
  isGiven: boolean
  points: number | null
}

/** A rating that may not stand: by a coupling of the scheme, or by what else the province asks. */
export type Forbidden = Omit<Violation, 'rule'> & { rule: string }

export interface Checked {
  cap: CapAnswer | null
  violations: Forbidden[]
  /** Sentences for a refusal: who is over, by how much, which clause. */
  says: string[]
}

/** Cap, couplings and what else forbids a rating, over the ratings as they would stand. */
export async function checked(
  ctx: Context,
  cycle: Cycle,
  citing: Citing,
  people: readonly Standing[],
  more: readonly Forbidden[],
): Promise<Checked> {
  const cap = capOf(cycle, citing, people)
  const violations = [
    ...(citing.scheme.couplings.length === 0
      ? []
      : couplingViolations(citing, await coupled(ctx, cycle, citing, people))),
    ...more,
  ]
  const over = (cap ? [...cap.groups, cap.unit] : []).filter((row) => row.over > 0)
  return {
    cap,
    violations,
    says: [
      ...(cap?.ok === false
        ? over.map(
            ({ group, over: many, allowed, excellent, who, arithmetic }) =>
              `${group}: đang xếp ${excellent} người hoàn thành xuất sắc, tối đa ${allowed}, vượt ${many} (${who.join(', ')}); cách tính: ${arithmetic} [${cap.clause}]`,
          )
        : []),
      ...violations.map(({ who, says, clause }) => `${who}: ${says} [${clause}]`),
    ],
  }
}

function capOf(cycle: Cycle, citing: Citing, people: readonly Standing[]): CapAnswer | null {
  if (!citing.scheme.cap || people.every(({ rating }) => rating === null)) return null
  const counted = people.map(({ points, ...one }) => ({ ...one, score: points ?? undefined }))
  const { unitName, outstanding } = cycle
  const about = { unit: { name: unitName }, outstanding, options: {} }
  return capped(
    citing,
    about,
    Map.groupBy(counted, ({ group }) => group),
  )
}

/** A division takes the rating of its own cycle of the period; a field the one given to it here. */
async function coupled(
  { db }: Context,
  cycle: Cycle,
  { alike }: Citing,
  people: readonly Standing[],
) {
  const { rows: charges } = await sql<{ id: number; name: string; rating: Rating | null }>`
    select ch.evaluation_id as id, ch.name, coalesce(own.unit_rating, ch.rating) as rating
    from evaluation_charge ch join evaluation e on e.id = ch.evaluation_id
    left join lateral (select c.unit_rating from evaluation_cycle c
      where c.unit_id = ch.unit_id and c.period = ${cycle.period.code}
        and c.scheme = any(${[...alike]}::text[])
        and c.unit_rating is not null order by c.id limit 1) own on true
    where e.cycle_id = ${cycle.id} order by ch.id`.execute(db)
  const head = people.find(({ role }) => role === 'head')
  // A deputy goes before the head by a rating given, not by a proposal: the head's waits for those below.
  const isOrdered = people.some(({ role, isGiven }) => role === 'deputy' && isGiven)
  return {
    parameters: {},
    unit: { name: cycle.unitName, rating: cycle.unitRating },
    ...(head && (head.rating || isOrdered)
      ? { head: { name: head.name, rating: head.rating } }
      : {}),
    deputies: people
      .filter(({ role }) => role === 'deputy')
      .map(({ id, name, rating }) => ({
        name,
        rating,
        fields: charges
          .filter((charge) => charge.id === id)
          .map((charge) => ({ name: charge.name, rating: charge.rating ?? undefined })),
        divisions: [],
      })),
    fields: [],
    divisions: [],
  }
}
