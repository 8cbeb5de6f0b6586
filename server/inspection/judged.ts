import type { ParameterValue } from '#rules/vocabulary.ts'
import type { Check } from '#server/directives/inspection-cases.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Case } from './cases.ts'

export const STATES = {
  met: { label: 'Đạt' },
  not_met: { label: 'Không đạt' },
  unknown: { label: 'Chưa rõ' },
} as const

export type State = keyof typeof STATES

export interface Judged {
  state: State
  evidence: string
}

export const met = (evidence: string): Judged => ({ state: 'met', evidence })
export const notMet = (evidence: string): Judged => ({ state: 'not_met', evidence })
export const unknown = (evidence: string): Judged => ({ state: 'unknown', evidence })

export type Judge = (
  ctx: Context,
  one: Case,
  parameter: (name: string) => ParameterValue,
) => Promise<Judged>

export type Judges<C extends Check> = Readonly<Record<C, Judge>>
