import { Refusal } from '#server/kernel/refusal.ts'
import { type Column, headingKey } from './columns.ts'
import { fieldOf, type Target, targetName, targetOf } from './fields.ts'
import type { Listing } from './tables.ts'

/** What the office chose for the columns of one table holds for all with the same heading there. */
export function applyMapping(
  listings: readonly Listing[],
  mapping: Record<string, string | null>,
): void {
  for (const [key, name] of Object.entries(mapping)) {
    const target = name === null || name === '' ? null : targetOf(name)
    if (target === undefined) {
      throw new Refusal('invalid', `Không có trường “${name}” để ghép với cột ${key}.`)
    }
    const meant = columnOf(listings, key)
    for (const { columns } of listings) {
      const column = columns.find(
        (own) => own.column === meant?.column && own.heading === meant.heading,
      )
      if (column) assign(columns, column, target)
    }
  }
}

/** `D` of the first table, `Sở Y tế!14!D` of the one named before it. */
function columnOf(listings: readonly Listing[], key: string): Column | undefined {
  const cut = key.lastIndexOf('!')
  const of = cut < 0 ? listings[0] : listings.find(({ name }) => name === key.slice(0, cut))
  return of?.columns.find(({ column }) => column === key.slice(cut + 1))
}

function assign(columns: readonly Column[], column: Column, target: Target | null): void {
  for (const other of columns) {
    const same = other.target && target && targetName(other.target) === targetName(target)
    if (same && !fieldOf(other.target?.field ?? 'note').several) other.target = null
  }
  column.target = target
  column.confidence = 1
}

/** Headings whose column was chosen by hand: the next list of the same form needs no mapping. */
export function decidedHeadings(
  listings: readonly Listing[],
  mapping: Record<string, string | null>,
): { heading: string; target: string | null }[] {
  return Object.entries(mapping).flatMap(([key, target]) => {
    const heading = headingKey([columnOf(listings, key)?.heading ?? ''])
    return heading ? [{ heading, target: target || null }] : []
  })
}

/** How each column was read, kept with the import. */
export const mappingOf = (listings: readonly Listing[]): object[] =>
  listings.flatMap(({ name, columns }) =>
    columns.map(({ column, heading, target }) => ({
      table: name,
      column,
      heading,
      target: target && targetName(target),
    })),
  )
