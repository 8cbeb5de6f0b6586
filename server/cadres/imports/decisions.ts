import { z } from 'zod'
import { canonical } from './cells.ts'
import type { FieldName } from './fields.ts'

/**
 * What whoever imports decided for a written value: `to` is the value in words the reader knows, the
 * number of a unit, the number of a record, `NEW`, or null to leave the cell out.
 */
export const decisionShape = z.object({
  field: z.string().max(40),
  text: z.string().max(500),
  to: z.string().max(500).nullable(),
  /** `Sheet!B12`: only there. A person is decided for one row, a spelling for all. */
  at: z.string().max(200).optional(),
  remember: z.boolean().default(true),
})

export type Decision = z.output<typeof decisionShape>

/** A person or a unit that is not on record yet. */
export const NEW = 'new'

/** An alias as it was decided earlier. */
export interface Alias {
  id: number
  field: string
  written: string
  written_key: string
  means: string | null
  unit_id: number | null
  account_name: string
  decided_on: string
}

export interface Meaning {
  to: string | null
  /** Decided in an earlier import. */
  alias?: Alias
}

export interface Meanings {
  of(field: FieldName | 'heading', text: string): Meaning | undefined
  /** The record a row was said to be, or that it is none. */
  personAt(at: string): string | undefined
  /** Aliases that were met, with how often. */
  used: Map<Alias, number>
}

/** Letters and digits; a text without any is compared as it is. */
export const writtenKey = (text: string): string => canonical(text) || text.trim()

/** Decisions of now before those of earlier imports, of which the latest holds. */
export function meaningsOf(
  aliases: readonly Alias[],
  decisions: readonly Decision[] = [],
): Meanings {
  const keyOf = (field: string, text: string) => `${field} ${writtenKey(text)}`
  const known = new Map<string, Meaning>()
  for (const alias of aliases) {
    const to = alias.unit_id === null ? alias.means : String(alias.unit_id)
    known.set(`${alias.field} ${alias.written_key}`, { to, alias })
  }
  const people = new Map<string, string>()
  for (const { field, text, to, at } of decisions) {
    if (at === undefined) known.set(keyOf(field, text), { to })
    else if (to !== null) people.set(at, to)
  }
  const used = new Map<Alias, number>()
  return {
    used,
    personAt: (at) => people.get(at),
    of(field, text) {
      if (known.size === 0) return undefined
      const meaning = known.get(keyOf(field, text))
      if (meaning?.alias) used.set(meaning.alias, (used.get(meaning.alias) ?? 0) + 1)
      return meaning
    },
  }
}

/** Shown beside a value: who decided so, and when. */
export const aliasSays = ({ written, account_name, decided_on }: Alias): string =>
  `“${written}” hiểu theo quyết định ngày ${decided_on.split('-').reverse().join('/')} của ${account_name}.`
