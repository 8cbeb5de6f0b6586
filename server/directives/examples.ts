import { latest, orderOf, reference } from '#rules/compile.ts'
import type { Condition } from '#rules/condition.ts'
import { evaluate, type FactRow } from '#rules/explain.ts'
import type { Fact, Question, Subject, Vocabulary } from '#rules/vocabulary.ts'
import { endOfMonth } from '#server/kernel/dates.ts'
import type { Example } from './pack-shape.ts'
import type { Pack, Target } from './packs.ts'
import { parametersInForce, reader } from './parameters.ts'
import { EMPTY, milestoneOn, type Standing, standing, type Tally } from './state.ts'

export interface ExampleResult {
  target: string
  says: string
  /** What differs from the expectation; empty when the example holds. */
  differences: string[]
}

/** Runs a pack's own worked examples: rows of facts, a date, the expected answer. */
export function runExamples(
  pack: Pack,
  all: readonly Pack[],
  vocabulary: Vocabulary,
): ExampleResult[] {
  return pack.examples.map((example) => {
    const target = pack.targets.find(({ id }) => id === example.target)
    if (!target)
      return {
        target: example.target,
        says: example.says,
        differences: ['không có chỉ tiêu này trong văn bản'],
      }
    const answer = worked(target, example, all, vocabulary)
    const differences = Object.entries(example.expect).flatMap(([name, expected]) => {
      const actual = answer[name as keyof Standing]
      const same =
        typeof expected === 'number'
          ? Math.abs(Number(actual) - expected) < 0.0005
          : actual === expected
      return same ? [] : [`${name}: phải là ${expected}, tính được ${actual}`]
    })
    return { target: example.target, says: example.says, differences }
  })
}

function worked(
  target: Target,
  example: Example,
  all: readonly Pack[],
  vocabulary: Vocabulary,
): Standing {
  const subject = vocabulary[target.subject]
  if (!subject) throw new Error(`no subject ${target.subject}`)
  const adopted = all.map((pack) => ({ pack, adoptedFrom: pack.in_force.from, overrides: {} }))
  const parameter = reader(parametersInForce(adopted, example.as_of), example.as_of)
  const question: Question = { asOf: example.as_of, since: example.as_of, parameter }
  const milestone = milestoneOn(target, example.as_of)
  const tally = example.rows
    .map((row) => factRow(row, subject, question))
    .reduce((sum, row) => added(sum, milestone.base, target.counts, subject, question, row), EMPTY)
  return standing(target, milestone, tally, { ...EMPTY, inYes: example.baseline ?? 0 })
}

const KINDS = {
  true: ['inYes', 'maybeYes'],
  false: ['inNo', 'maybeNo'],
  null: ['inOpen', 'maybeOpen'],
} as const

function added(
  sum: Tally,
  base: Condition | null,
  counts: Condition | null,
  subject: Subject,
  question: Question,
  row: FactRow,
): Tally {
  const inBase = base ? evaluate(base, subject, question, row) : true
  if (inBase === false) return sum
  const verdict = counts ? evaluate(counts, subject, question, row) : true
  const kind = KINDS[`${verdict}`][inBase ? 0 : 1]
  return { ...sum, [kind]: sum[kind] + 1 }
}

/** An example's row as the database would give it: levels as places, births as their earliest and latest day. */
function factRow(row: Record<string, unknown>, subject: Subject, question: Question): FactRow {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      const fact = subject.facts[name]
      if (!fact) throw new Error(`examples speak of an unknown fact "${name}"`)
      return columnsOf(name, fact, value, question)
    }),
  )
}

function columnsOf(
  name: string,
  fact: Fact,
  value: unknown,
  question: Question,
): [string, unknown][] {
  if (value === null) return [[name, null]]
  if (fact.type === 'ordered') return [[name, orderOf(fact, question).indexOf(String(value)) + 1]]
  if (fact.type !== 'age') return [[name, value]]
  const [born = '', decidedOn] = String(value).split(' on ')
  return [
    [name, `${born}-01-01`.slice(0, 10)],
    [
      latest(name),
      born.length === 4 ? `${born}-12-31` : born.length === 7 ? endOfMonth(`${born}-01`) : born,
    ],
    [reference(name), decidedOn ?? question.asOf],
  ]
}
