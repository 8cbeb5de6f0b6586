export interface ImportColumn {
  column: string
  heading: string
  example: string | null
  field: string | null
  confidence: number
  alternatives: string[]
}

export interface ImportProblem {
  sheet: string
  cell: string
  value: string
  reason: string
  fix: string | null
  severity: 'blocks' | 'reminds'
  row: number
}

export interface ImportRow {
  row: number
  cells: { cell: string; raw: string; shown: string }[]
  values: {
    field: string
    label: string
    value: string | null
    cell: string | null
    state: 'ok' | 'warning' | 'rejected'
  }[]
  outcome: 'create' | 'complete' | 'unchanged' | 'rejected'
  recordNo: string | null
}

export interface ImportPreview {
  sha256: string
  fileName: string
  sheets: { name: string; rows: number }[]
  sheet: string
  table: { headerRows: [number, number]; firstRow: number; lastRow: number }
  columns: ImportColumn[]
  fields: { name: string; label: string }[]
  rows: ImportRow[]
  problems: ImportProblem[]
  counts: { read: number; ready: number; duplicates: number; blocked: number; warned: number }
  alreadyImported: number | null
}

export interface ImportOutcome {
  read: number
  accepted: number
  unchanged: number
  rejected: { sheet: string; cell: string; value: string; reason: string }[]
  warnings: { sheet: string; cell: string; value: string; reason: string }[]
  importId: number | null
}

export interface PastImport {
  id: number
  fileName: string
  sheet: string
  by: string
  at: string
  accepted: number
  rejected: number
  undoneAt: string | null
}

interface FromFile {
  file: File
  sheet?: string
  mapping?: Record<string, string | null>
  unitId?: number
  ticket?: string
}

export interface ImportsApi {
  'POST /imports/preview': [FromFile, ImportPreview]
  'POST /imports': [FromFile & { dryRun?: boolean }, ImportOutcome]
  'GET /imports': [object, PastImport[]]
  'POST /imports/:importId/undo': [{ importId: number }, { removed: number }]
  'GET /imports/progress/:ticket': [
    { ticket: string },
    { done: number; total: number; stage: string },
  ]
  'DELETE /imports/progress/:ticket': [{ ticket: string }, unknown]
}
