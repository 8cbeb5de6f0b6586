import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')

/** A map that points nowhere proves nothing: every file docs/security.md names is there. */
test('docs/security.md names files that exist', () => {
  const named = [...text.matchAll(/`((?:[\w.-]+\/)*[\w.-]+\.(?:tsx?|mjs|sql|md|json))`/g)]
  const paths = [...new Set(named.map(([, path = '']) => path))]
  expect(paths.length).toBeGreaterThan(60)
  const there = (path: string) =>
    [path, `server/${path}`].some((place) => existsSync(join(ROOT, place)))
  expect(paths.filter((path) => !there(path))).toEqual([])
})

/** Levels 1 and 2 of the four chapters, by number, as the standard counts them. */
const ASVS: Record<string, readonly number[]> = {
  '6.1': [1, 2, 3],
  '6.2': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  '6.3': [1, 2, 3, 4],
  '6.4': [1, 2, 3, 4],
  '6.5': [1, 2, 3, 4, 5],
  '6.6': [1, 2, 3],
  '6.8': [1, 2, 3, 4],
  '7.1': [1, 2, 3],
  '7.2': [1, 2, 3, 4],
  '7.3': [1, 2],
  '7.4': [1, 2, 3, 4, 5],
  '7.5': [1, 2],
  '7.6': [1, 2],
  '8.1': [1, 2],
  '8.2': [1, 2, 3],
  '8.3': [1],
  '8.4': [1],
  '16.1': [1],
  '16.2': [1, 2, 3, 4, 5],
  '16.3': [1, 2, 3, 4],
  '16.4': [1, 2, 3],
  '16.5': [1, 2, 3],
}

test('every requirement of V6, V7, V8 and V16 up to level 2 has its line', () => {
  const lines = text.split('\n').filter((line) => /^\| \d+\.\d+\.\d/.test(line))
  const mapped = new Set(lines.flatMap((line) => numbersIn(line.split('|')[1] ?? '')))
  const asked = Object.entries(ASVS).flatMap(([part, all]) => all.map((one) => `${part}.${one}`))
  expect(asked.filter((number) => !mapped.has(number))).toEqual([])
})

/** `6.1.2, 6.2.11` and `6.6.1–6.6.3` as single numbers. */
function numbersIn(cell: string): string[] {
  return cell.split(',').flatMap((piece) => {
    const [first = '', last = first] = piece.trim().split('–')
    const part = first.slice(0, first.lastIndexOf('.'))
    const [from, to] = [first, last].map((number) => Number(number.split('.').at(-1)))
    if (from === undefined || to === undefined) return []
    return Array.from({ length: to - from + 1 }, (_, index) => `${part}.${from + index}`)
  })
}
