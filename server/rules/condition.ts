import { nearest } from './nearest.ts'
import type { Word, Words } from './vocabulary.ts'

export type Scalar = string | number | boolean
/** A value written in the law's text, or the name of a dated parameter. */
export type Value = Scalar | { parameter: string }
export type Comparison =
  | 'is'
  | 'one_of'
  | 'none_of'
  | 'under'
  | 'at_most'
  | 'over'
  | 'at_least'
  | 'between'

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { fact: string; comparison: Comparison; values: Value[] }

export type Path = (string | number)[]

/** A condition that cannot be read: where, why, and the nearest known word. */
export class ConditionError extends Error {
  readonly path: Path

  constructor(path: Path, message: string) {
    super(message)
    this.path = path
  }
}

const COMPARISONS: Record<Word['type'], readonly Comparison[]> = {
  choice: ['is', 'one_of', 'none_of'],
  ordered: ['is', 'one_of', 'none_of', 'under', 'at_most', 'over', 'at_least', 'between'],
  number: ['is', 'under', 'at_most', 'over', 'at_least', 'between'],
  age: ['under', 'at_most', 'over', 'at_least', 'between'],
  date: ['is', 'under', 'at_most', 'over', 'at_least', 'between'],
  flag: ['is'],
}

/** Reads `{sex: female, age: {under: 40}, any: [...]}`; several keys mean all of them. */
export function readCondition(source: unknown, subject: Words, path: Path = []): Condition {
  if (!isMapping(source)) throw new ConditionError(path, 'expected a mapping of facts')
  const nodes = Object.entries(source).map(([key, value]) =>
    readEntry(key, value, subject, [...path, key]),
  )
  const [first] = nodes
  if (!first)
    throw new ConditionError(path, 'an empty condition counts everybody: leave it out instead')
  return nodes.length === 1 ? first : { all: nodes }
}

function readEntry(key: string, value: unknown, subject: Words, path: Path): Condition {
  if (key === 'not') return { not: readCondition(value, subject, path) }
  if (key === 'all' || key === 'any') {
    if (!Array.isArray(value) || value.length === 0)
      throw new ConditionError(path, `"${key}" needs a list`)
    const parts = value.map((part, index) => readCondition(part, subject, [...path, index]))
    return key === 'all' ? { all: parts } : { any: parts }
  }
  const fact = subject.facts[key]
  if (!fact)
    throw new ConditionError(
      path,
      `unknown word "${key}"${nearest(key, [...Object.keys(subject.facts), 'all', 'any', 'not'])}`,
    )
  if (Array.isArray(value)) return leaf(key, fact, 'one_of', value, path)
  if (!isMapping(value) || 'parameter' in value) return leaf(key, fact, 'is', [value], path)
  const parts = Object.entries(value).map(([word, operand]) => {
    const comparison = asComparison(word, fact, [...path, word])
    return leaf(key, fact, comparison, Array.isArray(operand) ? operand : [operand], [
      ...path,
      word,
    ])
  })
  const [first] = parts
  if (!first) throw new ConditionError(path, `"${key}" is compared with nothing`)
  return parts.length === 1 ? first : { all: parts }
}

function asComparison(word: string, fact: Word, path: Path): Comparison {
  const allowed = COMPARISONS[fact.type]
  const found = allowed.find((comparison) => comparison === word)
  if (!found)
    throw new ConditionError(path, `"${word}" cannot compare ${fact.type}${nearest(word, allowed)}`)
  return found
}

function leaf(
  name: string,
  fact: Word,
  comparison: Comparison,
  operands: unknown[],
  path: Path,
): Condition {
  if (!COMPARISONS[fact.type].includes(comparison)) {
    throw new ConditionError(
      path,
      `"${comparison}" cannot compare ${fact.type}${nearest(comparison, COMPARISONS[fact.type])}`,
    )
  }
  const many = comparison === 'one_of' || comparison === 'none_of'
  const wanted = comparison === 'between' ? 2 : 1
  if (operands.length === 0 || (!many && operands.length !== wanted)) {
    throw new ConditionError(
      path,
      `"${comparison}" takes ${many ? 'a list of values' : `${wanted} value(s)`}`,
    )
  }
  return {
    fact: name,
    comparison,
    values: operands.map((operand) => readValue(operand, fact, path)),
  }
}

function readValue(operand: unknown, fact: Word, path: Path): Value {
  if (isMapping(operand)) {
    const { parameter } = operand
    if (typeof parameter !== 'string')
      throw new ConditionError(path, 'expected a value or {parameter: name}')
    return { parameter }
  }
  const problem = mismatch(operand, fact)
  if (problem) throw new ConditionError(path, problem)
  return operand as Scalar
}

/** Why a value does not fit a fact's type; undefined when it does. */
export function mismatch(value: unknown, fact: Word): string | undefined {
  if (fact.type === 'number' || fact.type === 'age') {
    return typeof value === 'number' && Number.isFinite(value)
      ? undefined
      : `expected a number, got ${JSON.stringify(value)}`
  }
  if (fact.type === 'flag')
    return typeof value === 'boolean'
      ? undefined
      : `expected true or false, got ${JSON.stringify(value)}`
  if (fact.type === 'date') {
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
      ? undefined
      : `expected a date YYYY-MM-DD, got ${JSON.stringify(value)}`
  }
  const codes = Object.keys(fact.values ?? {})
  return typeof value === 'string' && codes.includes(value)
    ? undefined
    : `unknown value ${JSON.stringify(value)}${nearest(String(value), codes)}`
}

/** Every leaf with its fact: for joins, parameters, papers. */
export function leavesOf(condition: Condition): Extract<Condition, { fact: string }>[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  return [condition]
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
