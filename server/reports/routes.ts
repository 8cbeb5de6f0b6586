import { filledForm, formList, formWorkbook } from './form-questions.ts'
import { formPeople } from './people.ts'
import { signedFile, signedReport, signedReports, signReport } from './signed-reports.ts'

export const reportsRoutes = {
  'GET /forms': formList,
  'GET /forms/:form': filledForm,
  'GET /forms/:form/file': formWorkbook,
  'GET /forms/:form/people': formPeople,
  'POST /signed-reports': signReport,
  'GET /signed-reports': signedReports,
  'GET /signed-reports/:id': signedReport,
  'GET /signed-reports/:id/file': signedFile,
}
