import type { RawBuilder } from 'kysely'

/** What a question is asked about: the date, and the parameters in force that day. */
export interface Question {
  asOf: string
  /** First day of the period that events are counted in, up to `asOf`. */
  since: string
  parameter(name: string): ParameterValue
}

export type ParameterValue =
  | string
  | number
  | boolean
  | readonly (string | number)[]
  | readonly object[]

export type FactType = 'choice' | 'ordered' | 'number' | 'flag' | 'date' | 'age'

/** Something the law may ask, in words: enough to read, weigh and explain a condition. */
export interface Word {
  label: string
  type: FactType
  /** Codes with Vietnamese labels; of a `choice` or an `ordered` fact. */
  values?: Readonly<Record<string, { label: string }>>
  /** The parameter that gives the order of an `ordered` fact, lowest first. */
  order?: string
  /** The day an `age` is taken at, when it is not the as-of date. */
  at?(question: Question): RawBuilder<unknown>
  /** What to ask for when the value is missing. */
  paper: string
}

export interface Words {
  facts: Readonly<Record<string, Word>>
}

/** A word the records answer. `sql` is null when they do not say: unknown is never no. */
export interface Fact extends Word {
  /** One value; for `ordered` the position in its order; for `age` the earliest and latest birth date. */
  sql(question: Question): RawBuilder<unknown>
  latest?(question: Question): RawBuilder<unknown>
  /** Joins of the subject that `sql` mentions. */
  joins?: readonly string[]
  /** Parameters that `sql` itself reads, besides the order. */
  parameters?: readonly string[]
}

/** Who or what is counted: people serving, decisions of the year, units, planned people, courses. */
export interface Subject extends Words {
  label: string
  /** The rows, with the aliases the facts mention. */
  from(question: Question): RawBuilder<unknown>
  joins: Readonly<Record<string, (question: Question) => RawBuilder<unknown>>>
  facts: Readonly<Record<string, Fact>>
  /** Identifies one row; the person, the unit and the words it is shown with. */
  id: RawBuilder<number>
  cadreId: RawBuilder<number | null>
  unitId: RawBuilder<number | null>
  title: RawBuilder<string | null>
}

export type Vocabulary = Readonly<Record<string, Subject>>
