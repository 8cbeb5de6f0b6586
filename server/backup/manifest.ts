import { z } from 'zod'

export const FORMAT = 'ngangtam-backup'
/** Raised when an older program could no longer read the file. */
export const FORMAT_VERSION = 1
export const MANIFEST = 'manifest.json'

const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/)

const tableShape = z.object({
  name: identifier,
  columns: z.array(identifier).min(1),
  rows: z.number().int().min(0),
  /** The same for the same rows in any order. */
  digest: z.string(),
  parts: z.array(
    z.object({
      path: z.string(),
      rows: z.number().int(),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
})

const targetAnswer = z.object({
  id: z.string(),
  by: z.string(),
  base: z.number(),
  counted: z.number(),
  unknown: z.number(),
  state: z.string(),
})

const provinceShape = z.object({
  code: z.string(),
  name: z.string(),
  schema: identifier,
  audit: z.object({ entries: z.number(), intact: z.boolean() }),
  /** What was answered when the backup was made: a restore must answer the same. */
  targets: z.array(z.object({ asOf: z.string(), answers: z.array(targetAnswer) })),
})

export const manifestShape = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  release: z.string(),
  createdAt: z.string(),
  today: z.string(),
  schemas: z.array(
    z.object({
      name: identifier,
      migrations: z.array(z.string()),
      sequences: z.array(z.object({ name: identifier, last: z.number(), called: z.boolean() })),
      tables: z.array(tableShape),
    }),
  ),
  provinces: z.array(provinceShape),
})

export type Manifest = z.output<typeof manifestShape>
export type SavedSchema = Manifest['schemas'][number]
export type SavedTable = z.output<typeof tableShape>
export type SavedProvince = z.output<typeof provinceShape>
export type TargetAnswers = SavedProvince['targets']

export function totals({ schemas }: Manifest): { tables: number; rows: number } {
  const tables = schemas.flatMap((schema) => schema.tables)
  return { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }
}
