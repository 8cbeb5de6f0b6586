import type { RawBuilder } from 'kysely'
import type { Fact } from './vocabulary.ts'

/** Short forms for the facts whose value is one expression whatever the date. */

type Expression = RawBuilder<unknown>

interface More {
  joins?: readonly string[]
  parameters?: readonly string[]
}

/** One of a closed list of codes. */
export function choice(
  label: string,
  values: Fact['values'],
  value: Expression,
  paper: string,
  more: More = {},
): Fact {
  return { label, type: 'choice', values, sql: () => value, paper, ...more }
}

export function flag(label: string, value: Expression, paper: string, more: More = {}): Fact {
  return { label, type: 'flag', sql: () => value, paper, ...more }
}

export function number(label: string, value: Expression, paper: string, more: More = {}): Fact {
  return { label, type: 'number', sql: () => value, paper, ...more }
}
