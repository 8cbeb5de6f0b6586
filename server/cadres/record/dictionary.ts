import { Refusal } from '#server/kernel/refusal.ts'
import type { Column } from './columns.ts'
import type { Section } from './section.ts'
import { EDUCATION } from './sections-of-education.ts'
import { FAMILY } from './sections-of-family.ts'
import { HISTORY } from './sections-of-history.ts'
import { IDENTITY } from './sections-of-identity.ts'
import { LEAVING } from './sections-of-leaving.ts'
import { PARTY } from './sections-of-party.ts'
import { WORK } from './sections-of-work.ts'

/**
 * What a record consists of. Reading, changing, declaring, completeness, forms and exports all follow
 * from these sections: a column added here is in all of them.
 */
const DICTIONARY = {
  ...IDENTITY,
  ...WORK,
  ...LEAVING,
  ...PARTY,
  ...EDUCATION,
  ...HISTORY,
  ...FAMILY,
}

export type SectionCode = keyof typeof DICTIONARY

export const SECTIONS: Readonly<Record<SectionCode, Section>> = DICTIONARY

export const SECTION_CODES = Object.keys(DICTIONARY) as [SectionCode, ...SectionCode[]]

/** The column that names the row: the person where there is one row a person. */
export const keyOf = ({ table, rows }: Section): 'id' | 'cadre_id' =>
  rows === 'one' && table !== 'cadre' ? 'cadre_id' : 'id'

/** The column that names the person. */
export const personOf = ({ table }: Section): 'id' | 'cadre_id' =>
  table === 'cadre' ? 'id' : 'cadre_id'

export function columnOf(code: SectionCode, name: string): Column {
  const column = SECTIONS[code].columns[name]
  if (column) return column
  const known = Object.entries(SECTIONS[code].columns)
    .map(([other, { label }]) => `${other} (${label})`)
    .join(', ')
  throw new Refusal(
    'invalid',
    `Mục “${SECTIONS[code].label}” không có thông tin “${name}”. Các thông tin: ${known}.`,
  )
}
