import { fill, openPeriod, submit } from './commands.ts'
import { answer, freeze } from './decide.ts'
import { board, oneReport, reportFileOf } from './questions.ts'

export const periodicReportsRoutes = {
  'GET /periodic-reports': board,
  'GET /periodic-reports/one': oneReport,
  'GET /periodic-reports/file': reportFileOf,
  'POST /periodic-reports/openings': openPeriod,
  'POST /periodic-reports/texts': fill,
  'POST /periodic-reports/submissions': submit,
  'POST /periodic-reports/answers': answer,
  'POST /periodic-reports/signatures': freeze,
}
