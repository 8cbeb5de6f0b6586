import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderPdf } from '#server/office/pdf.ts'
import type { Picture } from '#server/office/word.ts'
import { type Block, type Layout, piecesOf, TEMPLATES } from './layout.ts'
import type { PaperValues } from './said-tags.ts'

/** A layout with its tags replaced, as `templates/paper.typ` draws it. */
export async function paperAsPdf(
  layout: Layout,
  values: PaperValues,
  photo: Picture | null,
): Promise<Uint8Array> {
  const path = photo ? `/photo.${photo.format === 'image/png' ? 'png' : 'jpg'}` : null
  const filled = (lines: readonly string[]) => lines.map((line) => piecesFilled(line, values))
  const { landscape, size, title, subtitle, signatures } = layout
  const page = {
    ...{ landscape, size, title, many: layout.about !== 'person' },
    subtitle: subtitle ? piecesFilled(subtitle, values) : [],
    left: filled(layout.left),
    right: filled(layout.right),
    photo: layout.photo ? (path ?? '') : null,
    beside: filled(layout.beside),
    blocks: layout.blocks.map((block) => blockFilled(block, values)),
    signatures: signatures.map(filled),
  }
  return renderPdf({
    source: readFileSync(join(TEMPLATES, 'paper.typ'), 'utf8'),
    inputs: { page: JSON.stringify(page) },
    files: photo && path ? { [path]: photo.image } : {},
  })
}

function blockFilled(block: Block, values: PaperValues) {
  if (typeof block === 'string') return { line: piecesFilled(block, values) }
  if ('heading' in block) return { heading: block.heading }
  if ('note' in block) return { note: piecesFilled(block.note, values) }
  const rows = values[block.table]
  return {
    heads: block.columns.map(([head]) => head),
    widths: block.columns.map(([, , width]) => width),
    rows: (Array.isArray(rows) ? rows : []).map((row) =>
      block.columns.map(([, tag]) => row[tag] ?? ''),
    ),
  }
}

/** Bold is decided before the values come in: an asterisk in a record stays an asterisk. */
const piecesFilled = (line: string, values: PaperValues) =>
  piecesOf(line).map(({ text, bold }) => ({
    bold,
    text: text.replace(/\{([^}]+)\}/g, (_, tag: string) => {
      const value = values[tag]
      return typeof value === 'string' ? value : ''
    }),
  }))
