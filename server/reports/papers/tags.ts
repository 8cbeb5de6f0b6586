import { nearest } from '#rules/nearest.ts'
import { COLUMN_GROUPS } from '#server/access/column-groups.ts'
import { SECTION_CODES, SECTIONS } from '#server/cadres/record/dictionary.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { WordTag } from '#server/office/word.ts'
import { EVALUATION_SAID, EVALUATION_TABLES } from './evaluation-tags.ts'
import { type About, type Layout, linesOf, tablesOf } from './layout.ts'
import { SAID, SAID_TABLES } from './said-tags.ts'

/** What a template may name: a value, or a table with the tags inside it. */
export interface PaperTag {
  tag: string
  label: string
  /** The restricted group it is read from; printed only when that was opened. */
  group: string | null
  inside: { tag: string; label: string }[] | null
}

/** Every field of the record (of its latest fact), every section as a table, and what is said of them. */
export const PAPER_TAGS: readonly PaperTag[] = [
  ...SAID.map((one) => ({ ...one, group: null, inside: null })),
  ...SAID_TABLES.map(({ tag, label, group, columns }) => ({
    ...{ tag, label, group },
    inside: Object.entries(columns).map(([name, said]) => ({ tag: name, label: said })),
  })),
  ...Object.entries(EVALUATION_SAID).map(([tag, label]) => ({
    ...{ tag, label, group: null, inside: null },
  })),
  ...Object.entries(EVALUATION_TABLES).map(([tag, { label, columns }]) => ({
    ...{ tag, label, group: null },
    inside: Object.entries(columns).map(([name, said]) => ({ tag: name, label: said })),
  })),
  ...SECTION_CODES.flatMap((code) => {
    const { label, columns, rows, restricted: group = null } = SECTIONS[code]
    const inside = Object.entries(columns).map(([tag, column]) => ({ tag, label: column.label }))
    const single = inside.map(({ tag, label: said }) => ({
      ...{ tag: `${code}.${tag}`, label: `${label}: ${said}`, group, inside: null },
    }))
    return rows === 'many' ? [...single, { tag: code, label, group, inside }] : single
  }),
]

const BY_TAG = new Map(PAPER_TAGS.map((one) => [one.tag, one]))

const HEAD = ['province', 'province_capitals', 'as_of', 'printed_on']
const OF_LIST = ['count', 'people']
const OF_EVALUATION = [...Object.keys(EVALUATION_SAID), ...Object.keys(EVALUATION_TABLES)]
const NOT_OF_PERSON = new Set([...OF_LIST, ...OF_EVALUATION])

/** What a paper of each kind knows: a page about a person all that is not of the others. */
const KNOWN: Record<About, (tag: string) => boolean> = {
  person: (tag) => !NOT_OF_PERSON.has(tag),
  people: (tag) => [...HEAD, 'unit', ...OF_LIST].includes(tag),
  evaluation: (tag) => [...HEAD, ...OF_EVALUATION].includes(tag),
}

/** The tags a layout uses, as a Word template would name them. */
export const tagsOfLayout = (layout: Layout): WordTag[] => [
  ...linesOf(layout).flatMap((line) =>
    [...line.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => ({ name, kind: 'value' as const })),
  ),
  ...tablesOf(layout).flatMap(({ table, columns }) => [
    { name: table, kind: 'opens' as const },
    ...columns.map(([, name]) => ({ name, kind: 'value' as const })),
    { name: table, kind: 'closes' as const },
  ]),
]

/** Refuses a template that names what nobody knows, says where, and offers the nearest tag. */
export function checkTags(tags: readonly WordTag[], about: About): void {
  let open: PaperTag | undefined
  const wrong: string[] = []
  for (const { name, kind } of tags) {
    const known = KNOWN[about](name) ? BY_TAG.get(name) : undefined
    if (kind === 'opens') {
      if (open) wrong.push(`{#${name}} nằm trong {#${open.tag}}: bảng không lồng nhau được`)
      if (!known?.inside) wrong.push(unknown(name, '#'))
      open = known
    } else if (kind === 'closes') {
      open = undefined
    } else if (!open?.inside?.some(({ tag }) => tag === name) && (!known || known.inside)) {
      wrong.push(unknown(name, '', open))
    }
  }
  if (wrong.length === 0) return
  throw new Refusal(
    'invalid',
    `Mẫu có thẻ hệ thống không biết: ${wrong.slice(0, 5).join('; ')}${wrong.length > 5 ? `; và ${wrong.length - 5} thẻ khác` : ''}. Hãy sửa theo danh sách thẻ rồi gửi lại.`,
    wrong,
  )
}

function unknown(name: string, mark: '' | '#', open?: PaperTag): string {
  const words = [
    ...(open?.inside ?? []).map(({ tag }) => tag),
    ...PAPER_TAGS.filter(({ inside }) => (inside !== null) === (mark === '#')).map(
      ({ tag }) => tag,
    ),
  ]
  const near = /"(.+)"/.exec(nearest(name, words))?.[1]
  return `{${mark}${name}}${near ? ` (có phải {${mark}${near}}?)` : ''}`
}

/** The restricted groups some tags are read from, with their labels. */
export function groupsOf(tags: readonly WordTag[]): { group: string; label: string }[] {
  const groups = new Set(tags.map(({ name }) => BY_TAG.get(name)?.group))
  return Object.entries(COLUMN_GROUPS)
    .filter(([group]) => groups.has(group))
    .map(([group, { label }]) => ({ group, label }))
}
