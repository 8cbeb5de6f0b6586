import { evaluate, type FactRow, missing, reasons, sentence } from '#rules/explain.ts'
import type { Question } from '#rules/vocabulary.ts'
import type { SchemeInForce } from '#server/directives/evaluation-shape.ts'
import { EVALUATION_WORDS } from '#server/directives/evaluation-words.ts'
import { HEIGHT, type Rating, ratingLabel } from './ratings.ts'
import { exact, inVietnamese, isBelow, type Rational } from './rational.ts'

export interface Step {
  text: string
  value: number | string | null
  clause: string
}

export interface Banded {
  /** Null where the text leaves the level to the authority, or where nothing decides it yet. */
  band: Rating | null
  /** What is not yet known and would decide. */
  open: string[]
  steps: Step[]
}

/** Conditions of a scheme name no dated parameters, so no date is asked. */
const NO_DATE: Question = {
  asOf: '1970-01-01',
  since: '1970-01-01',
  parameter: (name) => {
    throw new Error(`a condition of a scheme names the parameter ${name}`)
  },
}

/** From points and facts to a rating: the bands from the top, then the cases that forbid or lower it. */
export function banded(
  scheme: SchemeInForce,
  total: Rational | null,
  row: FactRow,
  clauseOf: (cite: string) => string,
): Banded {
  const byPoints = fromBands(scheme, total, row, clauseOf)
  const ruling = ruled(scheme, byPoints.band, row, clauseOf)
  const steps = [...byPoints.steps, ...ruling.steps]
  return { band: ruling.band, open: ruling.isFinal ? [] : byPoints.open, steps }
}

/** The cases that give a level whatever the points, or keep it from being higher. */
export function ruled(
  { rules }: SchemeInForce,
  from: Rating | null,
  row: FactRow,
  clauseOf: (cite: string) => string,
): Pick<Banded, 'band' | 'steps'> & { isFinal: boolean } {
  const said = Object.entries(row).filter(([, value]) => value !== null && value !== undefined)
  const known = { ...NOT_SAID, ...Object.fromEntries(said) }
  const applying = rules.filter(
    ({ when }) => evaluate(when, EVALUATION_WORDS, NO_DATE, known) === true,
  )
  const steps: Step[] = []
  let band = from
  for (const { gives, at_most, says, cite } of applying.toSorted(byForce)) {
    band = gives ?? (band && at_most ? lower(band, at_most) : band)
    steps.push({ text: says, value: band && ratingLabel(band), clause: clauseOf(cite) })
    if (gives) return { band, steps, isFinal: true }
  }
  return { band, steps, isFinal: false }
}

/** In a rule, what nobody recorded did not happen; what a level asks for stays unknown until said. */
const NOT_SAID = Object.fromEntries(
  Object.entries(EVALUATION_WORDS.facts).flatMap(([name, { type }]) =>
    type === 'flag' ? [[name, false]] : [],
  ),
)

function fromBands(
  scheme: SchemeInForce,
  total: Rational | null,
  row: FactRow,
  clauseOf: (cite: string) => string,
): Banded {
  const steps: Step[] = []
  for (const { rating, from, needs, cite } of scheme.bands) {
    if (from !== undefined && total && isBelow(total, exact(from))) continue
    const say = (text: string, value: Step['value']) =>
      steps.push({ text, value, clause: clauseOf(cite) })
    const reached =
      total && from !== undefined
        ? `${inVietnamese(total)} điểm, từ ${from} điểm trở lên`
        : 'Xét điều kiện'
    const verdict = needs ? evaluate(needs, EVALUATION_WORDS, NO_DATE, row) : true
    if (verdict === true) {
      say(`${reached}: ${ratingLabel(rating)}`, ratingLabel(rating))
      return { band: rating, open: [], steps }
    }
    if (!needs) continue
    if (verdict === null) {
      const open = missing(needs, EVALUATION_WORDS, NO_DATE, row).map(({ label }) => label)
      say(
        `${reached}: ${ratingLabel(rating)} nếu ${sentence(needs, EVALUATION_WORDS, NO_DATE)}`,
        null,
      )
      return { band: scheme.score ? rating : null, open: [...new Set(open)], steps }
    }
    const why = reasons(needs, EVALUATION_WORDS, NO_DATE, row).join('; ')
    say(`${reached} nhưng chưa đủ điều kiện ${ratingLabel(rating)}: ${why}`, null)
    if (scheme.missed_condition === 'authority') {
      say('Thiếu điều kiện trong khung điểm: cấp có thẩm quyền quyết định mức xếp loại', null)
      return { band: null, open: ['Cấp có thẩm quyền quyết định mức xếp loại'], steps }
    }
  }
  return { band: null, open: ['Chưa mức nào đủ điều kiện'], steps }
}

/** What ends the question goes first: not rated, then a level given, then an upper bound. */
function byForce(a: SchemeInForce['rules'][number], b: SchemeInForce['rules'][number]): number {
  const force = ({ gives }: typeof a) => (gives === 'not_rated' ? 0 : gives ? 1 : 2)
  return force(a) - force(b)
}

const lower = (a: Rating, b: Rating) => ((HEIGHT[a] ?? 0) <= (HEIGHT[b] ?? 0) ? a : b)
