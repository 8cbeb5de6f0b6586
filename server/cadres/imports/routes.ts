import { importAliases, removeImportAlias } from './aliases.ts'
import { commitImport, importFile, imports } from './imports.ts'
import { previewImport } from './preview.ts'
import { undoImport } from './undo.ts'

export const importRoutes = {
  'POST /imports/preview': previewImport,
  'POST /imports': commitImport,
  'GET /imports': imports,
  'POST /imports/:importId/undo': undoImport,
  'GET /imports/:importId/file': importFile,
  'GET /import-aliases': importAliases,
  'POST /import-aliases/:aliasId/removal': removeImportAlias,
}
