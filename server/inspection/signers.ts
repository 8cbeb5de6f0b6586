import type { SeatedHolder } from '#server/authority/holders.ts'
import { searchable } from '#server/kernel/text.ts'

/**
 * Whether a record's words for who signed are the holder: the whole title with its unit, the person
 * seated there, or both. A part of a title says nothing: a deputy's title holds the head's.
 */
export function isHolder(signer: string, holder: SeatedHolder, province: string): boolean {
  const title = titled(holder.position, province)
  const name = holder.fullName === null ? [] : wordsOf(holder.fullName, province)
  const ways = [title, name, [...name, ...title], [...title, ...name]]
  const said = wordsOf(signer, province).join(' ')
  return ways.some((way) => way.length > 0 && way.join(' ') === said)
}

/** “Chủ tịch UBND xã, Xã An Hòa” as a decision writes it: what ends the title begins the unit. */
function titled(position: string, province: string): string[] {
  const [post = '', ...unit] = position.split(', ')
  const title = wordsOf(post, province)
  const whose = wordsOf(unit.join(' '), province)
  const shared = [...whose.keys()].findLast(
    (at) => title.slice(-at - 1).join(' ') === whose.slice(0, at + 1).join(' '),
  )
  return [...title, ...whose.slice((shared ?? -1) + 1)]
}

/** Without marks, spelled short; the province does not name itself in its own titles. */
function wordsOf(text: string, province: string): string[] {
  const own = searchable(province).replace(/^tinh /, '')
  return searchable(text)
    .replace(/uy ban nhan dan/g, 'ubnd')
    .replace(/hoi dong nhan dan/g, 'hdnd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(`tinh ${own}`, 'tinh')
    .trim()
    .split(' ')
    .filter(Boolean)
}
