import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { renderPdf } from './pdf.ts'
import { drawnGrid, drawnParagraph, drawnTable, leans, type Piece } from './word-drawing.ts'
import { partsOf, sectionOf, widthOf } from './word-parts.ts'

export type LetterBlock =
  | { line: readonly Piece[] }
  | { heading: string }
  | { note: readonly Piece[] }
  | { heads: readonly string[]; widths: readonly number[]; rows: readonly (readonly string[])[] }

/** An official letter or report as Decree 30/2020 lays it out; Word and PDF draw the same one. */
export interface Letter {
  left: readonly (readonly Piece[])[]
  right: readonly (readonly Piece[])[]
  title: string
  subtitle: readonly Piece[]
  blocks: readonly LetterBlock[]
  signatures: readonly (readonly string[])[]
}

export const plain = (text: string): Piece[] => [{ text, bold: false }]
export const strong = (text: string): Piece[] => [{ text, bold: true }]

const POINTS = 14
const SOURCE = join(import.meta.dirname, '../../templates/paper.typ')

export function letterAsPdf(letter: Letter): Promise<Uint8Array> {
  const page = {
    ...letter,
    ...{ landscape: false, size: POINTS, many: false, centred: true, photo: null, beside: [] },
    signatures: letter.signatures.map((lines) => lines.map(plain)),
  }
  return renderPdf({
    source: readFileSync(SOURCE, 'utf8'),
    inputs: { page: JSON.stringify(page) },
    files: {},
  })
}

export function letterAsWord(letter: Letter): Uint8Array {
  const parts = partsOf(bodyOf(letter) + sectionOf(false), POINTS)
  const files = Object.entries(parts).map(([path, xml]) => [path, new TextEncoder().encode(xml)])
  return zipSync(Object.fromEntries(files), { mtime: '2020-01-01', level: 9 })
}

function bodyOf({ left, right, title, subtitle, blocks, signatures }: Letter): string {
  const width = widthOf(false)
  const centred = (line: readonly Piece[]) => drawnParagraph(line, { align: 'center', size: 26 })
  return [
    drawnGrid([width * 0.44, width * 0.56], [left.map(centred), right.map(centred)]),
    drawnParagraph([], { after: 60 }),
    drawnParagraph(strong(title), { align: 'center' }),
    drawnParagraph(subtitle, { align: 'center', after: 200 }),
    ...blocks.map((block) => blockOf(block, width)),
    drawnParagraph([], { after: 60 }),
    drawnGrid(
      [width / 2, width / 2],
      signatures.map((lines) => lines.map(signature)),
    ),
    drawnParagraph([]),
  ].join('')
}

function blockOf(block: LetterBlock, width: number): string {
  if ('line' in block) return drawnParagraph(block.line, { align: 'both', after: 80 })
  if ('heading' in block)
    return drawnParagraph(strong(block.heading), { before: 160, after: 80, next: true })
  if ('note' in block) return drawnParagraph(block.note, { italic: true, after: 80, size: 24 })
  const cell = (text: string) => drawnParagraph(plain(text), { size: 24 })
  const head = (text: string) => drawnParagraph(strong(text), { align: 'center', size: 24 })
  return drawnTable(
    width,
    block.widths,
    block.heads.map(head),
    block.rows.map((row) => row.map(cell)),
    85,
  )
}

const signature = (line: string) =>
  leans(line)
    ? drawnParagraph(plain(line), { align: 'center', italic: true })
    : drawnParagraph(strong(line.toUpperCase()), { align: 'center' })
