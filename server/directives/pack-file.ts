import { readFileSync } from 'node:fs'
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { ConditionError, type Path } from '#rules/condition.ts'
import { nearest } from '#rules/nearest.ts'

/** A mistake in a pack, said the way a compiler does: file, line, what, and the nearest known word. */
export class PackError extends Error {
  readonly file: string
  readonly line: number

  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`)
    this.file = file
    this.line = line
  }
}

export interface PackFile {
  name: string
  content: unknown
  /** A PackError at the place in the file that a path leads to. */
  mistake(path: Path, message: string): PackError
}

export function readPackFile(path: string, name: string): PackFile {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  const [broken] = document.errors
  if (broken)
    throw new PackError(
      name,
      lines.linePos(broken.pos[0]).line,
      broken.message.split('\n')[0] ?? '',
    )
  return {
    name,
    content: document.toJS(),
    mistake: (where, message) =>
      new PackError(name, lines.linePos(offsetOf(document.contents, where)).line, message),
  }
}

/** Parses with a shape; the first mistake is thrown with its line. */
export function shaped<Shape extends z.ZodType>(
  file: PackFile,
  shape: Shape,
  at: Path,
  value: unknown,
): z.output<Shape> {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  // A misspelt word is also a missing one: the word is what the writer can correct.
  const { issues } = parsed.error
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
  const path = [...at, ...((issue?.path ?? []) as Path)]
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    throw file.mistake(
      [...path, key],
      `unknown word "${key}"${nearest(key, keysOf(shape, issue.path as Path))}`,
    )
  }
  throw file.mistake(path, `${path.at(-1) ?? ''}: ${issue?.message ?? 'cannot be read'}`)
}

/** Runs a reader of conditions and turns its error into one with file and line. */
export function placed<T>(file: PackFile, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof ConditionError) throw file.mistake(error.path, error.message)
    throw error
  }
}

function keysOf(shape: z.ZodType, path: Path): string[] {
  let current = unwrapped(shape)
  for (const step of path)
    current = unwrapped(typeof step === 'number' ? current.element : current.shape?.[step])
  return Object.keys(current.shape ?? {})
}

interface ShapeParts {
  shape?: Record<string, unknown>
  element?: unknown
  def?: { innerType?: unknown }
}

/** The shape inside `optional` and `default`. */
function unwrapped(shape: unknown): ShapeParts {
  const parts = (shape ?? {}) as ShapeParts
  return parts.def?.innerType ? unwrapped(parts.def.innerType) : parts
}

function offsetOf(node: unknown, path: Path): number {
  let current = node
  let offset = startOf(node)
  for (const step of path) {
    if (isMap(current)) {
      const pair = current.items.find(({ key }) => String(key) === String(step))
      if (!pair) return offset
      offset = startOf(pair.key)
      current = pair.value
    } else if (isSeq(current)) {
      current = current.items[Number(step)]
      offset = startOf(current) || offset
    }
  }
  return offset
}

function startOf(node: unknown): number {
  return (node as { range?: [number, number, number] | null } | null)?.range?.[0] ?? 0
}
