import type { z } from 'zod'
import type { commitImport, imports } from '#server/cadres/imports/imports.ts'
import type { previewImport } from '#server/cadres/imports/preview.ts'

export type ImportPreview = z.output<typeof previewImport.output>
export type ImportOutcome = z.output<typeof commitImport.output>
export type PastImport = z.output<typeof imports.output>[number]
export type ImportRow = ImportPreview['rows'][number]
export type ImportProblem = ImportPreview['problems'][number]
export type ImportColumn = ImportPreview['columns'][number]
export type ImportDifference = ImportPreview['differences'][number]
export type ImportTable = ImportPreview['tables'][number]
