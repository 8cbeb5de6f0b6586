import { checklist } from './checklist.ts'
import { answerClearance, askClearance, clearanceChecks } from './clearance-checks.ts'
import { concludeInspection, recommend, recordFinding } from './findings.ts'
import { extendRecommendation, judgeRecommendation, reportRecommendation } from './follow-up.ts'
import { inspectionDetail, inspectionList } from './inspections.ts'
import { conclusionFile, planFile } from './letters.ts'
import { openInspection, planInspections } from './open-inspection.ts'
import { proposalDetail, proposalList } from './proposals.ts'
import { registerProposal, stepProposal } from './propose.ts'
import { recommendationList } from './recommendations.ts'
import { drawSample } from './samples.ts'
import { superviseAbove } from './supervise-above.ts'
import { warningDetail, warningList } from './warnings.ts'

export const inspectionRoutes = {
  'GET /inspections': inspectionList,
  'GET /inspections/:id': inspectionDetail,
  'GET /inspections/:id/file': conclusionFile,
  'POST /inspection-plans': planInspections,
  'GET /inspection-plans/:year/file': planFile,
  'POST /inspections': openInspection,
  'POST /inspections/upwards': superviseAbove,
  'POST /inspections/:id/sample': drawSample,
  'POST /inspections/:id/findings': recordFinding,
  'POST /inspections/:id/recommendations': recommend,
  'POST /inspections/:id/conclusion': concludeInspection,
  'GET /cases/:case/checklist': checklist,
  'GET /recommendations': recommendationList,
  'POST /recommendations/:id/reports': reportRecommendation,
  'POST /recommendations/:id/judgements': judgeRecommendation,
  'POST /recommendations/:id/extensions': extendRecommendation,
  'GET /warnings': warningList,
  'GET /warnings/:id': warningDetail,
  'POST /clearance-checks/look': clearanceChecks,
  'POST /clearance-checks': askClearance,
  'POST /clearance-checks/:id/answer': answerClearance,
  'GET /proposals': proposalList,
  'GET /proposals/:id': proposalDetail,
  'POST /proposals': registerProposal,
  'POST /proposals/:id/steps': stepProposal,
}
