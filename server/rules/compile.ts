import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Comparison, type Condition, leavesOf, type Scalar, type Value } from './condition.ts'
import type { Fact, Question, Subject, Word } from './vocabulary.ts'

/**
 * The rows of a subject with the facts asked of them, each computed once:
 * `id, cadre_id, unit_id, title`, then one column a fact (an age has two: earliest and latest birth).
 */
export function factTable(
  subject: Subject,
  names: readonly string[],
  question: Question,
): RawBuilder<unknown> {
  const facts = names.map((name) => [name, factOf(subject, name)] as const)
  const joins = [...new Set(facts.flatMap(([, fact]) => fact.joins ?? []))]
  const columns = facts.flatMap(([name, fact]) => [
    sql`, ${fact.sql(question)} as ${sql.id(name)}`,
    ...(fact.latest ? [sql`, ${fact.latest(question)} as ${sql.id(latest(name))}`] : []),
    ...(fact.at ? [sql`, ${fact.at(question)} as ${sql.id(reference(name))}`] : []),
  ])
  return sql`select ${subject.id} as id, ${subject.cadreId} as cadre_id, ${subject.unitId} as unit_id,
    ${subject.title} as title ${sql.join(columns, sql``)}
    from ${subject.from(question)} ${sql.join(
      joins.map((join) => joinOf(subject, join)(question)),
      sql` `,
    )}`
}

/** The facts that some conditions ask for, each once. */
export function factsOf(conditions: readonly Condition[]): string[] {
  return [...new Set(conditions.flatMap(leavesOf).map(({ fact }) => fact))]
}

/** A condition over a fact table; null where the records do not decide. */
export function compile(
  condition: Condition,
  subject: Subject,
  question: Question,
): RawBuilder<boolean | null> {
  if ('all' in condition) return joined(condition.all, sql` and `, subject, question)
  if ('any' in condition) return joined(condition.any, sql` or `, subject, question)
  if ('not' in condition) return sql`(not ${compile(condition.not, subject, question)})`
  const fact = factOf(subject, condition.fact)
  const values = condition.values.map((value) => resolve(value, question))
  if (fact.type === 'age')
    return compileAge(condition.fact, fact, condition.comparison, values.map(Number), question)
  const column = sql.id(condition.fact)
  if (fact.type === 'flag') return values[0] ? sql`(${column})` : sql`(not ${column})`
  const operands =
    fact.type === 'ordered' ? values.map((value) => position(value, fact, question)) : values
  return compare(column, condition.comparison, operands, fact.type === 'date')
}

function joined(
  parts: Condition[],
  word: RawBuilder<unknown>,
  subject: Subject,
  question: Question,
) {
  return sql<boolean | null>`(${sql.join(
    parts.map((part) => compile(part, subject, question)),
    word,
  )})`
}

function compare(
  column: RawBuilder<unknown>,
  comparison: Comparison,
  values: Scalar[],
  isDate: boolean,
) {
  const [first, second] = values.map((value) => (isDate ? sql`${value}::date` : sql`${value}`))
  switch (comparison) {
    case 'is':
      return sql<boolean>`(${column} = ${first})`
    case 'one_of':
      return sql<boolean>`(${column} in (${sql.join(values)}))`
    case 'none_of':
      return sql<boolean>`(${column} not in (${sql.join(values)}))`
    case 'under':
      return sql<boolean>`(${column} < ${first})`
    case 'at_most':
      return sql<boolean>`(${column} <= ${first})`
    case 'over':
      return sql<boolean>`(${column} > ${first})`
    case 'at_least':
      return sql<boolean>`(${column} >= ${first})`
    case 'between':
      return sql<boolean>`(${column} between ${first} and ${second})`
    default:
      return comparison satisfies never
  }
}

/**
 * Ages become birth-date bounds, computed once (per-row age arithmetic was measured 4–6× slower).
 * A birth known only by its year is certain only when its whole year falls on one side.
 */
function compileAge(
  name: string,
  fact: Fact,
  comparison: Comparison,
  [n = 0, upTo = 0]: number[],
  question: Question,
) {
  const bound = (years: number) =>
    fact.at
      ? sql`(${sql.id(reference(name))} - make_interval(years => ${years}))::date`
      : sql`${Temporal.PlainDate.from(question.asOf).subtract({ years }).toString()}::date`
  const younger = (years: number) => sql<
    boolean | null
  >`(case when ${sql.id(name)} > ${bound(years)} then true
    when ${sql.id(latest(name))} <= ${bound(years)} then false end)`
  switch (comparison) {
    case 'under':
      return younger(n)
    case 'at_most':
      return younger(n + 1)
    case 'at_least':
      return sql<boolean | null>`(not ${younger(n)})`
    case 'over':
      return sql<boolean | null>`(not ${younger(n + 1)})`
    case 'between':
      return sql<boolean | null>`(not ${younger(n)} and ${younger(upTo + 1)})`
    default:
      throw new Error(`an age is not compared with ${comparison}`)
  }
}

export const latest = (name: string) => `${name}__latest`
export const reference = (name: string) => `${name}__at`

export function resolve(value: Value, question: Question): Scalar {
  return typeof value === 'object' ? (question.parameter(value.parameter) as Scalar) : value
}

/** Place of a level in its order, from 1: what an `ordered` fact's column holds. */
export function position(value: Scalar, fact: Word, question: Question): number {
  const order = orderOf(fact, question)
  const index = order.indexOf(String(value))
  if (index < 0) throw new Error(`"${value}" is not in the order ${fact.order}`)
  return index + 1
}

export function orderOf(fact: Word, question: Question): string[] {
  return fact.order ? (question.parameter(fact.order) as string[]) : Object.keys(fact.values ?? {})
}

function factOf(subject: Subject, name: string): Fact {
  const fact = subject.facts[name]
  if (!fact) throw new Error(`no fact ${name}`)
  return fact
}

function joinOf(subject: Subject, name: string) {
  const join = subject.joins[name]
  if (!join) throw new Error(`no join ${name}`)
  return join
}
