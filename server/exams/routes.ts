import { blueprints, setBlueprint } from './blueprints.ts'
import { board, resultsFile, rounds } from './board.ts'
import { importQuestions, previewQuestions } from './import.ts'
import { markAnswer, toMark } from './marking.ts'
import { openRound } from './open-round.ts'
import { ownExams, ownPaperOver } from './own.ts'
import { openPaper, saveAnswers, submitPaper, takeOverPaper } from './papers.ts'
import { bank, retireQuestion, supersedeQuestion } from './questions.ts'
import { statistics } from './statistics.ts'

export const examsRoutes = {
  'GET /exams/bank': bank,
  'POST /exams/bank/preview': previewQuestions,
  'POST /exams/bank': importQuestions,
  'POST /exams/questions/:id/supersede': supersedeQuestion,
  'POST /exams/questions/:id/retire': retireQuestion,
  'GET /exams/blueprints': blueprints,
  'POST /exams/blueprints': setBlueprint,
  'GET /exams/rounds': rounds,
  'POST /exams/rounds': openRound,
  'GET /exams/rounds/:id': board,
  'GET /exams/rounds/:id/file': resultsFile,
  'GET /exams/to-mark': toMark,
  'POST /exams/marks': markAnswer,
  'GET /exams/statistics': statistics,
  'GET /own-exams': ownExams,
  'GET /own-exams/:id': ownPaperOver,
  'POST /own-exams/:id/open': openPaper,
  'POST /own-exams/:id/take-over': takeOverPaper,
  'POST /own-exams/:id/answers': saveAnswers,
  'POST /own-exams/:id/submit': submitPaper,
}
