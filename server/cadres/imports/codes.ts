import type { CodeList } from '#server/kernel/code-list.ts'
import { searchable } from '#server/kernel/text.ts'

/** Abbreviations lose dots, dashes and spaces: Th.S, ThS. and thạc sỹ meet their list. */
const squeezed = (text: string) => searchable(text).replace(/[^a-z0-9]+/g, '')

const indexes = new WeakMap<CodeList, Map<string, string>>()

function indexOf(list: CodeList): Map<string, string> {
  const known = indexes.get(list)
  if (known) return known
  const index = new Map<string, string>()
  for (const [code, { label, short, aliases = [] }] of Object.entries(list)) {
    for (const name of [label, short ?? label, ...aliases, code.length > 2 ? code : label]) {
      if (!index.has(squeezed(name))) index.set(squeezed(name), code)
    }
  }
  indexes.set(list, index)
  return index
}

/** The code a text stands for: its label, short label or an alias; undefined when it is none. */
export const codeOf = (list: CodeList, text: string): string | undefined =>
  indexOf(list).get(squeezed(text)) ?? indexOf(list).get(squeezed(text.replace(/[sl]y\b/giu, 'si')))

/** The code at the start of a text and what follows it: `Cử nhân Luật` → university, Luật. */
export function codeWithRest(
  list: CodeList,
  text: string,
): { code: string; rest: string } | undefined {
  const words = text.split(/(?<=[\s,.;:-])/)
  for (let taken = words.length; taken > 0; taken--) {
    const code = codeOf(list, words.slice(0, taken).join(''))
    if (code)
      return {
        code,
        rest: words
          .slice(taken)
          .join('')
          .replace(/^[\s,.;:(-]+|[\s)]+$/g, ''),
      }
  }
  return undefined
}

/** The highest of several: `ĐH, ThS` in one cell. Lists of levels are written lowest first. */
export function highestOf(list: CodeList, codes: readonly string[]): string | undefined {
  const order = Object.keys(list)
  return codes.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0]
}
