import { accessRoutes } from './access/routes.ts'
import { agendaRoutes } from './agenda/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { authorityRoutes } from './authority/routes.ts'
import { importRoutes } from './cadres/imports/routes.ts'
import { recordRoutes } from './cadres/record/routes.ts'
import { cadresRoutes } from './cadres/routes.ts'
import { standardsRoutes } from './cadres/standards/routes.ts'
import { directivesRoutes } from './directives/routes.ts'
import { dueRoutes } from './due/routes.ts'
import { evaluationRoutes } from './evaluation/routes.ts'
import { examsRoutes } from './exams/routes.ts'
import { inspectionRoutes } from './inspection/routes.ts'
import type { Routes } from './kernel/http.ts'
import type { Operation } from './kernel/operation.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { periodicReportsRoutes } from './periodic-reports/routes.ts'
import { publicityRoutes } from './publicity/routes.ts'
import { reorganisationsRoutes } from './reorganisations/routes.ts'
import { reportsRoutes } from './reports/routes.ts'
import { tasksRoutes } from './tasks/routes.ts'

/** Everything the product offers over HTTP; the command line performs the same operations by name. */
export const routes = {
  ...accessRoutes,
  ...auditRoutes,
  ...cadresRoutes,
  ...organisationRoutes,
  ...standardsRoutes,
  ...recordRoutes,
  ...importRoutes,
  ...directivesRoutes,
  ...authorityRoutes,
  ...dueRoutes,
  ...agendaRoutes,
  ...evaluationRoutes,
  ...examsRoutes,
  ...tasksRoutes,
  ...reorganisationsRoutes,
  ...reportsRoutes,
  ...publicityRoutes,
  ...periodicReportsRoutes,
  ...inspectionRoutes,
} satisfies Routes

export function operationByName(name: string): Operation | undefined {
  return Object.values<Operation>(routes).find(({ operation }) => operation === name)
}
