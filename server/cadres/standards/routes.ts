import { confirmStandard } from './confirm.ts'
import { holdPosition } from './hold-position.ts'
import { personStanding } from './person-standing.ts'
import { quotaExport, quotaPeople } from './quota-people.ts'
import { quotas } from './quotas.ts'
import { standingPeople, unitStanding } from './unit-standing.ts'
import { vacancies } from './vacancies.ts'
import { vacancy } from './vacancy.ts'
import { reviews, reviewWorkforce } from './workforce-review.ts'

export const standardsRoutes = {
  'GET /quotas': quotas,
  'GET /quotas/people': quotaPeople,
  'GET /quotas/export': quotaExport,
  'GET /vacancies': vacancies,
  'GET /vacancies/:postId': vacancy,
  'GET /standing': unitStanding,
  'GET /standing/people': standingPeople,
  'GET /cadres/:id/standing': personStanding,
  'POST /cadres/:id/standing': confirmStandard,
  'POST /position-holdings': holdPosition,
  'GET /workforce-reviews': reviews,
  'POST /workforce-reviews': reviewWorkforce,
}
