import { duplicatePair } from './duplicate-pair.ts'
import { duplicates, sayDistinct } from './duplicates.ts'
import { merges } from './merge-list.ts'
import { mergeRecords, undoMerge } from './merges.ts'

export const duplicateRoutes = {
  'GET /duplicates': duplicates,
  'GET /duplicates/:oneId/:otherId': duplicatePair,
  'POST /duplicates/distinct': sayDistinct,
  'GET /merges': merges,
  'POST /merges': mergeRecords,
  'POST /merges/:mergeId/undo': undoMerge,
}
