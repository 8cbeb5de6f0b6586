import type { SchemeInForce } from '#server/directives/evaluation-shape.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Banded, banded, type Step } from './band.ts'
import type { ScoreInput } from './input.ts'
import { held, leaderPart, type Score, taskPart } from './parts.ts'
import {
  exact,
  HUNDRED,
  inVietnamese,
  mean,
  minus,
  over,
  plus,
  type Rational,
  rounded,
  shown,
  sum,
  times,
} from './rational.ts'

export interface ScoreAnswer extends Banded {
  /** a, b, c and a leader's d, đ, e as percentages, by the letters of the text. */
  parts: Record<string, number>
  task: number | null
  common: number | null
  total: number | null
}

/** A scheme as it stands on a date, and how its document is named before a clause. */
export interface Citing {
  scheme: SchemeInForce
  document: string
  /** Ids of the schemes of the same regime, this one among them. */
  alike: readonly string[]
}

/** The points of one person in one period, each step with its clause. */
export function scored({ scheme, document }: Citing, input: ScoreInput): ScoreAnswer {
  const clauseOf = (cite: string) => `${document}, ${cite}`
  const row = { ...input.facts, leader: input.facts.leader ?? input.leader !== undefined }
  if (!scheme.score) {
    const answer = banded(scheme, null, row, clauseOf)
    return { parts: {}, task: null, common: null, total: null, ...answer }
  }
  const { score } = scheme
  const parts = partsOf(scheme, score, input)
  const taskPoints = 100 - score.common.points
  const share = mean(parts.map(({ value }) => value))
  const task = over(times(share, exact(taskPoints)), HUNDRED)
  const tested = testedPoints(score, input, clauseOf)
  const common = tested?.points ?? commonPoints(score, input)
  // Only the total is rounded: 44.5 and 24.5 are 69, not 45 and 25.
  const total = rounded(plus(task, common), score.rounding)
  const letters = parts.map(({ id }) => id).join(' + ')
  const steps: Step[] = [
    ...parts.map(({ label, id, value, cite }) => ({
      text: `${label} (${id}): ${inVietnamese(value)} %`,
      value: shown(value),
      clause: clauseOf(cite),
    })),
    ...causesSaid(score, input, clauseOf),
    {
      text: `Kết quả nhiệm vụ: ${taskPoints} × (${letters}) / ${parts.length} = ${inVietnamese(task)} điểm`,
      value: shown(task),
      clause: clauseOf(score.cite),
    },
    ...(tested ? [tested.step] : []),
    {
      text: `Tiêu chí chung: ${inVietnamese(common)} / ${score.common.points} điểm`,
      value: shown(common),
      clause: clauseOf(score.common.cite),
    },
    {
      text: `Tổng: ${inVietnamese(task)} + ${inVietnamese(common)} = ${inVietnamese(total)} điểm`,
      value: shown(total),
      clause: clauseOf(score.cite),
    },
  ]
  const answer = banded(scheme, total, row, clauseOf)
  return {
    parts: Object.fromEntries(parts.map(({ id, value }) => [id, shown(value)])),
    task: shown(task),
    common: shown(common),
    total: shown(total),
    ...answer,
    steps: [...steps, ...answer.steps],
  }
}

interface Part {
  id: string
  label: string
  cite: string
  value: Rational
}

function partsOf(scheme: SchemeInForce, score: Score, input: ScoreInput): Part[] {
  const { leader, products } = input
  const own = score.parts.map((part) => ({
    ...part,
    value: taskPart(part.measure, products, score),
  }))
  if (!leader) return own
  return [
    ...own,
    ...score.leader_parts.map((part) => ({ ...part, value: leaderPart(part, leader, scheme) })),
  ]
}

function commonPoints({ common }: Score, input: ScoreInput): Rational {
  if (!input.common)
    throw new Refusal('invalid', 'Thiếu điểm tiêu chí chung: hãy ghi common, ví dụ "common": 28.')
  const points = sum(input.common.map((one) => exact(one.points)))
  if (points.top > exact(common.points).top * points.bottom)
    throw new Refusal(
      'invalid',
      `Điểm tiêu chí chung là ${inVietnamese(points)}, quá mức tối đa ${common.points} điểm (${common.cite}).`,
    )
  return points
}

/** The knowledge test takes its share of the common points; a scheme without a share leaves it out. */
function testedPoints(score: Score, input: ScoreInput, clauseOf: (cite: string) => string) {
  const { points: most, test, criteria } = score.common
  if (!input.test || !test || test.share === 0) return null
  const share = over(exact(test.share), HUNDRED)
  const given = commonPoints(score, input)
  const reached = times(exact(most), over(exact(input.test.score), exact(input.test.most)))
  const points = plus(times(given, minus(exact(1), share)), times(reached, share))
  const { name = 'Kiểm tra kiến thức', score: right } = input.test
  const within = criteria.find(({ id }) => id === test.criterion)?.label
  const step: Step = {
    text: `${name}: ${inVietnamese(exact(right))}/${inVietnamese(exact(input.test.most))} điểm = ${inVietnamese(reached)}/${most}, chiếm ${inVietnamese(exact(test.share))} % tiêu chí chung${within ? ` (${within})` : ''}; phần còn lại theo điểm chấm ${inVietnamese(given)}`,
    value: shown(reached),
    clause: clauseOf(test.cite),
  }
  return { points, step }
}

/** Where a confirmed cause spared a deduction, the reader is told which. */
function causesSaid(
  { deduction }: Score,
  { products }: ScoreInput,
  clauseOf: (cite: string) => string,
): Step[] {
  return products.flatMap((product, index) => {
    const { quality, timeliness } = held(product)
    const spared = product.failedChecks - quality + (product.delays - timeliness)
    const lost = quality + timeliness
    if (spared + lost === 0) return []
    const name = product.name ?? `Sản phẩm ${index + 1}`
    const said = [
      ...(quality ? [`trừ ${quality} lần chưa đạt`] : []),
      ...(timeliness ? [`trừ ${timeliness} lần chậm`] : []),
      ...(spared ? [`không trừ ${spared} lần do nguyên nhân khách quan đã xác nhận`] : []),
    ]
    return [{ text: `${name}: ${said.join('; ')}`, value: lost, clause: clauseOf(deduction.cite) }]
  })
}
