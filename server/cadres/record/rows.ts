import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { nameKey, searchable } from '#server/kernel/text.ts'
import type { Column } from './columns.ts'
import { keyOf, personOf, SECTIONS, type SectionCode } from './dictionary.ts'
import type { Section } from './section.ts'

export type Value = string | number | boolean | null
export type Values = Record<string, Value>

/** One stored fact. A section with one row a person has version 0 until something is written. */
export interface Fact {
  id: number
  version: number
  values: Values
}

/** The facts of a section as of a day: what began later is absent, what ends later has no end yet. */
export async function factsOf(
  db: Db,
  code: SectionCode,
  cadreId: number,
  asOf: string,
): Promise<Fact[]> {
  const section = SECTIONS[code]
  const { since } = section
  const known = since ? begunBy(code, since, asOf) : sql`true`
  const order = since ? sql`order by ${fieldOf(code, since)} desc nulls last, ` : sql`order by `
  const { rows } = await sql<StoredRow>`select ${selected(code)} from ${sql.table(section.table)}
    where ${sql.id(personOf(section))} = ${cadreId} and ${known}
    ${order} ${sql.id(keyOf(section))} desc`.execute(db)
  return rows.map((row) => {
    const fact = asFact(row)
    return { ...fact, values: knownOn(code, fact.values, asOf) }
  })
}

/** The values without what only a later day tells: the end, its reason, a conclusion. */
export function knownOn(code: SectionCode, values: Values, asOf: string): Values {
  const { columns, until } = SECTIONS[code]
  const known = { ...values }
  for (const [name, { knownBy }] of Object.entries(columns)) {
    const day = knownBy ?? (name === until ? until : '')
    const on = values[day]
    if (typeof on === 'string' && isToCome(columns[day], on, asOf)) known[name] = null
  }
  return known
}

/** A last day is still lived through. */
const isToCome = (column: Column | undefined, on: string, asOf: string) =>
  column?.stored === 'last day of during' ? on >= asOf : on > asOf

/** The fact as stored now, locked until the change is written; null when there is none. */
export const factForChange = (db: Db, code: SectionCode, cadreId: number, rowId: number) =>
  factNow(db, code, cadreId, rowId, sql`for update`)

export const factForReading = (db: Db, code: SectionCode, cadreId: number, rowId: number) =>
  factNow(db, code, cadreId, rowId, sql``)

async function factNow(
  db: Db,
  code: SectionCode,
  cadreId: number,
  rowId: number,
  lock: RawBuilder<unknown>,
): Promise<Fact | null> {
  const section = SECTIONS[code]
  const { rows } = await sql<StoredRow>`select ${selected(code)} from ${sql.table(section.table)}
    where ${sql.id(keyOf(section))} = ${rowId} and ${sql.id(personOf(section))} = ${cadreId}
    ${lock}`.execute(db)
  return rows[0] ? asFact(rows[0]) : null
}

export async function insertFact(
  db: Db,
  code: SectionCode,
  cadreId: number,
  values: Values,
): Promise<Fact> {
  const section = SECTIONS[code]
  const stored = { [personOf(section)]: cadreId, ...asStored(code, values, values) }
  const names = Object.keys(stored)
  const { rows } = await sql<StoredRow>`insert into ${sql.table(section.table)}
      (${sql.join(names.map((name) => sql.id(name)))})
    values (${sql.join(Object.values(stored))}) returning ${selected(code)}`.execute(db)
  return asFact(only(rows))
}

/** Changes some values of a fact; the others stay. */
export async function updateFact(
  db: Db,
  code: SectionCode,
  stored: Fact,
  values: Values,
): Promise<Fact> {
  const section = SECTIONS[code]
  const sets = Object.entries(asStored(code, values, { ...stored.values, ...values })).map(
    ([name, value]) => sql`${sql.id(name)} = ${value}`,
  )
  const { rows } = await sql<StoredRow>`update ${sql.table(section.table)}
    set ${sql.join(sets)} where ${sql.id(keyOf(section))} = ${stored.id}
    returning ${selected(code)}`.execute(db)
  return asFact(only(rows))
}

