import { filledForm, formList, formWorkbook } from './form-questions.ts'
import { paper, papers, paperTags } from './papers/paper.ts'
import { shortList } from './papers/short-list.ts'
import { paperTemplate, resetTemplate, setTemplate } from './papers/templates.ts'
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
  'GET /papers': papers,
  'GET /papers/tags': paperTags,
  'GET /papers/:paper/template': paperTemplate,
  'POST /papers/:paper/template': setTemplate,
  'POST /papers/:paper/template/reset': resetTemplate,
  'POST /papers/short-list': shortList,
  'POST /cadres/:id/papers/:paper': paper,
}
