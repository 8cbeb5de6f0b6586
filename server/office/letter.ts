import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { renderPdf } from './pdf.ts'
import { drawnGrid, drawnParagraph, drawnRule, drawnTable, type Piece } from './word-drawing.ts'
import { partsOf, sectionOf, widthOf } from './word-parts.ts'

export type LetterBlock =
  | { line: readonly Piece[] }
  | { to: string }
  | { heading: string }
  | { note: readonly Piece[] }
  | { heads: readonly string[]; widths: readonly number[]; rows: readonly (readonly string[])[] }

export interface HeadLine {
  text: string
  look: 'plain' | 'strong' | 'slanted'
  points: number
  /** Underlined by a line of its own, as the decree draws it. */
  ruled?: 'short' | 'whole'
}

export interface Letterhead {
  left: readonly HeadLine[]
  right: readonly HeadLine[]
}

/** An official letter or report as Decree 30/2020 lays it out; Word and PDF draw the same one. */
export interface Letter {
  head: Letterhead
  title: string
  subtitle: string
  blocks: readonly LetterBlock[]
  /** Who gets it, each on a line. */
  receivers: readonly string[]
  /** The office that signs, and whose name stands below once it is signed. */
  signs: string
  signer: string | null
}

export const plain = (text: string): Piece[] => [{ text, bold: false }]
export const strong = (text: string): Piece[] => [{ text, bold: true }]

const POINTS = 14
const SOURCE = join(import.meta.dirname, '../../templates/letter.typ')

export function letterAsPdf({ blocks, ...letter }: Letter): Promise<Uint8Array> {
  const drawn = blocks.map((block) =>
    'rows' in block ? { ...block, numbers: columnsOfNumbers(block.rows) } : block,
  )
  return renderPdf({
    source: readFileSync(SOURCE, 'utf8'),
    inputs: { letter: JSON.stringify({ ...letter, blocks: drawn, size: POINTS }) },
    files: {},
  })
}

export function letterAsWord(letter: Letter): Uint8Array {
  const parts = partsOf(bodyOf(letter) + sectionOf(false), POINTS)
  const files = Object.entries(parts).map(([path, xml]) => [path, new TextEncoder().encode(xml)])
  return zipSync(Object.fromEntries(files), { mtime: '2020-01-01', level: 9 })
}

/** Twips. */
const INDENT = 567

function bodyOf({ head, title, subtitle, blocks, ...below }: Letter): string {
  const width = widthOf(false)
  const [left, right] = [width * 0.42, width * 0.58]
  return [
    drawnGrid([left, right], [headOf(head.left, left), headOf(head.right, right)]),
    drawnParagraph([], { after: 120 }),
    drawnParagraph(strong(title), { align: 'center' }),
    drawnParagraph(strong(subtitle), { align: 'center' }),
    drawnRule(width * 0.38),
    drawnParagraph([], { size: 12 }),
    ...blocks.map((block) => blockOf(block, width)),
    drawnParagraph([], { after: 60 }),
    drawnGrid([width / 2, width / 2], [receiversOf(below), signatureOf(below)]),
    drawnParagraph([], { size: 8 }),
  ].join('')
}

const headOf = (lines: readonly HeadLine[], width: number) =>
  lines.flatMap(({ text, look, points, ruled }) => [
    drawnParagraph([{ text, bold: look === 'strong' }], {
      ...{ align: 'center', size: points * 2, italic: look === 'slanted' },
    }),
    ...(ruled ? [drawnRule(width * (ruled === 'short' ? 0.33 : 0.18))] : []),
  ])

function blockOf(block: LetterBlock, width: number): string {
  if ('line' in block)
    return drawnParagraph(block.line, { align: 'both', after: 80, first: INDENT })
  if ('to' in block)
    return drawnParagraph(plain(`Kính gửi: ${block.to}`), { align: 'center', after: 120 })
  if ('heading' in block)
    return drawnParagraph(strong(block.heading), {
      ...{ before: 160, after: 80, next: true, first: INDENT },
    })
  if ('note' in block) return drawnParagraph(block.note, { italic: true, after: 80, size: 24 })
  const numbers = columnsOfNumbers(block.rows)
  const cell = (text: string, column: number) =>
    drawnParagraph(plain(text), {
      ...{ size: 24, align: numbers.includes(column) ? 'center' : 'left' },
    })
  const head = (text: string) => drawnParagraph(strong(text), { align: 'center', size: 24 })
  return drawnTable(
    width,
    block.widths,
    block.heads.map(head),
    block.rows.map((row) => row.map(cell)),
    85,
  )
}

/** A column without a single word is centred: numbers, shares, days. */
const columnsOfNumbers = (rows: readonly (readonly string[])[]): number[] =>
  (rows[0] ?? []).flatMap((_, column) =>
    rows.some((row) => /\p{L}/u.test(row[column] ?? '')) ? [] : [column],
  )

const receiversOf = ({ receivers }: Pick<Letter, 'receivers'>) => [
  drawnParagraph(strong('Nơi nhận:'), { italic: true, size: 24 }),
  ...receivers.map((line) => drawnParagraph(plain(`- ${line}`), { size: 22 })),
]

const signatureOf = ({ signs, signer }: Pick<Letter, 'signs' | 'signer'>) => [
  drawnParagraph(strong(signs.toUpperCase()), { align: 'center' }),
  drawnParagraph(plain('(Ký, đóng dấu, ghi rõ họ tên)'), { align: 'center', italic: true }),
  ...(signer
    ? [...Array(3).fill(drawnParagraph([])), drawnParagraph(strong(signer), { align: 'center' })]
    : []),
]