export async function removeFact(db: Db, code: SectionCode, rowId: number): Promise<void> {
  const section = SECTIONS[code]
  await sql`delete from ${sql.table(section.table)}
    where ${sql.id(keyOf(section))} = ${rowId}`.execute(db)
}

interface StoredRow extends Values {
  '#id': number
  '#version': number
}

function asFact({ '#id': id, '#version': version, ...values }: StoredRow): Fact {
  return { id, version, values }
}

function only<Row>([row]: readonly Row[]): Row {
  if (!row) throw new Error('A written fact came back empty')
  return row
}

function selected(code: SectionCode): RawBuilder<unknown> {
  const section = SECTIONS[code]
  const columns = Object.keys(section.columns).map(
    (name) => sql`${fieldOf(code, name)} as ${sql.id(name)}`,
  )
  return sql`${sql.id(keyOf(section))} as "#id", version as "#version", ${sql.join(columns)}`
}

/** A field of the dictionary as SQL over the table of its section; dates come as text. */
export function fieldOf(code: SectionCode, name: string, alias?: string): RawBuilder<unknown> {
  const column = SECTIONS[code].columns[name]
  if (!column) throw new Error(`${code} has no ${name}`)
  const ref = (stored: string) => (alias ? sql.ref(`${alias}.${stored}`) : sql.id(stored))
  if (column.stored === 'lower of during') return sql`lower(${ref('during')})::text`
  if (column.stored === 'upper of during') return sql`upper(${ref('during')})::text`
  if (column.stored === 'last day of during') return sql`(upper(${ref('during')}) - 1)::text`
  if (column.stored === 'date with precision') {
    return sql`left(${ref(`${name}_on`)}::text,
      case ${ref(`${name}_precision`)} when 'year' then 4 when 'month' then 7 else 10 end)`
  }
  if (column.type === 'date') return sql`${ref(name)}::text`
  if (column.type === 'decimal') return sql`${ref(name)}::float8`
  return ref(name)
}

/** True of a fact that had begun that day; one without a day counts as held before all we know. */
export function begunBy(
  code: SectionCode,
  since: string,
  asOf: string,
  alias?: string,
): RawBuilder<unknown> {
  const value = fieldOf(code, since, alias)
  const isYear = SECTIONS[code].columns[since]?.type === 'whole'
  const bound = isYear ? sql`${Number(asOf.slice(0, 4))}::integer` : sql`${asOf}::text`
  return sql`(${value} is null or ${value} <= ${bound})`
}

function asStored(code: SectionCode, values: Values, whole: Values): Record<string, Value> {
  const stored: Record<string, Value> = {}
  const { columns } = SECTIONS[code]
  for (const [name, value] of Object.entries(values)) {
    const column = columns[name]
    if (column) Object.assign(stored, storedAs(columns, name, column, value, whole))
  }
  if (code === 'identity' && typeof values.full_name === 'string') {
    stored.name_search = searchable(values.full_name)
    stored.name_key = nameKey(values.full_name)
  }
  return stored
}

const FIRST_DAY = ['', '-01-01', '-01', ''] as const

function storedAs(
  { until }: Section['columns'],
  name: string,
  column: Column,
  value: Value,
  whole: Values,
): Values {
  if (column.stored === undefined) return { [name]: value }
  if (column.stored !== 'date with precision') {
    const isLast = until?.stored === 'last day of during'
    return { during: `[${whole.from ?? ''},${whole.until ?? ''}${isLast ? ']' : ')'}` }
  }
  if (typeof value !== 'string') return { [`${name}_on`]: null, [`${name}_precision`]: null }
  const parts = value.split('-').length
  return {
    [`${name}_on`]: `${value}${FIRST_DAY[parts] ?? ''}`,
    [`${name}_precision`]: parts === 1 ? 'year' : parts === 2 ? 'month' : 'day',
  }
}
