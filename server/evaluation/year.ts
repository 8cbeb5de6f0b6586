import { z } from 'zod'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Banded, banded } from './band.ts'
import { amount, factsShape, heading } from './input.ts'
import { exact, inVietnamese, mean, type Rational, rounded, shown } from './rational.ts'
import type { Citing } from './score.ts'

const points = amount.max(100, 'không quá 100').nullable()

/** Twelve months or four quarters in order; null where nothing was rated (leave, not yet recruited). */
export const yearInput = z.strictObject({
  ...heading,
  months: z.array(points).max(12).optional(),
  quarters: z.array(points).max(4).optional(),
  facts: factsShape.default({}),
})

export type YearInput = z.output<typeof yearInput>

export interface YearAnswer extends Banded {
  quarters: (number | null)[]
  total: number
}

/** The year from its months or quarters: only periods really worked count, so leave costs nothing. */
export function yearScored({ scheme, document }: Citing, input: YearInput): YearAnswer {
  const { year, score } = scheme
  if (!year || !score)
    throw new Refusal('against_rule', `“${scheme.label}” không tính điểm năm từ điểm các kỳ.`)
  const months = input.months ?? []
  const quarters = input.quarters
    ? input.quarters.map((one) => (one === null ? null : exact(one)))
    : [0, 3, 6, 9].map((start) => meanOf(months.slice(start, start + 3)))
  const parts =
    input.quarters || year.by === 'quarters'
      ? quarters
      : months.map((one) => (one === null ? null : exact(one)))
  const worked = parts.filter((one) => one !== null)
  if (worked.length === 0)
    throw new Refusal(
      'invalid',
      'Chưa có kỳ nào được chấm điểm trong năm: hãy ghi months hoặc quarters.',
    )
  const total = rounded(mean(worked), score.rounding)
  const clauseOf = (cite: string) => `${document}, ${cite}`
  const answer = banded(scheme, total, input.facts, clauseOf)
  const kind = input.quarters || year.by === 'quarters' ? 'quý' : 'tháng'
  return {
    ...answer,
    quarters: quarters.map((one) => (one === null ? null : shown(one))),
    total: shown(total),
    steps: [
      {
        text: `Điểm năm: bình quân ${worked.length} ${kind} có chấm = ${inVietnamese(total)} điểm`,
        value: shown(total),
        clause: clauseOf(year.cite),
      },
      ...answer.steps,
    ],
  }
}

function meanOf(list: readonly (number | null)[]): Rational | null {
  const given = list.filter((one) => one !== null)
  return given.length > 0 ? mean(given.map(exact)) : null
}
