import type { SchemeInForce } from '#server/directives/evaluation-shape.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Product, ScoreInput } from './input.ts'
import type { HEIGHT } from './ratings.ts'
import {
  exact,
  greater,
  HUNDRED,
  isBelow,
  lesser,
  minus,
  over,
  type Rational,
  sum,
  times,
  ZERO,
} from './rational.ts'

export type Score = NonNullable<SchemeInForce['score']>
type Measure = Score['parts'][number]['measure']
type Leader = NonNullable<ScoreInput['leader']>

/** One of a, b, c: converted products done, less what failed checks or delays take, over those assigned. */
export function taskPart(measure: Measure, products: readonly Product[], score: Score): Rational {
  const assigned = sum(
    products.map(({ assigned, coefficient }) => converted(assigned, coefficient)),
  )
  if (!isBelow(ZERO, assigned))
    throw new Refusal(
      'invalid',
      'Chưa có sản phẩm, công việc nào được giao: tổng số được giao phải lớn hơn 0.',
    )
  const done = sum(
    products.map((product) => times(kept(measure, product, score), exact(product.coefficient))),
  )
  return lesser(HUNDRED, times(HUNDRED, over(done, assigned)))
}

/**
 * What remains of a product's quantity in one measure, never below nothing. What was done beyond the
 * assigned may make up for another product in quantity; it cancels no failed check and no delay.
 */
function kept(measure: Measure, product: Product, { deduction, over_done }: Score): Rational {
  const { assigned, done } = product
  const isWhole = measure === 'quantity' && over_done === 'total'
  const counted = exact(isWhole ? done : Math.min(assigned, done))
  const lost = times(over(exact(deduction.percent), HUNDRED), exact(held(product)[measure]))
  const remains =
    deduction.of === 'product'
      ? times(counted, greater(ZERO, minus(exact(1), lost)))
      : minus(counted, lost)
  return greater(ZERO, remains)
}

/** Failed checks and delays that still count: those without a confirmed objective cause. */
export function held({ failedChecks, delays, objectiveCauses }: Product): Record<Measure, number> {
  const checks = Math.max(0, failedChecks - objectiveCauses.checks)
  const late = Math.max(0, delays - objectiveCauses.delays)
  const left = Math.max(0, objectiveCauses.either - checks)
  return {
    quantity: 0,
    quality: Math.max(0, checks - objectiveCauses.either),
    timeliness: Math.max(0, late - left),
  }
}

/** One of d, đ, e: whole, or what the scheme leaves when its condition fails. */
export function leaderPart(
  part: Score['leader_parts'][number],
  leader: Leader,
  scheme: SchemeInForce,
): Rational {
  const given = leader[part.measure]
  if (typeof given === 'number') return exact(given)
  const isWhole = typeof given === 'boolean' ? given : given.every((one) => completed(one, scheme))
  return isWhole ? HUNDRED : exact(part.otherwise)
}

/** Whether a subordinate, by rating or by points, completed the tasks. */
function completed(one: number | keyof typeof HEIGHT, { bands }: SchemeInForce): boolean {
  if (typeof one === 'number')
    return one >= (bands.find(({ rating }) => rating === 'completed')?.from ?? 0)
  return one !== 'not_completed'
}

const converted = (quantity: number, coefficient: number) =>
  times(exact(quantity), exact(coefficient))
