import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { ColumnToWrite, SheetToWrite } from './workbook.ts'

const LINE = { style: 'thin', color: { rgb: '999999' } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const FONT = { name: 'Times New Roman', size: 12 }
const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const TITLE: CellStyle = {
  font: { ...FONT, size: 14, bold: true },
  alignment: { horizontal: 'center' },
}
const SUBTITLE: CellStyle = { font: FONT, alignment: { horizontal: 'center' } }
const FORMATS = { number: '#,##0.##', percent: '0.0%', date: 'dd/mm/yyyy' } as const

/** Sheets as an office prints them. */
export async function writeSheets(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(laidOut), defaultFont: FONT })
}

function laidOut({ name, title = [], columns, rows, notes = [] }: SheetToWrite): WriteSheet {
  const above = title.length === 0 ? 0 : title.length + 1
  const last = Math.max(columns.length - 1, 0)
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  title.forEach((line, row) => {
    cells.set(`${row},0`, { value: line, type: 'string', style: row === 0 ? TITLE : SUBTITLE })
  })
  columns.forEach(({ header }, column) => {
    cells.set(`${above},${column}`, { value: header, type: 'string', style: HEADER })
  })
  const styles = columns.map(styleOf)
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const style = styles[c]
      cells.set(`${above + 1 + r},${c}`, { value: written(row[c] ?? null, column), style })
    })
  })
  notes.forEach((line, n) => {
    cells.set(`${above + 2 + rows.length + n},0`, { value: line, style: { font: FONT } })
  })
  const widths = columns.map((column, c) => widthOf(column, rows, c))
  return {
    name: sheetName(name),
    rowDefs: new Map(
      [columns.map(({ header }) => header), ...rows].flatMap((row, r) => {
        const lines = linesOf(row, columns, widths)
        return lines > 1 ? [[above + r, { height: LINE_HEIGHT * lines }] as const] : []
      }),
    ),
    rows: [...Array(above), columns.map(({ header }) => header), ...rows].map((row) => row ?? []),
    cells,
    columns: widths.map((width) => ({ width })),
    merges: title.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: last })),
    freezePane: { rows: above + 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${above + 1}:$${above + 1}`,
      margins: { top: 0.6, right: 0.5, bottom: 0.6, left: 0.7 },
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  }
}

/** Midnight UTC is the day itself for the writer; the only place a JavaScript date is made. */
function written(value: string | number | null, { kind }: ColumnToWrite): CellValue {
  if (kind === 'date' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) {
    return new Date(`${value}T00:00:00Z`)
  }
  return value
}

function styleOf({ kind = 'text' }: ColumnToWrite): CellStyle {
  const horizontal = kind === 'text' ? 'left' : kind === 'date' ? 'center' : 'right'
  return {
    font: FONT,
    border: BORDER,
    alignment: { horizontal, vertical: 'top', wrapText: kind === 'text' },
    numFmt: kind === 'text' ? '@' : FORMATS[kind],
  }
}

function widthOf({ header, width }: ColumnToWrite, rows: SheetToWrite['rows'], column: number) {
  if (width) return width
  const sample = rows.slice(0, 500).map((row) => String(row[column] ?? '').length)
  return Math.min(Math.max(8, Math.ceil(header.length / 2), ...sample) + 2, 50)
}

const LINE_HEIGHT = 16

/** Not every program finds the height of wrapped text by itself; a letter may be wider than a digit. */
function linesOf(
  row: SheetToWrite['rows'][number],
  columns: SheetToWrite['columns'],
  widths: readonly number[],
) {
  return Math.max(
    ...columns.map(({ kind = 'text' }, c) =>
      kind === 'text' ? Math.ceil((String(row[c] ?? '').length * 1.1) / (widths[c] ?? 10)) : 1,
    ),
  )
}

/** Excel refuses these characters and more than 31 of any. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Trang 1'
