import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { nearest } from '#rules/nearest.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** What the house offers: one layout and one Word template a paper, both in `templates/`. */
export const TEMPLATES = join(import.meta.dirname, '../../../templates')

const table = z.strictObject({
  table: z.string(),
  /** Heading, tag, share of the width. */
  columns: z.array(z.tuple([z.string(), z.string(), z.number()])),
})

const blockShape = z.union([
  z.string(),
  z.strictObject({ heading: z.string(), centred: z.boolean().default(false) }),
  z.strictObject({ note: z.string() }),
  table,
])

const layoutShape = z.strictObject({
  name: z.string(),
  cite: z.string(),
  /** A page about a person, a line a person, or a paper of an evaluation; each has its own tags. */
  about: z.enum(['person', 'people', 'evaluation']).default('person'),
  landscape: z.boolean().default(false),
  /** Of the letters, in points. */
  size: z.number().default(13),
  left: z.array(z.string()),
  right: z.array(z.string()),
  title: z.string(),
  subtitle: z.string().optional(),
  photo: z.boolean().default(false),
  /** Lines beside the photo. */
  beside: z.array(z.string()).default([]),
  blocks: z.array(blockShape),
  signatures: z.tuple([z.array(z.string()), z.array(z.string())]),
})

export type Layout = z.output<typeof layoutShape> & { paper: string }
export type About = Layout['about']
export type Block = z.output<typeof blockShape>

let read: Layout[] | undefined

/** Every paper of the house, in the order they are offered. */
export function layouts(): Layout[] {
  read ??= readdirSync(TEMPLATES)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({
      paper: basename(file, '.yaml'),
      ...layoutShape.parse(parse(readFileSync(join(TEMPLATES, file), 'utf8'))),
    }))
  return read
}

export function layoutOf(paper: string): Layout {
  const found = layouts().find((one) => one.paper === paper.toLowerCase())
  if (found) return found
  const known = layouts().map((one) => one.paper)
  const near = /"(.+)"/.exec(nearest(paper, known))?.[1]
  throw new Refusal(
    'not_found',
    `Không có mẫu “${paper}”${near ? `; có phải “${near}”?` : '.'} Các mẫu: ${known.join(', ')}.`,
  )
}

/** Lines of text of a layout, wherever they stand. */
export const linesOf = ({ left, right, title, subtitle, beside, blocks, signatures }: Layout) => [
  ...[...left, ...right, title, ...(subtitle ? [subtitle] : []), ...beside],
  ...blocks.flatMap((block) =>
    typeof block === 'string'
      ? [block]
      : 'heading' in block
        ? [block.heading]
        : 'note' in block
          ? [block.note]
          : [],
  ),
  ...signatures.flat(),
]

export const tablesOf = ({ blocks }: Layout) =>
  blocks.flatMap((block) => (typeof block === 'object' && 'table' in block ? [block] : []))

/** Pieces of a line: what stands between asterisks is bold. */
export const piecesOf = (line: string): { text: string; bold: boolean }[] =>
  line
    .split('*')
    .map((text, place) => ({ text, bold: place % 2 === 1 }))
    .filter(({ text }) => text !== '')
