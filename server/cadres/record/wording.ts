import { sql } from 'kysely'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Db } from '#server/kernel/database.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import type { Column } from './columns.ts'
import { SECTIONS, type SectionCode } from './dictionary.ts'
import type { Fact, Value, Values } from './rows.ts'
import { listOf } from './values.ts'

type Texts = Record<string, string | null>
type Names = Map<string, string>

/** The values of facts as a form prints them: codes and references in words, dates day first. */
export async function textsOf(
  db: Db,
  code: SectionCode,
  facts: readonly Pick<Fact, 'values'>[],
  asOf: string,
): Promise<Texts[]> {
  const names = await namesOf(db, code, facts, asOf)
  return facts.map(({ values }) =>
    Object.fromEntries(
      Object.entries(SECTIONS[code].columns).map(([name, column]) => [
        name,
        textOf(column, values[name] ?? null, values, names),
      ]),
    ),
  )
}

function textOf(column: Column, value: Value, values: Values, names: Names): string | null {
  if (value === null) return null
  if (column.type === 'code') return labelOf(listOf(column, values) ?? {}, String(value))
  if (column.type in NAMED) return names.get(`${column.type}:${value}`) ?? null
  if (column.type === 'date' || column.type === 'partial_date') return inVietnamese(String(value))
  if (column.type === 'flag') return value ? 'Có' : 'Không'
  if (typeof value === 'number' && column.type === 'decimal') return value.toLocaleString('vi-VN')
  return String(value)
}

/** How each kind of reference is called; a person out of sight keeps the name of the directory card. */
const NAMED: Partial<Record<Column['type'], (asOf: string) => ReturnType<typeof sql>>> = {
  unit: (asOf) => sql`select u.id::text as key, coalesce(n.name, u.code) as name
    from unit u left join lateral (select name from unit_name where unit_id = u.id
      order by during @> ${asOf}::date desc, lower(during) desc limit 1) n on true`,
  title: () => sql`select code as key, name from job_title`,
  post: () => sql`select id::text as key, name from post`,
  course: () => sql`select id::text as key, name from training_course`,
  cadre: () => sql`select distinct cadre_id::text as key, full_name as name from directory_entry`,
  document: () => sql`select id::text as key, title as name from record_document`,
}

async function namesOf(
  db: Db,
  code: SectionCode,
  facts: readonly Pick<Fact, 'values'>[],
  asOf: string,
): Promise<Names> {
  const names: Names = new Map()
  const wanted = new Map<Column['type'], Set<string>>()
  for (const [field, { type }] of Object.entries(SECTIONS[code].columns)) {
    if (!(type in NAMED)) continue
    const keys = wanted.get(type) ?? new Set()
    for (const { values } of facts)
      if (values[field] !== null && values[field] !== undefined) keys.add(String(values[field]))
    wanted.set(type, keys)
  }
  for (const [type, keys] of wanted) {
    const named = NAMED[type]
    if (!named || keys.size === 0) continue
    const { rows } = await sql<{ key: string; name: string }>`select * from (${named(asOf)}) named
      where key = any(${[...keys]}::text[])`.execute(db)
    for (const { key, name } of rows) names.set(`${type}:${key}`, name)
  }
  return names
}
