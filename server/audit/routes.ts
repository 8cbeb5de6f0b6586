import { auditExport, auditHead } from './export.ts'
import { auditVerification } from './verify.ts'

export const auditRoutes = {
  'GET /audit/chain': auditVerification,
  'GET /audit/head': auditHead,
  'GET /audit/export': auditExport,
}
