import { ASSIGNMENTS } from './assignments.ts'
import { COURSES } from './courses.ts'
import { DISCIPLINES } from './disciplines.ts'
import type { Kind } from './kind.ts'
import { PAY } from './pay.ts'
import { RETIREMENTS } from './retirements.ts'
import { ROUNDS } from './rounds.ts'
import { TERMS } from './terms.ts'

/** Every kind of due date, in the order of filters and legends. */
const kinds = {
  ...RETIREMENTS,
  ...TERMS,
  ...PAY,
  ...ASSIGNMENTS,
  ...COURSES,
  ...DISCIPLINES,
  ...ROUNDS,
}

export type KindCode = keyof typeof kinds

export const KINDS: Readonly<Record<KindCode, Kind>> = kinds
export const KIND_CODES = Object.keys(kinds) as KindCode[]
