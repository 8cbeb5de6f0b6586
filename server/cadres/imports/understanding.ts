import type { CellValue } from '#server/office/workbook.ts'
import { shown } from './cells.ts'
import { aliasSays, type Meanings } from './decisions.ts'
import type { About, Reading } from './facts.ts'
import type { Target } from './fields.ts'
import { readValue } from './values.ts'

/** Lists repeat themselves: each value of a column is understood once. */
export class Understood {
  private readonly known = new Map<number, Map<CellValue | string, Understanding>>()
  private readonly meanings: Meanings

  constructor(meanings: Meanings) {
    this.meanings = meanings
  }

  read(index: number, target: Target, cell: CellValue, about: About): Understanding {
    const column = this.known.get(index) ?? new Map<CellValue | string, Understanding>()
    this.known.set(index, column)
    const key = cell !== null && typeof cell === 'object' ? `${cell.date} ${cell.shows}` : cell
    const before = column.get(key)
    if (before) return before
    const reading = this.understand(target, cell, about)
    column.set(key, reading)
    return reading
  }

  /** What was decided for this text stands before what it would be read as. */
  private understand(target: Target, cell: CellValue, about: About): Understanding {
    const isPlace = target.field === 'unit' || target.field === 'post'
    const meaning = isPlace ? undefined : this.meanings.of(target.field, shown(cell))
    if (!meaning) return readValue(target, cell, about)
    const note = meaning.alias && aliasSays(meaning.alias)
    if (meaning.to === null) return { facts: {}, label: LEFT_OUT, note }
    return { ...readValue({ field: target.field }, meaning.to, about), note }
  }
}

export type Understanding = Reading & { note?: string }

const LEFT_OUT = 'để trống theo quyết định'
