import { choices } from './choices.ts'
import { completeness, personCompleteness } from './completeness.ts'
import { decideDeclaration, withdrawDeclaration } from './decide.ts'
import { declaration, declarations } from './declarations.ts'
import { declare } from './declare.ts'
import { dictionary } from './describe.ts'
import { addDocument, documentFile, documents } from './documents.ts'
import { addFact, correctFact, endFact } from './edit.ts'
import { exportRecords } from './export.ts'
import { factHistory } from './history.ts'
import { record } from './record.ts'
import { restrictedGroup, restrictedGroups } from './restricted-groups.ts'
import { closeSupplement, confirmNoChange, openSupplement, supplementRounds } from './supplement.ts'
import { supplementPeople, supplementProgress } from './supplement-progress.ts'
import { undoChange } from './undo.ts'

export const recordRoutes = {
  'GET /records/dictionary': dictionary,
  'GET /records/choices': choices,
  'GET /completeness': completeness,
  'POST /records/export': exportRecords,
  'GET /cadres/:id/completeness': personCompleteness,
  'GET /cadres/:id/record': record,
  'GET /cadres/:id/restricted': restrictedGroups,
  'POST /cadres/:id/restricted/:group': restrictedGroup,
  'POST /cadres/:id/facts/:section': addFact,
  'POST /cadres/:id/facts/:section/history': factHistory,
  'POST /cadres/:id/facts/:section/:rowId': correctFact,
  'POST /cadres/:id/facts/:section/:rowId/end': endFact,
  'POST /record-changes/:changeId/undo': undoChange,
  'GET /cadres/:id/documents': documents,
  'POST /cadres/:id/documents': addDocument,
  'POST /cadres/:id/documents/:documentId/file': documentFile,
  'GET /declarations': declarations,
  'POST /declarations': declare,
  'POST /declarations/:declarationId/look': declaration,
  'POST /declarations/:declarationId/verdicts': decideDeclaration,
  'POST /declarations/:declarationId/withdraw': withdrawDeclaration,
  'GET /supplements': supplementRounds,
  'POST /supplements': openSupplement,
  'POST /supplements/:roundId/close': closeSupplement,
  'POST /supplements/:roundId/no-change': confirmNoChange,
  'GET /supplements/:roundId/progress': supplementProgress,
  'GET /supplements/:roundId/people': supplementPeople,
}
