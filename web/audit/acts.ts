import type { Language } from '#web/lib/language.ts'
import { accessActs } from './acts/access.ts'
import { agendaActs } from './acts/agenda.ts'
import { auditActs } from './acts/audit.ts'
import { authorityActs } from './acts/authority.ts'
import { cadresActs } from './acts/cadres.ts'
import { dueActs } from './acts/due.ts'
import { evaluationActs } from './acts/evaluation.ts'
import { examsActs } from './acts/exams.ts'
import { inspectionActs } from './acts/inspection.ts'
import { organisationActs } from './acts/organisation.ts'
import { periodicReportsActs } from './acts/periodic-reports.ts'
import { publicityActs } from './acts/publicity.ts'
import { reorganisationsActs } from './acts/reorganisations.ts'
import { reportsActs } from './acts/reports.ts'
import { tasksActs } from './acts/tasks.ts'

/** What the log calls an operation. */
export type Acts = Record<string, Record<Language, string>>

/** Operations in the words of an office; one without words shows its name. */
export const ACTS: Acts = {
  ...accessActs,
  ...agendaActs,
  ...auditActs,
  ...authorityActs,
  ...cadresActs,
  ...dueActs,
  ...evaluationActs,
  ...examsActs,
  ...inspectionActs,
  ...organisationActs,
  ...periodicReportsActs,
  ...publicityActs,
  ...reorganisationsActs,
  ...reportsActs,
  ...tasksActs,
}
