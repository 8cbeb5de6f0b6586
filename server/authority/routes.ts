import { caseConflicts } from './conflicts.ts'
import { delegate } from './delegate.ts'
import { delegationList } from './delegation-list.ts'
import { endDelegation } from './end-delegation.ts'
import { confirmKinship, declareKinship, recuse } from './kinship.ts'
import { kinshipOf } from './kinship-of.ts'
import { relativesInPosts } from './relatives-in-posts.ts'
import { whoMay } from './who-may.ts'

export const authorityRoutes = {
  'GET /authority/who-may': whoMay,
  'GET /authority/delegations': delegationList,
  'POST /authority/delegations': delegate,
  'POST /authority/delegations/:id/end': endDelegation,
  'GET /authority/conflicts': caseConflicts,
  'GET /authority/relatives-in-posts': relativesInPosts,
  'POST /authority/kinship': declareKinship,
  'POST /authority/kinship/:id/confirm': confirmKinship,
  'POST /cadres/:id/kinship/look': kinshipOf,
  'POST /authority/recusals': recuse,
}
