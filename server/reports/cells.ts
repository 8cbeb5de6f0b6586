import { type RawBuilder, sql } from 'kysely'
import { compile, factsOf, factTable } from '#rules/compile.ts'
import type { Condition } from '#rules/condition.ts'
import type { FormColumn, FormRow } from '#server/directives/forms.ts'
import type { Db } from '#server/kernel/database.ts'
import type { AskedForm } from './forms.ts'

/** How many a cell counts, and of how many the records do not say. */
export interface Cell {
  count: number
  unknown: number
}

/** Cells by the unit the people sit in directly: `cells[row][column]`. */
export type CellsByUnit = Map<number | null, Cell[][]>

/** Counted and unknown share one sum: an aggregate a cell instead of two. */
const UNKNOWN = 2 ** 26

const PLAIN: FormRow = { no: '', label: '', counts: null, indent: 0, average: null }

/** The rows of a form; a form of units has one, counted unit by unit. Before them: everybody. */
export const countedRows = ({ form }: AskedForm): FormRow[] => [PLAIN, ...(form.rows ?? [])]

/** Every cell of a form in one pass over its subject: facts once a row, conditions once a line. */
export async function cellsByUnit(db: Db, asked: AskedForm): Promise<CellsByUnit> {
  const { form, subject, question } = asked
  const rows = countedRows(asked)
  const conditions = [form.base, ...rows.map(countsOf), ...form.columns.map(countsOf)]
  const named = conditions.filter((one) => one !== null)
  const ages = rows.some(({ average }) => average) ? ['age'] : []
  const facts = [...new Set([...factsOf(named), ...ages])]
  const flag = (condition: Condition | null) =>
    condition ? compile(condition, subject, question) : sql`true`
  const lines = [
    ...rows.map((row, r) => sql`, ${flag(row.counts)} as ${sql.id(`r${r}`)}`),
    ...form.columns.map((column, c) => sql`, ${flag(column.counts)} as ${sql.id(`c${c}`)}`),
  ]
  const sums = rows.flatMap((row, r) =>
    form.columns.map((_, c) => sql`, ${sumOf(row, r, c, asked)}::text as ${sql.id(`s${r}_${c}`)}`),
  )
  const { rows: counted } = await sql<Record<string, string> & { unit_id: number | null }>`
    with row_facts as (${factTable(subject, facts, question)}),
      lines as materialized (select unit_id, ${flag(form.base)} as base
        ${ages.length > 0 ? sql`, age` : sql``} ${sql.join(lines, sql``)} from row_facts)
    select unit_id ${sql.join(sums, sql``)} from lines where base is not false
    group by unit_id`.execute(db)
  return new Map(
    counted.map((one) => [
      one.unit_id,
      rows.map((_, r) => form.columns.map((_, c) => cellOf(Number(one[`s${r}_${c}`] ?? 0)))),
    ]),
  )
}

function sumOf(row: FormRow, r: number, c: number, { question }: AskedForm): RawBuilder<unknown> {
  const inside = sql`(base and ${sql.id(`r${r}`)} and ${sql.id(`c${c}`)})`
  const [known, counted] = row.average
    ? [
        sql`(${inside} and age is not null)`,
        sql`extract(year from age(${question.asOf}::date, age))::bigint`,
      ]
    : [inside, sql`1::bigint`]
  return sql`sum(case when ${inside} is false then 0 when ${known} then ${counted}
    else ${sql.raw(String(UNKNOWN))} end)`
}

const cellOf = (sum: number): Cell => ({
  count: sum % UNKNOWN,
  unknown: Math.floor(sum / UNKNOWN),
})

const countsOf = ({ counts }: FormRow | FormColumn) => counts

export const NOTHING: Cell = { count: 0, unknown: 0 }

export const added = (a: Cell, b: Cell): Cell => ({
  count: a.count + b.count,
  unknown: a.unknown + b.unknown,
})

/** The sum of the cells of some units, or of all. */
export function total(
  cells: CellsByUnit,
  asked: AskedForm,
  inside?: ReadonlySet<number>,
): Cell[][] {
  const empty = countedRows(asked).map(() => asked.form.columns.map(() => NOTHING))
  return [...cells]
    .filter(([unitId]) => !inside || (unitId !== null && inside.has(unitId)))
    .reduce(
      (sum, [, own]) =>
        sum.map((row, r) => row.map((cell, c) => added(cell, own[r]?.[c] ?? NOTHING))),
      empty,
    )
}
