import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { personOf, SECTIONS, type SectionCode } from './dictionary.ts'
import { begunBy, fieldOf, knownOn, type Values } from './rows.ts'

/** A section of everybody asked for, in one statement, without what a later day tells. */
export async function factsByPerson(
  db: Db,
  code: SectionCode,
  people: readonly number[],
  asOf: string,
): Promise<Map<number, Values[]>> {
  const section = SECTIONS[code]
  const { since } = section
  const fields = Object.keys(section.columns).map(
    (name) => sql`${fieldOf(code, name)} as ${sql.id(name)}`,
  )
  const { rows } = await sql<Values & { '#person': number }>`
    select ${sql.id(personOf(section))} as "#person", ${sql.join(fields)}
    from ${sql.table(section.table)}
    where ${sql.id(personOf(section))} = any(${people}::integer[])
      and ${since ? begunBy(code, since, asOf) : sql`true`}
    order by 1${since ? sql`, ${fieldOf(code, since)} nulls first` : sql``}`.execute(db)
  const facts = new Map<number, Values[]>()
  for (const { '#person': person, ...stored } of rows) {
    const values = knownOn(code, stored, asOf)
    const known = facts.get(person)
    if (known) known.push(values)
    else facts.set(person, [values])
  }
  return facts
}
