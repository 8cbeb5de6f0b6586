import { Temporal } from 'temporal-polyfill'
import { latest, orderOf, position, reference, resolve } from './compile.ts'
import { type Comparison, type Condition, leavesOf, type Scalar } from './condition.ts'
import type { Question, Word, Words } from './vocabulary.ts'

/** A row of a fact table: fact name → value, null when the records do not say. */
export type FactRow = Readonly<Record<string, unknown>>
export type Verdict = boolean | null

/** The same answer as the compiled SQL gives, for one row already fetched. */
export function evaluate(
  condition: Condition,
  subject: Words,
  question: Question,
  row: FactRow,
): Verdict {
  if ('all' in condition)
    return every(condition.all.map((part) => evaluate(part, subject, question, row)))
  if ('any' in condition)
    return not(every(condition.any.map((part) => not(evaluate(part, subject, question, row)))))
  if ('not' in condition) return not(evaluate(condition.not, subject, question, row))
  return evaluateLeaf(condition, factOf(subject, condition.fact), question, row)
}

type Leaf = Extract<Condition, { fact: string }>

function evaluateLeaf(
  { fact: name, comparison, values }: Leaf,
  fact: Word,
  question: Question,
  row: FactRow,
): Verdict {
  const value = row[name]
  if (value === null || value === undefined) return null
  const operands = values.map((operand) => resolve(operand, question))
  if (fact.type === 'age') {
    const verdicts = agesOf(name, fact, question, row).map((age) =>
      holds(age, comparison, operands),
    )
    return verdicts.every((verdict) => verdict === verdicts[0]) ? (verdicts[0] ?? null) : null
  }
  if (fact.type === 'ordered') {
    return holds(
      Number(value),
      comparison,
      operands.map((operand) => position(operand, fact, question)),
    )
  }
  return holds(value as Scalar, comparison, operands)
}

function holds(
  value: Scalar,
  comparison: Comparison,
  [first = 0, second = 0, ...more]: Scalar[],
): boolean {
  switch (comparison) {
    case 'is':
      return value === first
    case 'one_of':
      return [first, second, ...more].includes(value)
    case 'none_of':
      return ![first, second, ...more].includes(value)
    case 'under':
      return value < first
    case 'at_most':
      return value <= first
    case 'over':
      return value > first
    case 'at_least':
      return value >= first
    case 'between':
      return value >= first && value <= second
    default:
      return comparison satisfies never
  }
}

/** Whole years on the day that counts: one number, or the two that are possible. */
export function agesOf(name: string, fact: Word, question: Question, row: FactRow): number[] {
  const day = Temporal.PlainDate.from(String((fact.at && row[reference(name)]) ?? question.asOf))
  const years = (born: unknown) =>
    Temporal.PlainDate.from(String(born)).until(day, { largestUnit: 'years' }).years
  return [...new Set([years(row[latest(name)] ?? row[name]), years(row[name])])]
}

/** Why the row meets the condition, does not, or cannot be told: the leaves that decide, in words. */
export function reasons(
  condition: Condition,
  subject: Words,
  question: Question,
  row: FactRow,
): string[] {
  const verdict = evaluate(condition, subject, question, row)
  const deciding = leavesOf(condition).filter(
    (leaf) => evaluateLeaf(leaf, factOf(subject, leaf.fact), question, row) === verdict,
  )
  const leaves = deciding.length > 0 ? deciding : leavesOf(condition)
  return [
    ...new Set(
      leaves.map(({ fact }) => `${label(subject, fact)}: ${said(fact, subject, question, row)}`),
    ),
  ]
}

/** A fact's value in Vietnamese, as a list shows it. */
export function said(name: string, subject: Words, question: Question, row: FactRow): string {
  const fact = factOf(subject, name)
  const value = row[name]
  if (value === null || value === undefined) return 'chưa rõ'
  if (fact.type === 'age') return `${agesOf(name, fact, question, row).join(' hoặc ')} tuổi`
  if (fact.type === 'ordered')
    return inWords(orderOf(fact, question)[Number(value) - 1] ?? '', fact)
  return inWords(value as Scalar, fact)
}

/** The papers that would turn an unknown into an answer. */
export function missing(condition: Condition, subject: Words, question: Question, row: FactRow) {
  return leavesOf(condition)
    .filter((leaf) => evaluateLeaf(leaf, factOf(subject, leaf.fact), question, row) === null)
    .map(({ fact }) => ({ fact, label: label(subject, fact), paper: factOf(subject, fact).paper }))
}

const WORDS: Record<Comparison, string> = {
  is: 'là',
  one_of: 'là một trong:',
  none_of: 'không thuộc:',
  under: 'dưới',
  at_most: 'không quá',
  over: 'trên',
  at_least: 'từ',
  between: 'từ',
}

/** The condition as one Vietnamese sentence. */
export function sentence(
  condition: Condition,
  subject: Words,
  question: Question,
  isTop = true,
): string {
  const inner = (parts: Condition[], word: string) => {
    const text = parts.map((part) => sentence(part, subject, question, false)).join(word)
    return isTop ? text : `(${text})`
  }
  if ('all' in condition) return inner(condition.all, ' và ')
  if ('any' in condition) return inner(condition.any, ' hoặc ')
  if ('not' in condition) return `không phải ${sentence(condition.not, subject, question, false)}`
  const fact = factOf(subject, condition.fact)
  const values = condition.values.map((value) => inWords(resolve(value, question), fact))
  const name = label(subject, condition.fact)
  if (fact.type === 'flag')
    return `${resolve(condition.values[0] ?? true, question) ? '' : 'không '}${lowerFirst(name)}`
  const suffix = condition.comparison === 'at_least' && fact.type !== 'date' ? ' trở lên' : ''
  const listed = condition.comparison === 'between' ? values.join(' đến ') : values.join(', ')
  return `${lowerFirst(name)} ${WORDS[condition.comparison]} ${listed}${suffix}`
}

function inWords(value: Scalar, fact: Word): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (fact.type === 'number' || fact.type === 'age') return String(value).replace('.', ',')
  if (fact.type === 'date') return String(value).split('-').reverse().join('/')
  return fact.values?.[String(value)]?.label ?? String(value)
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const label = (subject: Words, name: string) => factOf(subject, name).label
const not = (verdict: Verdict): Verdict => (verdict === null ? null : !verdict)

function every(verdicts: Verdict[]): Verdict {
  if (verdicts.includes(false)) return false
  return verdicts.includes(null) ? null : true
}

function factOf(subject: Words, name: string): Word {
  const fact = subject.facts[name]
  if (!fact) throw new Error(`no fact ${name}`)
  return fact
}
