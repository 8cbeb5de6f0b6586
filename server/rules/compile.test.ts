import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test } from '#server/testing.ts'
import { compile, factsOf, factTable } from './compile.ts'
import { type Condition, leavesOf } from './condition.ts'
import { evaluate, type FactRow } from './explain.ts'
import type { Question, Subject } from './vocabulary.ts'

const ORDER = ['none', 'college', 'university', 'master']
const question: Question = {
  asOf: '2024-02-29',
  since: '2024-01-01',
  parameter: () => ORDER,
}

/** Every kind of fact over a small table with every kind of gap. */
const subject: Subject = {
  label: 'dòng thử',
  id: sql`t.id`,
  cadreId: sql`null::integer`,
  unitId: sql`null::integer`,
  title: sql`null::text`,
  from: () => sql`(values
    (1, 'male', 4, 10, true, '2020-01-01'::date, '1984-02-29'::date, '1984-02-29'::date),
    (2, 'female', 3, 20, false, '2021-06-30'::date, '1984-03-01'::date, '1984-03-01'::date),
    (3, null, null, null, null, null, null, null),
    (4, 'female', null, 15, true, null, '1984-01-01'::date, '1984-12-31'::date),
    (5, 'male', 1, null, null, '2024-02-29'::date, '1990-05-01'::date, '1990-05-31'::date),
    (6, null, 2, 15, false, '2019-12-31'::date, '1944-02-28'::date, '1944-02-28'::date))
    t(id, sex, level, number, flag, day, born, born_latest)`,
  joins: {},
  facts: {
    sex: {
      label: 'Giới tính',
      type: 'choice',
      values: { male: { label: 'Nam' }, female: { label: 'Nữ' } },
      sql: () => sql`t.sex`,
      paper: '',
    },
    level: {
      label: 'Trình độ',
      type: 'ordered',
      values: Object.fromEntries(ORDER.map((code) => [code, { label: code }])),
      order: 'order',
      sql: () => sql`t.level`,
      paper: '',
    },
    number: { label: 'Số', type: 'number', sql: () => sql`t.number`, paper: '' },
    flag: { label: 'Có', type: 'flag', sql: () => sql`t.flag`, paper: '' },
    day: { label: 'Ngày', type: 'date', sql: () => sql`t.day`, paper: '' },
    age: {
      label: 'Tuổi',
      type: 'age',
      sql: () => sql`t.born`,
      latest: () => sql`t.born_latest`,
      paper: '',
    },
    age_then: {
      label: 'Tuổi khi đó',
      type: 'age',
      sql: () => sql`t.born`,
      latest: () => sql`t.born_latest`,
      at: () => sql`coalesce(t.day, '2024-02-29'::date)`,
      paper: '',
    },
  },
}

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .constantFrom('is', 'one_of', 'none_of')
    .chain((comparison) =>
      fc
        .constantFrom('male', 'female')
        .map((value) => ({ fact: 'sex', comparison, values: [value] }) as Condition),
    ),
  fc
    .constantFrom('is', 'under', 'at_most', 'over', 'at_least')
    .chain((comparison) =>
      fc
        .constantFrom(...ORDER)
        .map((value) => ({ fact: 'level', comparison, values: [value] }) as Condition),
    ),
  fc
    .tuple(
      fc.constantFrom('is', 'under', 'at_most', 'over', 'at_least'),
      fc.integer({ min: 9, max: 21 }),
    )
    .map(([comparison, value]) => ({ fact: 'number', comparison, values: [value] }) as Condition),
  fc.boolean().map((value) => ({ fact: 'flag', comparison: 'is', values: [value] }) as Condition),
  fc
    .tuple(
      fc.constantFrom('under', 'at_most', 'over', 'at_least'),
      fc.constantFrom('2020-01-01', '2021-06-30', '2024-02-29'),
    )
    .map(([comparison, value]) => ({ fact: 'day', comparison, values: [value] }) as Condition),
  fc
    .tuple(
      fc.constantFrom('age', 'age_then'),
      fc.constantFrom('under', 'at_most', 'over', 'at_least'),
      fc.constantFrom(33, 36, 39, 40, 75, 80),
    )
    .map(([fact, comparison, value]) => ({ fact, comparison, values: [value] }) as Condition),
  fc
    .constantFrom('age', 'age_then')
    .map((fact) => ({ fact, comparison: 'between', values: [33, 39] }) as Condition),
)

const tree: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
})).node

describe('a condition', () => {
  test('means the same in SQL and row by row, gaps included', async ({ ctx }) => {
    await fc.assert(
      fc.asyncProperty(tree, async (condition) => {
        const { rows } = await sql<FactRow & { id: number; verdict: boolean | null }>`
          with row_facts as (${factTable(subject, factsOf([condition]), question)})
          select *, ${compile(condition, subject, question)} as verdict from row_facts order by id`.execute(
          ctx.db,
        )
        expect(rows.map((row) => evaluate(condition, subject, question, row))).toEqual(
          rows.map(({ verdict }) => verdict),
        )
        expect(leavesOf(condition).length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test('puts values into parameters, never into the text', async ({ ctx }) => {
    const condition: Condition = {
      fact: 'sex',
      comparison: 'is',
      values: ["'; drop table cadre --"],
    }
    const { sql: text, parameters } = compile(condition, subject, question).compile(ctx.db)
    expect(text).toBe('("sex" = $1)')
    expect(parameters).toEqual(["'; drop table cadre --"])
  })

  test('of age under 40 is open for someone known only by the year they turn 40', async ({
    ctx,
  }) => {
    const condition: Condition = { fact: 'age', comparison: 'under', values: [40] }
    const { rows } = await sql<{ id: number; verdict: boolean | null }>`
      with row_facts as (${factTable(subject, ['age'], question)})
      select id, ${compile(condition, subject, question)} as verdict from row_facts order by id`.execute(
      ctx.db,
    )
    expect(rows.map(({ verdict }) => verdict)).toEqual([false, true, null, null, true, false])
  })
})
