/** A sheet as it is drawn by hand, and the people who go on it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'

export const FOLDER = join(import.meta.dirname, '../samples')
export const FONT = { name: 'Times New Roman', size: 12 }
const LINE = { style: 'thin' } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const CENTRE = { horizontal: 'center', vertical: 'center', wrapText: true } as const
export const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  border: BORDER,
  alignment: CENTRE,
}
export const TITLE: CellStyle = { font: { ...FONT, bold: true }, alignment: CENTRE }
export const BODY: CellStyle = {
  font: FONT,
  border: BORDER,
  alignment: { vertical: 'top', wrapText: true },
}

/** A date cell as Excel stores it, with the format it shows it in. */
interface Dated {
  on: string
  format: string
}
export type Written = CellValue | Dated

/** Cells by row and column, merges by `[row, column, row, column]`; everything zero-based. */
export class Paper {
  readonly rows: CellValue[][] = []
  readonly cells: NonNullable<WriteSheet['cells']> = new Map()
  readonly merges: NonNullable<WriteSheet['merges']> = []

  put(row: number, column: number, written: Written, style: CellStyle = BODY): void {
    const isDate = written !== null && typeof written === 'object' && 'on' in written
    const value = isDate ? new Date(`${written.on}T00:00:00Z`) : written
    const styled = isDate ? { ...style, numFmt: written.format } : style
    while (this.rows.length <= row) this.rows.push([])
    const line = this.rows[row] ?? []
    while (line.length <= column) line.push(null)
    line[column] = value
    this.cells.set(`${row},${column}`, { value, style: styled })
  }

  line(row: number, values: readonly Written[], style: CellStyle = BODY): void {
    for (const [column, value] of values.entries()) this.put(row, column, value, style)
  }

  merge(startRow: number, startCol: number, endRow: number, endCol: number): void {
    this.merges.push({ startRow, startCol, endRow, endCol })
  }
}

/** People of a source file in their groups; how its cells are written is said at its top. */
export function groupsOf(file: string): { title: Written[]; people: Written[][] }[] {
  const groups: { title: Written[]; people: Written[][] }[] = []
  for (const line of readFileSync(join(FOLDER, 'sources', file), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('# ')) continue
    const cells = line
      .replace(/^§/, '')
      .split('|')
      .map((text) => cellFrom(text.trim()))
    if (line.startsWith('§')) groups.push({ title: cells, people: [] })
    else groups.at(-1)?.people.push(cells)
  }
  return groups
}

function cellFrom(text: string): Written {
  if (text === '') return null
  if (text.startsWith('#') && text !== '#REF!') return Number(text.slice(1))
  if (text.startsWith('~')) return text.slice(1).normalize('NFD')
  const [, on, format] = /^=(\S+) ?(.*)$/.exec(text) ?? []
  if (on) return { on, format: format || 'dd/mm/yyyy' }
  return text.replaceAll('⏎', '\n').replaceAll('␣', '\u00a0')
}
