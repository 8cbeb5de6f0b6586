import { searchable } from '#server/kernel/text.ts'
import type { CellValue } from '#server/office/workbook.ts'
import {
  cellName,
  type Grid,
  isBlank,
  type Option,
  type Problem,
  type Say,
  shown,
} from './cells.ts'
import type { Column } from './columns.ts'
import type { Meanings } from './decisions.ts'
import { FACT_LABELS, type Facts, type Reading } from './facts.ts'
import { type FieldName, fieldOf } from './fields.ts'
import { isNumbered, type Table } from './layout.ts'
import { filledCells, type Section, sectionOf } from './sections.ts'
import { FEW, isTotal } from './table-ends.ts'
import { type Understanding, Understood } from './understanding.ts'
import { readValue } from './values.ts'

export interface ReadField {
  field: FieldName
  label: string
  value: string | null
  /** The source cell; null for what follows from another value. */
  cell: string | null
  state: 'ok' | 'warning' | 'rejected'
  /** By which earlier decision it is read so. */
  note?: string
}

/** One person as the list has them, before anybody looked into the records. */
export interface PersonRow {
  sheet: string
  /** One-based. */
  row: number
  nameCell: string
  /** The name as records are searched by. */
  nameSearch: string
  facts: Facts
  /** Where each field was read. */
  cells: Map<FieldName, string>
  values: ReadField[]
  sections: readonly Section[]
  problems: Problem[]
}

export interface Sheeted {
  grid: Grid
  table: Table
  columns: readonly Column[]
  today: string
}

/** Rows of the table one after another; sections are remembered for the people below them. */
export function* readRows(
  sheeted: Sheeted,
  isUnit: (text: string) => boolean,
  meanings: Meanings,
): Generator<PersonRow> {
  const { grid, table } = sheeted
  const understood = new Understood(meanings)
  let sections: Section[] = []
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    const cells = grid.countFilled(row)
    if (cells === 0 || table.headersAgain.has(row) || isNumbered(grid, row)) continue
    const filled = cells <= FEW ? filledCells(grid, row) : []
    if (filled.some(({ text }) => isTotal(text))) continue
    const section = filled.length > 0 && sectionOf(sheeted, row, filled, isUnit)
    if (section) {
      sections = [...sections.filter(({ depth }) => depth < section.depth), section]
    } else {
      yield readPerson(sheeted, row, sections, understood)
    }
  }
}

function readPerson(
  sheeted: Sheeted,
  row: number,
  sections: readonly Section[],
  understood: Understood,
): PersonRow {
  const about = { today: sheeted.today, since1904: sheeted.grid.sheet.since1904 }
  const { grid, columns } = sheeted
  const names = columns.filter(({ target }) => target?.field === 'full_name')
  const person: PersonRow = {
    sheet: grid.sheet.name,
    row: row + 1,
    nameCell: cellName(row, names[0]?.index ?? 0),
    nameSearch: '',
    facts: {},
    cells: new Map(),
    values: [],
    sections,
    problems: [],
  }
  const name = names.map(({ index }) => grid.value(row, index)).filter((cell) => !isBlank(cell))
  if (name.length === 0) {
    person.problems.push({
      sheet: person.sheet,
      cell: person.nameCell,
      row: person.row,
      value: '',
      reason: 'Dòng này không có họ và tên.',
      fix: 'Ghi họ và tên, hoặc xóa dòng nếu không phải một người.',
      severity: 'blocks',
    })
  } else {
    const whole = name.length === 1 ? (name[0] ?? null) : name.map(shown).join(' ')
    const reading = readValue({ field: 'full_name' }, whole, { ...about, heading: '' })
    take(person, 'full_name', reading, whole, person.nameCell)
    person.nameSearch = searchable(person.facts.full_name ?? '')
  }
  for (const { index, target, heading } of columns) {
    if (!target || target.field === 'full_name') continue
    if (target.field === 'ordinal' || target.field === 'note') continue
    const cell = grid.value(row, index)
    if (isBlank(cell)) continue
    const source = grid.source(row, index)
    const reading = understood.read(index, target, cell, { ...about, heading })
    take(person, target.field, reading, cell, cellName(source.row, source.column))
  }
  return person
}

function take(
  person: PersonRow,
  field: FieldName,
  reading: Understanding,
  cell: CellValue,
  at: string,
): void {
  const label = fieldOf(field).label
  const value = shown(cell)
  const problem = (severity: Problem['severity'], say: Say, more: Partial<Problem> = {}) =>
    person.problems.push({
      sheet: person.sheet,
      cell: at,
      row: person.row,
      value,
      ...say,
      severity,
      ...more,
    })
  const { note } = reading
  if ('refused' in reading) {
    const { refused, blocks } = reading
    const decidable = field !== 'full_name' && {
      asks: { field, text: value },
      options: [...(refused.options ?? []), LEAVE_OUT],
    }
    problem(blocks ? 'blocks' : 'reminds', refused, decidable || {})
    person.values.push({ field, label, value: null, cell: at, state: 'rejected', note })
    return
  }
  const clash = merge(person, reading, field, at)
  if (clash) problem('reminds', { reason: clash, fix: 'Sửa một trong hai ô cho khớp nhau.' })
  if (reading.say) problem('reminds', reading.say)
  const state = reading.say || clash ? 'warning' : 'ok'
  person.values.push({ field, label, value: reading.label, cell: at, state, note })
}

const LEAVE_OUT: Option = { to: null, label: 'Để trống ô này' }

/** Two columns may say the same; the first one stands and a difference is told. */
function merge(
  person: PersonRow,
  reading: Extract<Reading, { facts: Facts }>,
  field: FieldName,
  at: string,
): string | undefined {
  const { facts } = person
  person.cells.set(field, at)
  const clashing: string[] = []
  for (const key of Object.keys(reading.facts) as (keyof Facts)[]) {
    if (key === 'ratings') {
      facts.ratings = [...(facts.ratings ?? []), ...(reading.facts.ratings ?? [])]
    } else if (facts[key] === undefined) {
      copy(facts, reading.facts, key)
    } else if (JSON.stringify(facts[key]) !== JSON.stringify(reading.facts[key])) {
      // A major written behind the degree is less exact than a column of its own.
      if (field !== 'degree' || key === 'degree') clashing.push(FACT_LABELS[key] ?? 'giá trị')
    }
  }
  return clashing.length > 0
    ? `Ô này khác với cột khác của cùng dòng (${clashing.join(', ')}).`
    : undefined
}

function copy<Key extends keyof Facts>(to: Facts, from: Facts, key: Key): void {
  to[key] = from[key]
}
