import { briefingDetail, briefings, material, missing } from './briefings.ts'
import { examples, recordExample } from './examples.ts'
import { answerPetition, assignPetition } from './handle-petition.ts'
import {
  addMaterial,
  closeBriefing,
  currentCode,
  markAttendance,
  planBriefing,
} from './hold-briefing.ts'
import { matters } from './matters.ts'
import { answerQuiz, checkIn, ownLearning } from './own-learning.ts'
import { petitionDetail, petitionSender, petitions } from './petitions.ts'
import { pledge, pledgeBoard, pledges, reviewPledge } from './pledges.ts'
import { preview, publish, withdraw } from './publish.ts'
import { publication, publications } from './published.ts'
import { fileRegulation, regulationFile, regulations } from './regulations.ts'
import { registerPetition } from './send-petition.ts'

/** The public page has a door of its own (server/public-door.ts): these are for those signed in. */
export const publicityRoutes = {
  'GET /publicity/matters': matters,
  'GET /publicity/preview': preview,
  'GET /publications': publications,
  'POST /publications': publish,
  'GET /publications/:id': publication,
  'POST /publications/:id/withdrawal': withdraw,
  'GET /petitions': petitions,
  'POST /petitions': registerPetition,
  'GET /petitions/:id': petitionDetail,
  'POST /petitions/:id/sender/look': petitionSender,
  'POST /petitions/:id/assignment': assignPetition,
  'POST /petitions/:id/answer': answerPetition,
  'GET /briefings': briefings,
  'POST /briefings': planBriefing,
  'GET /briefings/own': ownLearning,
  'GET /briefings/materials/:id': material,
  'POST /briefings/check-in': checkIn,
  'GET /briefings/:id': briefingDetail,
  'GET /briefings/:id/missing': missing,
  'GET /briefings/:id/code': currentCode,
  'POST /briefings/:id/materials': addMaterial,
  'POST /briefings/:id/attendance': markAttendance,
  'POST /briefings/:id/close': closeBriefing,
  'POST /briefings/:id/quiz': answerQuiz,
  'POST /pledges': pledge,
  'GET /pledges': pledges,
  'GET /pledges/units': pledgeBoard,
  'POST /pledges/:id/review': reviewPledge,
  'GET /good-examples': examples,
  'POST /good-examples': recordExample,
  'GET /regulations': regulations,
  'POST /regulations': fileRegulation,
  'GET /regulations/:documentId/file': regulationFile,
}
