import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const SERVER = import.meta.dirname

/** Ground first: a folder imports itself and lower floors; neighbours never import each other. */
const FLOORS = [
  ['rules'],
  ['kernel'],
  ['office'],
  ['access', 'audit'],
  ['organisation'],
  ['cadres'],
  ['directives'],
  ['authority', 'reorganisations'],
  ['tasks'],
  ['due'],
  ['reports'],
  ['exams'],
  ['evaluation'],
  ['publicity', 'inspection'],
  ['periodic-reports', 'agenda'],
]

/** Root folders may import everything, and no floor imports them. */
const ROOT = ['seed', 'cli', 'backup']

const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
)
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')
const floorOf = (folder: string) => FLOORS.findIndex((floor) => floor.includes(folder))
const text = (file: string) => readFileSync(join(SERVER, file), 'utf8')
const isTest = (file: string) => file.endsWith('.test.ts')

function importsOf(file: string): string[] {
  const from = /(?:from|import\()\s*'([^']+)'/g
  return [...text(file).matchAll(from)].flatMap(([, path = '']) => {
    if (path.startsWith('#rules/')) return [`rules/${path.slice(7)}`]
    if (path.startsWith('#server/')) return [path.slice(8)]
    return path.startsWith('.') ? [relative(SERVER, join(SERVER, file, '..', path))] : []
  })
}

describe('the floors of the server', () => {
  test('every folder has its floor', () => {
    const folders = new Set(files.map(folderOf).filter(Boolean))
    expect([...folders].filter((folder) => floorOf(folder) < 0 && !ROOT.includes(folder))).toEqual(
      [],
    )
  })

  test('an import goes down or stays at home', () => {
    const climbing = files
      .filter((file) => floorOf(folderOf(file)) >= 0 && !isTest(file))
      .flatMap((file) =>
        importsOf(file)
          .filter(
            (path) => folderOf(path) !== folderOf(file) && !allowed(folderOf(file), folderOf(path)),
          )
          .map((path) => `${file} → ${path}`),
      )
    expect(climbing).toEqual([])
  })

  test('a table is written only by the folder whose schema creates it', () => {
    const owners = new Map(
      readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.sql'))
        .flatMap((file) =>
          [...text(file).matchAll(/create table (\w+)/g)].map(([, table]) => [
            table ?? '',
            folderOf(file),
          ]),
        ),
    )
    const writes =
      /(?:insertInto|updateTable|deleteFrom)\('(\w+)'\)|(?:insert into|update|delete from) (\w+)|insertRows\(\s*\w+(?:\.\w+)?,\s*'(\w+)'/g
    const strangers = files
      .filter((file) => floorOf(folderOf(file)) >= 0 && !isTest(file))
      .flatMap((file) =>
        [...text(file).matchAll(writes)].flatMap(([, a, b, c]) => {
          const owner = owners.get(a ?? b ?? c ?? '')
          return owner && owner !== folderOf(file)
            ? [`${file} writes ${a ?? b ?? c} of ${owner}`]
            : []
        }),
      )
    expect(strangers).toEqual([])
  })

  test('no file is longer than its kind allows', () => {
    const long = files
      .filter((file) => !file.endsWith('.generated.ts'))
      .map((file) => ({ file, lines: text(file).split('\n').length }))
      .filter(({ file, lines }) => lines > (isTest(file) || file === 'cast.ts' ? 300 : 200))
    expect(long).toEqual([])
  })
})

function allowed(from: string, to: string): boolean {
  return to !== '' && floorOf(to) >= 0 && floorOf(to) < floorOf(from)
}
