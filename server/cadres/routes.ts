import { cadreCard } from './card.ts'
import { duplicateRoutes } from './duplicate-routes.ts'
import { cadreFile } from './file.ts'
import { frame } from './frame.ts'
import { inspectionDossier } from './inspection-dossier.ts'
import { overview } from './overview.ts'
import { logChoices, provinceLog } from './province-log.ts'
import { printFile, recordLog } from './record-log.ts'
import { cadreList, rosterColumns } from './roster.ts'
import { cadreExport } from './roster-sheet.ts'
import { unitTree } from './staffing.ts'
import { unitPosts } from './unit-posts.ts'

export const cadresRoutes = {
  'GET /overview': overview,
  'GET /units': unitTree,
  'GET /units/:id': unitPosts,
  'GET /frame': frame,
  'GET /cadres': cadreList,
  'GET /cadres/columns': rosterColumns,
  'GET /cadres/export': cadreExport,
  'GET /cadres/:id': cadreFile,
  'GET /cadres/:id/card': cadreCard,
  'POST /cadres/:id/prints': printFile,
  'GET /cadres/:id/log': recordLog,
  ...duplicateRoutes,
  'GET /audit/entries': provinceLog,
  'GET /audit/dossier': inspectionDossier,
  'GET /audit/choices': logChoices,
}
