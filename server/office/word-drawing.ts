/** Paragraphs and tables of a Word document, as the XML between its outer parts (word-parts.ts). */

export interface Piece {
  text: string
  bold: boolean
}

export interface Look {
  align?: 'left' | 'center' | 'both'
  italic?: boolean
  /** Half points. */
  size?: number
  before?: number
  after?: number
  /** Indent of the first line, in twips. */
  first?: number
  /** Stays with what follows. */
  next?: boolean
}

export function drawnParagraph(
  pieces: readonly Piece[],
  { align, italic, size, before, after, first, next }: Look = {},
): string {
  const runs = pieces.map(({ text, bold }) => {
    const look = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${size ? `<w:sz w:val="${size}"/>` : ''}`
    return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  })
  const small = size && pieces.length === 0 ? `<w:rPr><w:sz w:val="${size}"/></w:rPr>` : ''
  return `<w:p><w:pPr>${next ? '<w:keepNext/>' : ''}<w:spacing w:before="${before ?? 0}" w:after="${after ?? 0}"/>${first ? `<w:ind w:firstLine="${first}"/>` : ''}<w:jc w:val="${align ?? 'left'}"/>${small}</w:pPr>${runs.join('')}</w:p>`
}

/** A line across the middle, so far from either side. */
export const drawnRule = (aside: number): string =>
  `<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="80" w:after="0" w:line="120" w:lineRule="exact"/><w:ind w:left="${Math.round(aside)}" w:right="${Math.round(aside)}"/></w:pPr></w:p>`

/** Control characters have no place in XML: a document with one does not open. */
const escaped = (text: string) =>
  text
    .replace(/[^\P{Cc}\t]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** A signature: the name of who signs is strong; the day and what is said in brackets lean. */
export const leans = (line: string): boolean => /^[({]|^Tôi/.test(line)

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
export const BORDERS = `<w:tblBorders>${SIDES.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')}</w:tblBorders>`

export const drawnCells = (
  widths: readonly number[],
  contents: readonly string[],
  place: string,
): string =>
  contents
    .map(
      (content, index) =>
        `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/><w:vAlign w:val="${place}"/></w:tcPr>${content}</w:tc>`,
    )
    .join('')

/** Columns side by side without lines. */
export function drawnGrid(
  widths: readonly number[],
  columns: readonly (readonly string[])[],
): string {
  const whole = widths.map(Math.round)
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${whole.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${whole.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>` +
    `<w:tr>${drawnCells(
      whole,
      columns.map((lines) => (lines.length > 0 ? lines.join('') : drawnParagraph([]))),
      'top',
    )}</w:tr></w:tbl>`
  )
}

/** A ruled table whose head is repeated on every page; cells come drawn. */
export function drawnTable(
  width: number,
  shares: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  padding: number,
): string {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.round((width * share) / all))
  const margins = `<w:tblCellMar><w:left w:w="${padding}" w:type="dxa"/><w:right w:w="${padding}" w:type="dxa"/></w:tblCellMar>`
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="${padding}" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/>${margins}</w:tblPr>` +
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${drawnCells(widths, heads, 'center')}</w:tr>` +
    rows
      .map(
        (cells) =>
          `<w:tr><w:trPr><w:cantSplit/></w:trPr>${drawnCells(widths, cells, 'top')}</w:tr>`,
      )
      .join('') +
    `</w:tbl>${drawnParagraph([], { size: 8 })}`
  )
}
