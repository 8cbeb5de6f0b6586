import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { Page } from './form-page.ts'

/** A statutory form on paper: heading of the office, title, a header of several rows, signatures. */
export interface FormSheet {
  name: string
  /** Lines at the upper left (the office) and right (the national heading, or the form's number). */
  left: readonly string[]
  right: readonly string[]
  title: readonly string[]
  /** The first two columns are the number and the label of a row. */
  heads: readonly [string, string]
  columns: readonly { no: string; label: string; under: readonly string[] }[]
  rows: readonly {
    no: string
    label: string
    indent: number
    bold?: boolean
    values: readonly (number | null)[]
  }[]
  notes: readonly string[]
  place: string
  signatures: readonly string[]
}

const FONT = { name: 'Times New Roman', size: 12 }
const LINE = { style: 'thin', color: { rgb: '000000' } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const CENTRE = { horizontal: 'center', vertical: 'center', wrapText: true } as const

const styles = {
  centred: { font: FONT, alignment: CENTRE },
  strong: { font: { ...FONT, bold: true }, alignment: CENTRE },
  title: { font: { ...FONT, size: 14, bold: true }, alignment: CENTRE },
  italic: { font: { ...FONT, italic: true }, alignment: CENTRE },
  head: { font: { ...FONT, size: 10, bold: true }, border: BORDER, alignment: CENTRE },
  upright: {
    font: { ...FONT, size: 10 },
    border: BORDER,
    alignment: { ...CENTRE, textRotation: 90 },
  },
  number: { font: { ...FONT, size: 9, italic: true }, border: BORDER, alignment: CENTRE },
  note: { font: { ...FONT, size: 10 }, alignment: { wrapText: true, vertical: 'top' } },
} as const satisfies Record<string, CellStyle>

/** More columns than this stand upright and take A3, as the printed form does. */
const MANY = 16

/** Small by nature (a row a unit), so it is written here and not in a thread of its own. */
export async function writeFormSheet(form: FormSheet): Promise<Uint8Array> {
  return writeXlsx({ sheets: [laidOut(form)], defaultFont: FONT })
}

function laidOut(form: FormSheet): WriteSheet {
  const page = new Page(form.columns.length + 2)
  const many = form.columns.length > MANY
  heading(page, form)
  const header = drawHeader(page, form, many)
  drawRows(page, form)
  footing(page, form)
  return {
    name: form.name.slice(0, 31),
    rows: Array.from({ length: page.row }, () => []),
    cells: page.cells,
    merges: page.merges,
    columns: [
      { width: 5 },
      { width: many ? 30 : 42 },
      ...form.columns.map(() => ({ width: many ? 6 : 13 })),
    ],
    rowDefs: new Map(page.heights.map(([row, height]) => [row, { height }])),
    freezePane: { rows: header.last + 1, columns: 2 },
    pageSetup: {
      paperSize: many ? 'a3' : 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${header.first + 1}:$${header.last + 1}`,
      margins: { top: 0.6, right: 0.5, bottom: 0.6, left: 0.7 },
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  }
}

function heading(page: Page, { left, right, title }: FormSheet): void {
  const last = page.width - 1
  const middle = page.width > 12 ? Math.floor(page.width / 2) - 2 : 1
  for (let line = 0; line < Math.max(left.length, right.length); line++) {
    page.box(
      left[line] ?? null,
      line === left.length - 1 ? styles.strong : styles.centred,
      0,
      middle,
    )
    page.box(right[line] ?? null, line < 2 ? styles.strong : styles.italic, middle + 1, last)
    page.row++
  }
  page.row++
  for (const [line, text] of title.entries()) {
    page.box(text, line === 0 ? styles.title : styles.italic, 0, last)
    page.tall(line === 0 ? 24 : 18)
    page.row++
  }
  page.row++
}

/** Headings span the columns they share; a column without them reaches up. */
function drawHeader(page: Page, { heads, columns }: FormSheet, many: boolean) {
  const first = page.row
  const depth = Math.max(...columns.map(({ under }) => under.length)) + 1
  heads.forEach((head, column) => {
    page.box(head, styles.head, column, column, depth)
  })
  for (let level = 0; level < depth; level++) {
    page.tall(level < depth - 1 ? 30 : many ? 150 : 64)
    for (let c = 0; c < columns.length; c++) {
      const { under = [], label = '' } = columns[c] ?? {}
      const path = under.slice(0, level + 1).join('|')
      if (level < under.length) {
        const before = columns[c - 1]?.under.slice(0, level + 1).join('|')
        if (before === path && (columns[c - 1]?.under.length ?? 0) > level) continue
        let end = c
        while (columns[end + 1]?.under.slice(0, level + 1).join('|') === path) end++
        page.box(under[level] ?? '', styles.head, c + 2, end + 2)
      } else if (level === under.length) {
        page.box(label, many ? styles.upright : styles.head, c + 2, c + 2, depth - level)
      }
    }
    page.row++
  }
  ;['A', 'B', ...columns.map(({ no }) => no)].forEach((no, column) => {
    page.box(no, styles.number, column)
  })
  page.row++
  return { first, last: page.row - 1 }
}

function drawRows(page: Page, { rows }: FormSheet): void {
  for (const { no, label, indent, bold, values } of rows) {
    const font = { ...FONT, size: 11, bold: bold ?? indent === 0 }
    const centred = {
      font,
      border: BORDER,
      alignment: { horizontal: 'center', vertical: 'center' },
    }
    page.tall(16 * Math.max(1, Math.ceil(label.length / (page.width > MANY + 2 ? 27 : 40))))
    page.box(no, centred as CellStyle, 0)
    page.box(label, { font, border: BORDER, alignment: { indent, wrapText: true } }, 1)
    values.forEach((value, index) => {
      const numFmt = Number.isInteger(value) ? '#,##0' : '0.0'
      page.box(
        value,
        { font, border: BORDER, alignment: { horizontal: 'right' }, numFmt },
        index + 2,
      )
    })
    page.row++
  }
}

function footing(page: Page, { notes, place, signatures }: FormSheet): void {
  const last = page.width - 1
  page.row++
  for (const note of notes) {
    page.box(note, styles.note, 0, last)
    page.tall(note.length > page.width * 9 ? 30 : 16)
    page.row++
  }
  page.row++
  const half = Math.max(1, Math.floor(page.width / 2) - 1)
  page.box(place, styles.italic, half + 1, last)
  page.row++
  const [left = '', right = ''] = signatures
  page.box(left.toUpperCase(), styles.strong, 0, half)
  page.box(right.toUpperCase(), styles.strong, half + 1, last)
  page.row++
  page.box('(Ký, ghi rõ họ tên)', styles.italic, 0, half)
  page.box('(Ký, đóng dấu, ghi rõ họ tên)', styles.italic, half + 1, last)
  page.row += 6
}
