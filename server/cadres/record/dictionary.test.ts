import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { COLUMN_GROUPS } from '#server/access/column-groups.ts'
import { test } from '#server/testing.ts'
import type { Column } from './columns.ts'
import { keyOf, personOf, SECTION_CODES, SECTIONS } from './dictionary.ts'
import { LISTS } from './lists.ts'

interface Stored {
  column: string
  type: string
  nullable: boolean
  hasDefault: boolean
}

/** What each type of the dictionary may be stored as. */
const STORED: Record<Column['type'], readonly string[]> = {
  text: ['text'],
  code: ['text'],
  title: ['text'],
  partial_date: ['text'],
  date: ['date'],
  whole: ['int4'],
  unit: ['int4'],
  post: ['int4'],
  cadre: ['int4'],
  course: ['int4'],
  document: ['int4'],
  decimal: ['numeric'],
  flag: ['bool'],
}

const storedName = (name: string, { stored }: Column): string => {
  if (stored === undefined) return name
  return stored === 'date with precision' ? `${name}_on` : 'during'
}

describe.each(SECTION_CODES)('section %s', (code) => {
  const section = SECTIONS[code]

  test('says what the table stores, and asks what the table demands', async ({ ctx }) => {
    const { rows } = await sql<Stored>`
      select column_name as column, udt_name as type, is_nullable = 'YES' as nullable,
        column_default is not null or is_identity = 'YES' as "hasDefault"
      from information_schema.columns
      where table_schema = 'p_thu_nghiem' and table_name = ${section.table}`.execute(ctx.db)
    const known = new Map(rows.map((row) => [row.column, row]))
    for (const [name, column] of Object.entries(section.columns)) {
      const stored = known.get(storedName(name, column))
      expect(stored, `${code}.${name}`).toBeDefined()
      if (!column.stored) expect(STORED[column.type], `${code}.${name}`).toContain(stored?.type)
      if (column.mandatory && !column.stored)
        expect(stored?.nullable, `${code}.${name}`).toBe(false)
    }
    const own = ['id', 'cadre_id', 'version', 'name_search', 'name_key', 'created_at']
    const said = Object.entries(section.columns)
    const demanded = rows
      .filter(({ column, nullable }) => !nullable && !own.includes(column))
      .map(({ column }) => column)
    for (const column of demanded) {
      const sayer = said.find(([name, one]) => storedName(name, one) === column)
      expect(sayer?.[1].mandatory ?? sayer?.[1].fixed, `${code}.${column}`).toBe(true)
    }
    expect(known.has(keyOf(section)) && known.has(personOf(section))).toBe(true)
    expect(known.has('version')).toBe(true)
  })

  test('names its lists, its days and its group', () => {
    for (const { list } of Object.values<Column>(section.columns)) {
      if (typeof list === 'string') expect(Object.keys(LISTS)).toContain(list)
      if (typeof list === 'object') expect(Object.keys(section.columns)).toContain(list.by)
    }
    for (const end of [section.since, section.until])
      if (end) expect(Object.keys(section.columns)).toContain(end)
    if (section.restricted) expect(Object.keys(COLUMN_GROUPS)).toContain(section.restricted)
  })
})

describe('the lists', () => {
  test('of a certificate are those of its kind', () => {
    for (const kind of Object.keys(LISTS.certificate_kind.codes))
      expect(Object.keys(LISTS)).toContain(kind)
  })

  test('name each code once, with its validity the right way round', () => {
    for (const { codes } of Object.values<{ codes: (typeof LISTS)['raise']['codes'] }>(LISTS))
      for (const { label, from, until } of Object.values<{
        label: string
        from?: string
        until?: string
      }>(codes)) {
        expect(label).not.toBe('')
        if (from && until) expect(from < until).toBe(true)
      }
  })
})
