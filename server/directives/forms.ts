import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Condition, Path } from '#rules/condition.ts'
import { nearest } from '#rules/nearest.ts'
import { type FormText, formShape } from './form-shape.ts'
import { conditionIn, type Words } from './pack-condition.ts'
import { type PackFile, readPackFile, shaped } from './pack-file.ts'

interface Line {
  no: string
  label: string
  counts: Condition | null
}

export interface FormColumn extends Line {
  under: string[]
  quota: { kinds: string[]; levels: string[] } | null
}

export interface FormRow extends Line {
  indent: number
  average: 'age' | null
}

/** `7 + 8 + 9 = 2`: numbers of columns (or rows) on both sides. */
export interface FormCheck {
  of: 'columns' | 'rows'
  rule: string
  left: string[]
  comparison: '=' | '≤'
  right: string[]
  cite: string
}

export interface Form extends Omit<FormText, 'base' | 'rows' | 'columns' | 'checks'> {
  base: Condition | null
  /** Null: one row a unit. */
  rows: FormRow[] | null
  columns: FormColumn[]
  checks: FormCheck[]
}

/** The statutory forms of a pack, one file each, checked like its targets. */
export function readForms(folder: string, pack: string, words: Words): Form[] {
  const at = join(folder, pack, 'forms')
  if (!existsSync(at)) return []
  return readdirSync(at)
    .filter((leaf) => leaf.endsWith('.yaml'))
    .sort()
    .map((leaf) => readForm(readPackFile(join(at, leaf), `${pack}/forms/${leaf}`), words))
}

function readForm(file: PackFile, words: Words): Form {
  const text = shaped(file, formShape, [], file.content)
  const read = (source: Record<string, unknown> | undefined, path: Path) =>
    conditionIn(source, text.subject, file, path, words)
  const columns = text.columns.map(({ quota, counts, ...column }, index) => ({
    ...column,
    quota: quota ?? null,
    counts: read(counts, ['columns', index, 'counts']),
  }))
  const rows =
    text.rows === 'units'
      ? null
      : text.rows.map(({ average, counts, ...row }, index) => ({
          ...row,
          average: average ?? null,
          counts: read(counts, ['rows', index, 'counts']),
        }))
  mustBeOnce(columns, 'columns', file)
  mustBeOnce(rows ?? [], 'rows', file)
  const known = {
    columns: columns.map(({ no }) => no),
    rows: (rows ?? []).filter(({ average }) => !average).map(({ no }) => no),
  }
  const checks = text.checks.map((check, index) => {
    const of = check.columns === undefined ? 'rows' : 'columns'
    const rule = check[of] ?? ''
    return readCheck(rule, of, check.cite, known[of], file, ['checks', index, of])
  })
  return { ...text, base: read(text.base, ['base']), rows, columns, checks }
}

function readCheck(
  rule: string,
  of: FormCheck['of'],
  cite: string,
  known: readonly string[],
  file: PackFile,
  path: Path,
): FormCheck {
  const [left, comparison, right, ...more] = rule.split(/(<=|≤|=)/)
  if (!left || !comparison || !right || more.length > 0)
    throw file.mistake(path, `expected a rule like "7 + 8 = 2", got "${rule}"`)
  const side = (text: string) =>
    text.split('+').map((part) => {
      const no = part.trim()
      if (known.includes(no)) return no
      throw file.mistake(path, `no ${of.slice(0, -1)} "${no}"${nearest(no, known)}`)
    })
  const sign = comparison === '=' ? '=' : '≤'
  return { of, rule: rule.trim(), left: side(left), comparison: sign, right: side(right), cite }
}

function mustBeOnce(lines: readonly Line[], what: string, file: PackFile): void {
  for (const [index, { no }] of lines.entries()) {
    if (lines.findIndex((other) => other.no === no) < index)
      throw file.mistake([what, index, 'no'], `number ${no} is given twice`)
  }
}
