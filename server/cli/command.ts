import type { ParseArgsConfig } from 'node:util'
import type { Door } from './door.ts'

export interface Arguments {
  positionals: string[]
  options: Record<string, string | boolean | undefined>
}

export interface Command {
  /** As typed after `ngangtam`: `targets --province P …` */
  usage: string
  says: string
  options: NonNullable<ParseArgsConfig['options']>
  run(door: Door, args: Arguments): Promise<Answer>
}

/** What `--json` prints, and the lines a person reads without it; `failed` sets the exit code. */
export interface Answer {
  json: unknown
  lines: string[]
  failed?: boolean
}

export const PROVINCE = { province: { type: 'string' } } as const
export const AS_OF = { 'as-of': { type: 'string' } } as const

/** Columns padded to their widest cell; numbers to the right. */
export function table(rows: readonly (readonly (string | number | null)[])[]): string[] {
  const texts = rows.map((row) => row.map((cell) => String(cell ?? '–')))
  const widths = (texts[0] ?? []).map((_, index) =>
    Math.max(...texts.map((row) => row[index]?.length ?? 0)),
  )
  const isNumber = (text: string) => /^[\d.,%–-]+( %)?$/.test(text)
  return texts.map((row) =>
    row
      .map((text, index) =>
        isNumber(text) ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

export const percent = (share: number | null) =>
  share === null ? null : `${(share * 100).toFixed(1).replace('.', ',')} %`
