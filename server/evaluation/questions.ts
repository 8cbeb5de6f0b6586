import type { Pack } from '#server/directives/packs.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { capped, groupsOf } from './cap.ts'
import { type CapInput, capInput } from './cap-input.ts'
import { type CouplingInput, couplingInput, couplingViolations } from './coupling.ts'
import { type ScoreInput, scoreInput } from './input.ts'
import { dayOf, namedScheme, schemeOn } from './scheme-in-force.ts'
import { type Citing, scored } from './score.ts'
import { type YearInput, yearInput, yearScored } from './year.ts'

/** What can be asked of a scheme with a file, and the shape of the file. */
export const QUESTIONS = {
  score: { shape: scoreInput },
  cap: { shape: capInput },
  coupling: { shape: couplingInput },
  year: { shape: yearInput },
}

export type Question = keyof typeof QUESTIONS
export type Answered = Record<string, unknown>

type Asked = ScoreInput | CapInput | CouplingInput | YearInput

/** The rule all provinces wrote alike, where a file about couplings names no scheme. */
const COUPLING_SCHEME = 'lang-son-thang'

/** The answer to one file, by the scheme named on the command line or in the file. */
export function answered(
  question: Question,
  input: Asked,
  id: string | undefined,
  packs: readonly Pack[],
  today: string,
): Answered {
  const wanted = id ?? input.scheme ?? (question === 'coupling' ? COUPLING_SCHEME : undefined)
  if (!wanted) {
    const ids = packs.flatMap(({ schemes }) => schemes.map((scheme) => scheme.id))
    throw new Refusal(
      'invalid',
      `Hãy ghi quy chế đánh giá: --scheme ID. Đang có: ${ids.join(', ')}.`,
    )
  }
  const chosen = namedScheme(packs, wanted)
  const citing = schemeOn(chosen, packs, input.on ?? dayOf(chosen, today), input.parameters)
  return { scheme: wanted, ...ANSWERS[question](citing, input) }
}

const ANSWERS: Record<Question, (citing: Citing, input: Asked) => Answered> = {
  score: (citing, input) => {
    const { parts, task, common, total, band, open, steps } = scored(citing, input as ScoreInput)
    return { ...parts, task, common, total, band, open, steps }
  },
  cap: (citing, input) => {
    const asked = input as CapInput
    return { ...capped(citing, asked, groupsOf(asked)) }
  },
  coupling: (citing, input) => ({
    violations: couplingViolations(citing, input as CouplingInput),
  }),
  year: (citing, input) => ({ ...yearScored(citing, input as YearInput) }),
}
