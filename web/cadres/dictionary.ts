import { searchable } from '#server/kernel/text.ts'
import { useAnswer } from '#web/lib/api.ts'
import type { Fact, Field, Lists, SectionInfo, Value, Values } from '#web/lib/shapes-of-record.ts'

/** What a record consists of, as the server says it; it changes only with the program. */
export const useDictionary = () =>
  useAnswer('GET /records/dictionary', {}, { staleTime: Number.POSITIVE_INFINITY })

/** The codes a field takes; null where the field that names its list is still empty. */
export const codesOf = (field: Field, values: Values, lists: Lists) =>
  listOf(field, values, lists)?.codes ?? null

function listOf(field: Field, values: Values, lists: Lists) {
  const name = field.listBy ? values[field.listBy] : field.list
  return lists.find((list) => list.name === name)
}

/** A typed code that the list does not have and takes by its form; null where it is none. */
export function otherCode(field: Field, values: Values, lists: Lists, typed: string) {
  const { codes = [], others = null } = listOf(field, values, lists) ?? {}
  const code = typed.trim().toUpperCase()
  if (others === null || !new RegExp(others).test(code)) return null
  return codes.some((known) => known.code === code) ? null : code
}

interface Named {
  code: string
  label: string
  short: string | null
  aliases: string[]
}

/** Without diacritics, over code, label, short form and aliases. */
export const matchesCode = ({ code, label, short, aliases }: Named, typed: string): boolean =>
  [code, label, short ?? '', ...aliases].some((name) =>
    searchable(name).includes(searchable(typed)),
  )

const isPeriod = ({ since, until }: SectionInfo, { name }: Field) =>
  name === since || name === until

/** What the day that ends a fact is called: its last day, or the first one no longer. */
export const endLabelOf = ({ columns, until }: SectionInfo): string =>
  columns.find(({ name }) => name === until)?.label ?? ''

/** What names a fact among its like: its mandatory words. */
export function headOf(section: SectionInfo, { texts }: Pick<Fact, 'texts'>): string {
  const named = section.columns.filter(
    (field) => field.mandatory && field.type !== 'flag' && !isPeriod(section, field),
  )
  return named.flatMap(({ name }) => texts[name] ?? []).join(' · ')
}

/** Everything else the fact says. */
export const restOf = (section: SectionInfo, { texts, values }: Pick<Fact, 'texts' | 'values'>) =>
  section.columns
    .filter((field) => !isPeriod(section, field) && (!field.mandatory || field.type === 'flag'))
    .filter(({ name, type }) => texts[name] && !(type === 'flag' && values[name] === false))
    .map(({ name, label }) => ({ name, label, text: texts[name] ?? '' }))

/** What an officer or the person may change of a section. */
export const openFields = ({ columns }: SectionInfo) => columns.filter(({ fixed }) => !fixed)

/** Only what differs from the record; an emptied field is said as no value. */
export function differing(section: SectionInfo, filled: Values, stored: Values): Values {
  const values: Values = {}
  for (const { name } of openFields(section)) {
    const value: Value = filled[name] === undefined || filled[name] === '' ? null : filled[name]
    if (value !== (stored[name] ?? null)) values[name] = value
  }
  return values
}
