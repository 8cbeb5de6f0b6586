/** `node tools/paper-templates.ts`: builds the Word templates of the papers from their layouts. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import {
  BORDERS,
  drawnCells,
  drawnParagraph,
  drawnTable,
  drawnGrid as grid,
  type Look,
  leans,
} from '#server/office/word-drawing.ts'
import { partsOf, sectionOf, widthOf } from '#server/office/word-parts.ts'
import {
  type Block,
  type Layout,
  layouts,
  piecesOf,
  TEMPLATES,
} from '#server/reports/papers/layout.ts'

/** A fixed day inside the archive: the same layout gives the same bytes. */
const MTIME = '2020-01-01'

function bodyOf(layout: Layout): string {
  const { left, right, title, subtitle, photo, beside, blocks, signatures, about } = layout
  const many = about !== 'person'
  const width = widthOf(layout.landscape)
  const align = many ? 'center' : 'left'
  const share = { person: 0.6, people: 0.5, evaluation: 0.38 }[about]
  const size = about === 'evaluation' ? { size: 24 } : {}
  const head = grid(
    [width * share, width * (1 - share)],
    [
      left.map((line) => paragraph(line, { align, ...size })),
      right.map((line) => paragraph(line, { align: 'center', ...size })),
    ],
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
  if (typeof block === 'string')
    return paragraph(block, { align: holdsLines(block) ? 'left' : 'both', after: 60 })
  if ('heading' in block)
    return paragraph(`*${block.heading}*`, {
      ...{ before: 120, after: 60, next: true },
      align: block.centred ? 'center' : 'left',
    })
  if ('note' in block) return paragraph(block.note, { italic: true, before: 120 })
  const [size, padding] = many ? [20, 57] : [23, 108]
  const last = block.columns.length - 1
  const tags = block.columns.map(
    ([, tag], place) =>
      `${place === 0 ? `{#${block.table}}` : ''}{${tag}}${place === last ? `{/${block.table}}` : ''}`,
  )
  const heads = block.columns.map(([head]) => paragraph(`*${head}*`, { align: 'center', size }))
  return drawnTable(
    width,
    block.columns.map(([, , share]) => share),
    heads,
    [tags.map((tag) => paragraph(tag, { size }))],
    padding,
  )
}

/** A value alone may have lines of its own, which a justified paragraph would stretch. */
const holdsLines = (line: string) => /^\{[^}]+\}$/.test(line)

/** The frame the photo is glued into: 3 × 4.5 cm. */
const photoFrame = () =>
  `<w:tbl><w:tblPr><w:tblW w:w="1701" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="1701"/></w:tblGrid>` +
  `<w:tr><w:trPr><w:trHeight w:val="2551" w:hRule="exact"/></w:trPr>${drawnCells([1701], [paragraph('{photo}', { align: 'center', size: 20 })], 'center')}</w:tr></w:tbl>${paragraph('')}`

const signature = (line: string) =>
  leans(line)
    ? paragraph(line, { align: 'center', italic: true })
    : paragraph(`*${line.toUpperCase()}*`, { align: 'center' })

const paragraph = (line: string, look: Look = {}) => drawnParagraph(piecesOf(line), look)

for (const layout of layouts()) {
  const parts = partsOf(bodyOf(layout) + sectionOf(layout.landscape), layout.size)
  const files = Object.entries(parts).map(([path, xml]) => [path, new TextEncoder().encode(xml)])
  writeFileSync(
    join(TEMPLATES, `${layout.paper}.docx`),
    zipSync(Object.fromEntries(files), { mtime: MTIME, level: 9 }),
  )
}
