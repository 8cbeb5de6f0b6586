import { decideQuota } from './decide-quota.ts'
import { decidePosition, positions } from './positions.ts'
import { decideStandard, standards } from './standards.ts'

export const organisationRoutes = {
  'GET /positions': positions,
  'POST /positions': decidePosition,
  'GET /standards': standards,
  'POST /standards': decideStandard,
  'POST /quotas': decideQuota,
}
