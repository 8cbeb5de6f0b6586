import { unitBoard } from './board.ts'
import { assignmentDetail, evidence, taskDetail } from './detail.ts'
import { accept, cancel, report } from './entries.ts'
import { eventList, recordEvent, withdrawEvent } from './events.ts'
import { answerExtension, askExtension } from './extensions.ts'
import { issueDirective, previewDirective } from './issue.ts'
import { taskList } from './list.ts'
import { ownTasks } from './mine.ts'
import { finishStep, planStep } from './steps.ts'
import { directiveList } from './texts-list.ts'

export const tasksRoutes = {
  'GET /tasks': taskList,
  'GET /tasks/directives': directiveList,
  'GET /tasks/own': ownTasks,
  'GET /tasks/units': unitBoard,
  'GET /tasks/one': taskDetail,
  'GET /tasks/assignment': assignmentDetail,
  'GET /tasks/evidence/:entryId': evidence,
  'POST /tasks/reports': report,
  'POST /tasks/extensions': askExtension,
  'POST /tasks/extensions/:requestId/answer': answerExtension,
  'POST /tasks/submissions/:submissionId/verdict': accept,
  'POST /tasks/cancellations': cancel,
  'POST /tasks/steps': planStep,
  'POST /tasks/steps/:id/finish': finishStep,
  'GET /tasks/events': eventList,
  'POST /tasks/events': recordEvent,
  'POST /tasks/events/:id/withdrawal': withdrawEvent,
  'POST /tasks/directives/preview': previewDirective,
  'POST /tasks/directives': issueDirective,
}
