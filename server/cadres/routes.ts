import { cadreFile } from './file.ts'
import { frame } from './frame.ts'
import { overview } from './overview.ts'
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
}
