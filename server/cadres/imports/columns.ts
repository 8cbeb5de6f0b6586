import type { CellValue } from '#server/office/workbook.ts'
import { canonical, columnName, type Grid, isBlank, shown } from './cells.ts'
import { codeOf } from './codes.ts'
import type { Meanings } from './decisions.ts'
import { FIELDS, type FieldName, fieldOf, type Target, targetName, targetOf } from './fields.ts'

/** Texts above a column from top to bottom: `['Ngày sinh', 'Nữ']`. */
export type Heading = readonly string[]

export interface Guess {
  target: Target
  confidence: number
}

/** How the columns of a table are read; `target` is null for a column nobody recognised. */
export interface Column {
  index: number
  column: string
  heading: string
  /** First value below the heading, as shown. */
  example: string
  target: Target | null
  confidence: number
  alternatives: Target[]
}

/** What a heading may mean, surest first. */
export function guesses(heading: Heading): Guess[] {
  const lines = heading.map(canonical).filter((line) => line !== '')
  const leaf = lines.at(-1) ?? ''
  const parents = lines.slice(0, -1).join(' ')
  const full = lines
    .join(' ')
    .replace(/\b\d{1,2}\b/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  const found = [...bySex(parents, leaf), ...byMark(heading, parents)]
  for (const name of Object.keys(FIELDS) as FieldName[]) {
    const confidence = Math.max(...headingsOf(name).map((known) => likeness(known, full, leaf)))
    if (confidence > 0) found.push({ target: { field: name }, confidence })
  }
  return found.toSorted((a, b) => b.confidence - a.confidence)
}

const HEADINGS = new Map(
  (Object.keys(FIELDS) as FieldName[]).map((name) => [name, fieldOf(name).headings.split('|')]),
)
const headingsOf = (name: FieldName): readonly string[] => HEADINGS.get(name) ?? []

/** Whether a cell says by itself that names of people stand below it. */
export const isNameHeading = (text: string): boolean => headingsOf('full_name').includes(text)

function likeness(known: string, full: string, leaf: string): number {
  if (full === known) return 1
  if (leaf === known) return 0.95
  if (known.length < 4) return 0
  return ` ${full} `.includes(` ${known} `) ? 0.55 + (0.3 * known.length) / full.length : 0
}

/** Nam | Nữ below a birth date hold dates; below anything else, or alone, they hold marks. */
function bySex(parents: string, leaf: string): Guess[] {
  if (leaf !== 'nam' && leaf !== 'nu') return []
  const sex = leaf === 'nam' ? 'male' : 'female'
  if (parents.includes('sinh')) return [{ target: { field: `birth_date_${sex}` }, confidence: 1 }]
  return [{ target: { field: 'sex', marked: sex }, confidence: parents.includes('gioi') ? 1 : 0.8 }]
}

/** ThS | ĐH | CĐ below `Trình độ chuyên môn`. */
function byMark(heading: Heading, parents: string): Guess[] {
  const leaf = heading.at(-1) ?? ''
  return (['degree', 'political_theory', 'state_management', 'employment_kind'] as const).flatMap(
    (field) => {
      const { marks = {} } = fieldOf(field)
      const isGroup = headingsOf(field).some((known) => known.length > 2 && parents.endsWith(known))
      const marked = isGroup ? codeOf(marks, leaf) : undefined
      return marked ? [{ target: { field, marked }, confidence: 0.97 }] : []
    },
  )
}

/** One field, one column: the surest column takes it, the others show what they might also be. */
export function assignColumns(
  grid: Grid,
  headings: readonly Heading[],
  rows: { first: number; last: number },
  meanings: Meanings,
  reads: (target: Target, cell: CellValue) => boolean,
): Column[] {
  const columns = headings.map((heading, index) => {
    const cells = sample(grid, index, rows)
    const own = learnt(heading, meanings) ?? guesses(heading)
    const candidates = own
      .map(({ target, confidence }) => ({
        target,
        confidence: confidence * readable(target, cells, reads),
      }))
      .toSorted((a, b) => b.confidence - a.confidence)
    return { index, heading, cells, candidates }
  })
  const taken = new Map<string, number>()
  const bids = columns
    .flatMap(({ index, candidates }) => candidates.map((bid) => ({ index, ...bid })))
    .toSorted((a, b) => b.confidence - a.confidence)
  const chosen = new Map<number, Guess>()
  for (const { index, target, confidence } of bids) {
    const name = targetName(target)
    const free = !taken.has(name) || fieldOf(target.field).several
    if (chosen.has(index) || !free || confidence < 0.4) continue
    chosen.set(index, { target, confidence })
    taken.set(name, index)
  }
  return columns
    .filter(({ heading, cells }) => heading.length > 0 || cells.length > 0)
    .map(({ index, heading, cells, candidates }) => ({
      index,
      column: columnName(index),
      heading: heading.join(' › '),
      example: shown(cells[0]),
      target: chosen.get(index)?.target ?? null,
      confidence: Math.round((chosen.get(index)?.confidence ?? 0) * 100) / 100,
      alternatives: others(candidates, chosen.get(index)),
    }))
}

/** As it was decided before: a field, or that the column stays out. */
function learnt(heading: Heading, meanings: Meanings): Guess[] | undefined {
  const key = headingKey(heading)
  const decided = key ? meanings.of('heading', key) : undefined
  if (!decided) return undefined
  const target = decided.to === null ? undefined : targetOf(decided.to)
  if (target) return [{ target, confidence: 1 }, ...guesses(heading)]
  return decided.to === null ? [] : undefined
}

function others(candidates: readonly Guess[], chosen: Guess | undefined): Target[] {
  const names = new Set(candidates.map(({ target }) => targetName(target)))
  if (chosen) names.delete(targetName(chosen.target))
  return [...names].flatMap((name) => targetOf(name) ?? []).slice(0, 3)
}

/** The heading an office keeps from list to list; the year in it may change. */
export const headingKey = (heading: Heading): string =>
  canonical(heading.join(' '))
    .replace(/\b(19|20)\d\d\b/g, '')
    .trim()

/** A heading that fits but whose cells cannot be read so is doubtful. */
function readable(
  target: Target,
  cells: readonly CellValue[],
  reads: (target: Target, cell: CellValue) => boolean,
): number {
  if (cells.length === 0) return 1
  const share = cells.filter((cell) => reads(target, cell)).length / cells.length
  return share >= 0.6 ? 1 : share >= 0.3 ? 0.7 : 0.4
}

function sample(grid: Grid, column: number, { first, last }: { first: number; last: number }) {
  const cells: CellValue[] = []
  for (let row = first; row <= last && cells.length < 30 && row < first + 400; row++) {
    const cell = grid.value(row, column)
    const isPerson = (grid.sheet.rows[row] ?? []).filter((own) => !isBlank(own)).length > 3
    if (isPerson && !isBlank(cell)) cells.push(cell)
  }
  return cells
}
