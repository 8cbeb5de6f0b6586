import { z } from 'zod'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Banded, banded } from './band.ts'
import { amount, factsShape, heading } from './input.ts'
import { exact, inVietnamese, mean, type Rational, rounded, shown } from './rational.ts'
import type { Citing } from './score.ts'

const points = amount.max(100, 'không quá 100').nullable()

/** Twelve months and four quarters in order; null where nothing was rated (leave, not yet recruited). */
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

/**
 * The year from its months and quarters: only periods really worked count, so leave costs nothing. A
 * quarter rated as a whole stands for its months, and where both are given it weighs as three of them.
 */
export function yearScored({ scheme, document }: Citing, input: YearInput): YearAnswer {
  const { year, score } = scheme
  if (!year || !score)
    throw new Refusal('against_rule', `“${scheme.label}” không tính điểm năm từ điểm các kỳ.`)
  const parts = QUARTERS.map((at) => quarter(input, at))
  const quarters = parts.map(({ whole, months }) => whole ?? meanOf(months))
  const worked =
    year.by === 'quarters'
      ? quarters.filter((one) => one !== null)
      : parts.flatMap(({ whole, months }) => (whole ? [whole, whole, whole] : months))
  if (worked.length === 0)
    throw new Refusal(
      'invalid',
      'Chưa có kỳ nào được chấm điểm trong năm: hãy ghi months hoặc quarters.',
    )
  const total = rounded(mean(worked), score.rounding)
  const clauseOf = (cite: string) => `${document}, ${cite}`
  const answer = banded(scheme, total, input.facts, clauseOf)
  return {
    ...answer,
    quarters: quarters.map((one) => (one === null ? null : shown(one))),
    total: shown(total),
    steps: [
      {
        text: `Điểm năm: bình quân ${countedIn(parts, year.by)} có chấm = ${inVietnamese(total)} điểm`,
        value: shown(total),
        clause: clauseOf(year.cite),
      },
      ...answer.steps,
    ],
  }
}

const QUARTERS = [0, 1, 2, 3]

interface Quarter {
  /** Rated as a whole; its months then say nothing more. */
  whole: Rational | null
  months: Rational[]
}

function quarter({ quarters = [], months = [] }: YearInput, at: number): Quarter {
  const whole = quarters[at] ?? null
  const own = months.slice(at * 3, at * 3 + 3).filter((one) => one !== null)
  return { whole: whole === null ? null : exact(whole), months: own.map(exact) }
}

function countedIn(parts: readonly Quarter[], by: 'periods' | 'quarters'): string {
  const quarters = parts.filter(({ whole }) => whole).length
  const months = parts.flatMap((part) => (part.whole ? [] : part.months)).length
  if (by === 'quarters')
    return `${parts.filter((part) => part.whole || part.months.length > 0).length} quý`
  if (quarters > 0 && months > 0)
    return `${quarters} quý (mỗi quý tính bằng ba tháng) và ${months} tháng`
  return quarters > 0 ? `${quarters} quý` : `${months} tháng`
}

const meanOf = (list: readonly Rational[]) => (list.length > 0 ? mean(list) : null)
