import { cellName, type Grid, isBlank, shown } from './cells.ts'
import type { Column } from './columns.ts'

/** A text that stands for the rows below it: a unit, a division, a group. */
export interface Section {
  text: string
  cell: string
  /** How it was numbered: a section of the same kind ends the one before it. */
  depth: number
}

interface Filled {
  column: number
  text: string
}

/** The filled cells of a row as they are seen. */
export function filledCells(grid: Grid, row: number): Filled[] {
  return (grid.sheet.rows[row] ?? []).flatMap((cell, column) =>
    isBlank(cell) ? [] : [{ column, text: shown(cell) }],
  )
}

const ROMAN = /^[IVX]+[.)]?$/

/** The section a row opens: one text alone, merged across, numbered as a group, or the name of a unit. */
export function sectionOf(
  { grid, columns }: { grid: Grid; columns: readonly Column[] },
  row: number,
  filled: readonly Filled[],
  isUnit: (text: string) => boolean,
): Section | undefined {
  const words = filled.filter(({ text }) => /\p{L}{2,}/u.test(text) && !ROMAN.test(text))
  const [title, ...others] = words
  if (!title || others.length > 0 || filled.length > 3) return undefined
  const number = filled.find(({ column }) => column < title.column)?.text ?? ''
  const text = title.text.replace(/^(?:[IVX]{1,5}|[A-Z]|\d{1,2})\s*[.)/-]\s+/, '')
  const ownNumber = number || (/^([IVX]{1,5}|[A-Z]|\d{1,2})\s*[.)/-]\s/.exec(title.text)?.[1] ?? '')
  const target = columns.find(({ index }) => index === title.column)?.target?.field
  const isPlainName = target === 'full_name' && /^\d+$/.test(ownNumber)
  const isSection =
    isUnit(text) ||
    grid.spans(row, title.column) ||
    (!isPlainName && (target === 'full_name' || target === 'ordinal' || !target))
  if (!isSection) return undefined
  return { text, cell: cellName(row, title.column), depth: depthOf(ownNumber) }
}

/** A, I, 1, a: the usual order of numbering, outermost first. */
function depthOf(number: string): number {
  const plain = number.replace(/[.)]$/, '')
  if (plain === '') return 1
  if (/^[IVX]+$/.test(plain)) return 2
  if (/^[A-Z]$/.test(plain)) return 1
  return /^\d/.test(plain) ? 3 : 4
}
