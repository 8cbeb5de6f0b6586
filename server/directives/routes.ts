import { figures } from './figures.ts'
import { heat } from './heat.ts'
import { packList } from './pack-list.ts'
import { targetsOfPerson } from './person-targets.ts'
import { targetSubjects } from './subjects.ts'
import { targetDetail, targetUnits } from './target-detail.ts'
import { targetStates, targetStatesByUnit } from './targets.ts'
import { targetTrend, trends } from './trends.ts'

export const directivesRoutes = {
  'GET /targets': targetStates,
  'GET /targets-by-unit': targetStatesByUnit,
  'GET /targets/:id': targetDetail,
  'GET /targets/:id/units': targetUnits,
  'GET /targets/:id/subjects': targetSubjects,
  'GET /targets/:id/trend': targetTrend,
  'GET /trends': trends,
  'GET /heat': heat,
  'GET /packs': packList,
  'GET /figures': figures,
  'GET /cadres/:id/targets': targetsOfPerson,
}
