import { commitImport, importFile, imports } from './imports.ts'
import { previewImport } from './preview.ts'
import { cancelImport, importProgress } from './progress.ts'
import { undoImport } from './undo.ts'

export const importRoutes = {
  'POST /imports/preview': previewImport,
  'POST /imports': commitImport,
  'GET /imports': imports,
  'GET /imports/progress/:ticket': importProgress,
  'DELETE /imports/progress/:ticket': cancelImport,
  'POST /imports/:importId/undo': undoImport,
  'GET /imports/:importId/file': importFile,
}
