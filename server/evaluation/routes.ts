import { finishStep } from './advance.ts'
import { answerAppeal, appeal, appeals } from './appeals.ts'
import { assign, assignAgain, undoAssignment } from './assign.ts'
import { board } from './board.ts'
import {
  assignBreakthrough,
  breakthroughTasks,
  reportBreakthrough,
  verifyBreakthrough,
} from './breakthrough.ts'
import { calibrate } from './calibrate.ts'
import { catalogue, endProductKind, setProductKind } from './catalogue.ts'
import { claimEffect } from './claim-effect.ts'
import { addProof, claimCause, decideClaim, proofFile } from './claims.ts'
import { correctLine, rateUnit, setCharges, setFacts } from './corrections.ts'
import { evaluationForm, ownForm } from './forms.ts'
import { meetingOf, recordMeeting } from './meeting.ts'
import { openCycle } from './open-cycle.ts'
import { enterSurvey, giveOpinion, opinionsAbout, opinionsToGive } from './opinions.ts'
import { overCap } from './over-cap.ts'
import { assessSelf } from './own.ts'
import { assignPasted, previewPaste } from './paste.ts'
import { evaluationOf, ownEvaluationShown, ownEvaluations } from './person.ts'
import { addOwnProduct, checkProduct, reportProgress, strikeProduct } from './products.ts'
import { publishedList, publishedLists } from './published.ts'
import { comparison, results } from './results.ts'
import { acceptAll, review, scoreCommon } from './review.ts'
import { cycleSettings } from './settings.ts'
import { settleCycles } from './settle.ts'
import { reviewSheet } from './sheet.ts'
import { undoRating } from './undo-rating.ts'

export const evaluationRoutes = {
  'GET /evaluation-cycles': board,
  'GET /evaluation-cycles/settings': cycleSettings,
  'POST /evaluation-cycles': openCycle,
  'POST /evaluation-cycles/settle': settleCycles,
  'GET /evaluation-cycles/:cycleId': reviewSheet,
  'GET /evaluation-cycles/:cycleId/results': results,
  'GET /evaluation-cycles/:cycleId/form': evaluationForm,
  'GET /evaluation-over-cap': overCap,
  'GET /evaluation-comparison': comparison,
  'POST /evaluation-cycles/:cycleId/steps': finishStep,
  'POST /evaluation-cycles/:cycleId/unit-rating': rateUnit,
  'POST /evaluation-cycles/:cycleId/reviews': review,
  'POST /evaluation-cycles/:cycleId/accept-all': acceptAll,
  'POST /evaluation-cycles/:cycleId/undo-rating': undoRating,
  'POST /evaluation-cycles/:cycleId/calibration': calibrate,
  'GET /evaluation-cycles/:cycleId/meeting': meetingOf,
  'PUT /evaluation-cycles/:cycleId/meeting': recordMeeting,
  'POST /evaluation-cycles/:cycleId/products': assign,
  'POST /evaluation-cycles/:cycleId/products-again': assignAgain,
  'POST /evaluation-cycles/:cycleId/paste-preview': previewPaste,
  'POST /evaluation-cycles/:cycleId/paste': assignPasted,
  'DELETE /product-batches/:batchId': undoAssignment,
  'GET /evaluations/:evaluationId': evaluationOf,
  'POST /evaluations/:evaluationId/common': scoreCommon,
  'POST /evaluations/:evaluationId/reporting-line': correctLine,
  'POST /evaluations/:evaluationId/facts': setFacts,
  'PUT /evaluations/:evaluationId/charges': setCharges,
  'GET /evaluations/:evaluationId/opinions': opinionsAbout,
  'PUT /evaluations/:evaluationId/survey': enterSurvey,
  'PATCH /products/:productId': checkProduct,
  'POST /products/:productId/strike': strikeProduct,
  'GET /product-claims/:claimId/effect': claimEffect,
  'POST /product-claims/:claimId': decideClaim,
  'GET /product-proofs/:proofId': proofFile,
  'GET /published-evaluations': publishedLists,
  'GET /published-evaluations/:cycleId': publishedList,
  'GET /own-evaluations': ownEvaluations,
  'GET /own-evaluations/:evaluationId': ownEvaluationShown,
  'GET /own-evaluations/:evaluationId/form': ownForm,
  'PUT /own-evaluations/:evaluationId': assessSelf,
  'POST /own-evaluations/:evaluationId/products': addOwnProduct,
  'PATCH /own-products/:productId': reportProgress,
  'POST /own-products/:productId/claims': claimCause,
  'POST /own-products/:productId/proofs': addProof,
  'GET /evaluation-cycles/:cycleId/opinions-to-give': opinionsToGive,
  'POST /evaluations/:evaluationId/opinions': giveOpinion,
  'POST /own-evaluations/:evaluationId/appeals': appeal,
  'GET /evaluation-appeals': appeals,
  'POST /evaluation-appeals/:appealId': answerAppeal,
  'GET /product-kinds': catalogue,
  'POST /product-kinds': setProductKind,
  'POST /product-kinds/:kindId/end': endProductKind,
  'GET /breakthrough-tasks': breakthroughTasks,
  'POST /breakthrough-tasks': assignBreakthrough,
  'POST /breakthrough-tasks/:taskId/report': reportBreakthrough,
  'POST /breakthrough-tasks/:taskId/verification': verifyBreakthrough,
}
