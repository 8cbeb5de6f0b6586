/** `node tools/paper-templates.ts`: builds the Word templates of the papers from their layouts. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import {
  type Block,
  type Layout,
  layouts,
  piecesOf,
  TEMPLATES,
} from '#server/reports/papers/layout.ts'
import { partsOf, sectionOf, widthOf } from './word-parts.ts'

/** A fixed day inside the archive: the same layout gives the same bytes. */
const MTIME = '2020-01-01'

function bodyOf(layout: Layout): string {
  const { left, right, title, subtitle, photo, beside, blocks, signatures, many } = layout
  const width = widthOf(layout.landscape)
  const align = many ? 'center' : 'left'
  const share = many ? 0.5 : 0.6
  const head = grid(
    [width * share, width * (1 - share)],
    [left.map((line) => paragraph(line, { align })), right.map((line) => centred(line))],
  )
  const person = grid(
    [2000, width - 2000],
    [[photoFrame()], beside.map((line) => paragraph(line, { after: 60 }))],
  )
  return [
    head,
    paragraph('', { after: 60 }),
    paragraph(`*${title}*`, { align: 'center', size: 28, after: subtitle ? 0 : 120 }),
    subtitle ? paragraph(subtitle, { align: 'center', italic: true, after: 120 }) : '',
    photo ? person : '',
    ...blocks.map((block) => blockOf(block, width, many)),
    paragraph('', { after: 60 }),
    grid(
      [width / 2, width / 2],
      signatures.map((lines) => lines.map(signature)),
    ),
    paragraph(''),
  ].join('')
}

function blockOf(block: Block, width: number, many: boolean): string {
  if (typeof block === 'string') return paragraph(block, { align: 'both', after: 60 })
  if ('heading' in block)
    return paragraph(`*${block.heading}*`, { before: 120, after: 60, next: true })
  if ('note' in block) return paragraph(block.note, { italic: true, before: 120 })
  const shares = block.columns.reduce((sum, [, , share]) => sum + share, 0)
  const widths = block.columns.map(([, , share]) => Math.round((width * share) / shares))
  const [size, padding] = many ? [20, 57] : [23, 108]
  const margins = `<w:tblCellMar><w:left w:w="${padding}" w:type="dxa"/><w:right w:w="${padding}" w:type="dxa"/></w:tblCellMar>`
  const last = block.columns.length - 1
  const tags = block.columns.map(
    ([, tag], place) =>
      `${place === 0 ? `{#${block.table}}` : ''}{${tag}}${place === last ? `{/${block.table}}` : ''}`,
  )
  const heads = block.columns.map(([head]) => paragraph(`*${head}*`, { align: 'center', size }))
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="${padding}" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/>${margins}</w:tblPr>` +
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(widths, heads, 'center')}</w:tr>` +
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(
      widths,
      tags.map((tag) => paragraph(tag, { size })),
      'top',
    )}</w:tr></w:tbl>${paragraph('', { size: 8 })}`
  )
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const BORDERS = `<w:tblBorders>${SIDES.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')}</w:tblBorders>`

const cells = (widths: readonly number[], contents: readonly string[], place: string) =>
  contents
    .map(
      (content, index) =>
        `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/><w:vAlign w:val="${place}"/></w:tcPr>${content}</w:tc>`,
    )
    .join('')

/** The frame the photo is glued into: 3 × 4.5 cm. */
const photoFrame = () =>
  `<w:tbl><w:tblPr><w:tblW w:w="1701" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="1701"/></w:tblGrid>` +
  `<w:tr><w:trPr><w:trHeight w:val="2551" w:hRule="exact"/></w:trPr>${cells([1701], [paragraph('{photo}', { align: 'center', size: 20 })], 'center')}</w:tr></w:tbl>${paragraph('')}`

/** Columns side by side without lines. */
function grid(widths: readonly number[], columns: readonly (readonly string[])[]): string {
  const whole = widths.map(Math.round)
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${whole.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${whole.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>` +
    `<w:tr>${cells(
      whole,
      columns.map((lines) => (lines.length > 0 ? lines.join('') : paragraph(''))),
      'top',
    )}</w:tr></w:tbl>`
  )
}

/** The name of who signs is strong; the day and what is said in brackets lean. */
function signature(line: string): string {
  const leans = /^[({]|^Tôi/.test(line)
  return leans
    ? paragraph(line, { align: 'center', italic: true })
    : paragraph(`*${line.toUpperCase()}*`, { align: 'center' })
}

const centred = (line: string) => paragraph(line, { align: 'center' })

interface Look {
  align?: 'left' | 'center' | 'both'
  italic?: boolean
  /** Half points. */
  size?: number
  before?: number
  after?: number
  /** Stays with what follows. */
  next?: boolean
}

function paragraph(line: string, { align, italic, size, before, after, next }: Look = {}): string {
  const runs = piecesOf(line).map(({ text, bold }) => {
    const look = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${size ? `<w:sz w:val="${size}"/>` : ''}`
    return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  })
  const small = size && !line ? `<w:rPr><w:sz w:val="${size}"/></w:rPr>` : ''
  return `<w:p><w:pPr>${next ? '<w:keepNext/>' : ''}<w:spacing w:before="${before ?? 0}" w:after="${after ?? 0}"/><w:jc w:val="${align ?? 'left'}"/>${small}</w:pPr>${runs.join('')}</w:p>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

for (const layout of layouts()) {
  const parts = partsOf(bodyOf(layout) + sectionOf(layout.landscape), layout.size)
  const files = Object.entries(parts).map(([path, xml]) => [path, new TextEncoder().encode(xml)])
  writeFileSync(
    join(TEMPLATES, `${layout.paper}.docx`),
    zipSync(Object.fromEntries(files), { mtime: MTIME, level: 9 }),
  )
}
