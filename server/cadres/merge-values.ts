import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type LeftOut, type Moved, storedRow } from './merge-rows.ts'
import { written } from './record/change.ts'
import { keyOf, personOf, SECTION_CODES, SECTIONS, type SectionCode } from './record/dictionary.ts'
import { factForChange, updateFact, type Values } from './record/rows.ts'

/** Values of the kept record that the merge replaced, in a section with one row a person. */
export interface Merged {
  section: SectionCode
  before: Values
  after: Values
}

const ONE_EACH = SECTION_CODES.filter((code) => SECTIONS[code].rows === 'one')

export const onePerPerson = (table: string): boolean =>
  ONE_EACH.some((code) => SECTIONS[code].table === table)

/**
 * What the kept record takes over: fields asked for, and those it has nothing in. The row that gives
 * them leaves first, because a number belongs to one person at a time.
 */
export async function mergeValues(
  ctx: Context,
  keepId: number,
  goneId: number,
  take: readonly string[],
): Promise<{ leftOut: LeftOut[]; write(): Promise<Merged[]> }> {
  const { db } = ctx
  const leftOut: LeftOut[] = []
  const changes: { section: SectionCode; values: Values }[] = []
  for (const section of ONE_EACH) {
    const kept = await ofPerson(db, section, keepId)
    const gone = await ofPerson(db, section, goneId)
    if (!kept || !gone) continue
    const values = takenOver(section, kept.values, gone.values, take)
    if (Object.keys(values).length > 0) changes.push({ section, values })
    if (section === 'identity') continue
    const { table } = SECTIONS[section]
    const row = await storedRow(db, table, personOf(SECTIONS[section]), goneId)
    if (row) leftOut.push({ table, row })
    await sql`delete from ${sql.table(table)}
      where ${sql.id(personOf(SECTIONS[section]))} = ${goneId}`.execute(db)
  }
  return {
    leftOut,
    async write() {
      const merged: Merged[] = []
      for (const { section, values } of changes) {
        const kept = await ofPerson(db, section, keepId)
        if (!kept) continue
        const after = await written(ctx, section, (inner) =>
          updateFact(inner, section, kept, values),
        )
        const names = Object.keys(values)
        merged.push({ section, before: only(kept.values, names), after: only(after.values, names) })
      }
      return merged
    },
  }
}

const only = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]))

/** The one row of a person in a section, by the person whatever the key of the table. */
async function ofPerson(db: Db, section: SectionCode, id: number) {
  const { table } = SECTIONS[section]
  const key = keyOf(SECTIONS[section])
  const { rows } = await sql<{ key: number }>`select ${sql.id(key)} as key from ${sql.table(table)}
    where ${sql.id(personOf(SECTIONS[section]))} = ${id}`.execute(db)
  return rows[0] ? factForChange(db, section, id, rows[0].key) : null
}

function takenOver(
  section: SectionCode,
  kept: Values,
  gone: Values,
  take: readonly string[],
): Values {
  const values: Values = {}
  for (const [name, column] of Object.entries(SECTIONS[section].columns)) {
    const value = gone[name] ?? null
    if (column.fixed || value === null || value === kept[name]) continue
    if ((kept[name] ?? null) === null || take.includes(`${section}.${name}`)) values[name] = value
  }
  return values
}

/** Gives the kept record its own values back; refused when somebody changed them since. */
export async function restoreValues(
  db: Db,
  keptId: number,
  replaced: readonly Merged[],
): Promise<void> {
  for (const { section, before, after } of replaced) {
    const now = await ofPerson(db, section, keptId)
    const changed = Object.entries(after).some(([name, value]) => now?.values[name] !== value)
    if (!now || changed) {
      throw new Refusal(
        'conflict',
        `Chưa hoàn tác được: mục “${SECTIONS[section].label}” của hồ sơ giữ lại đã được sửa sau khi gộp. Chưa thay đổi gì.`,
      )
    }
    await updateFact(db, section, now, before)
  }
}

const ON_FACTS = ['record_document', 'record_change', 'declaration_item'] as const

/**
 * In a section with one row a person the number of the fact is the person: scans, history and waiting
 * declarations of such a fact follow to the one of the kept record. They name it without a reference.
 */
export async function moveOneRowFacts(db: Db, from: number, to: number): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const table of ON_FACTS) {
    const { rows: keys } = await sql<{ id: number }>`update ${sql.table(table)} set row_id = ${to}
      where cadre_id = ${to} and row_id = ${from} and section = any(${ONE_EACH as string[]}::text[])
      returning id`.execute(db)
    if (keys.length > 0) moved.push({ table, column: 'row_id', keys: [...keys] })
  }
  return moved
}
