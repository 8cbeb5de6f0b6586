import type { z } from 'zod'
import type { accessRoutes } from '#server/access/routes.ts'
import type { agendaRoutes } from '#server/agenda/routes.ts'
import type { auditRoutes } from '#server/audit/routes.ts'
import type { authorityRoutes } from '#server/authority/routes.ts'
import type { ProgressAnswer } from '#server/cadres/imports/progress.ts'
import type { importRoutes } from '#server/cadres/imports/routes.ts'
import type { recordRoutes } from '#server/cadres/record/routes.ts'
import type { cadresRoutes } from '#server/cadres/routes.ts'
import type { standardsRoutes } from '#server/cadres/standards/routes.ts'
import type { directivesRoutes } from '#server/directives/routes.ts'
import type { dueRoutes } from '#server/due/routes.ts'
import type { evaluationRoutes } from '#server/evaluation/routes.ts'
import type { examsRoutes } from '#server/exams/routes.ts'
import type { inspectionRoutes } from '#server/inspection/routes.ts'
import type { Operation, ReceivedFile } from '#server/kernel/operation.ts'
import type { organisationRoutes } from '#server/organisation/routes.ts'
import type { periodicReportsRoutes } from '#server/periodic-reports/routes.ts'
import type { publicPage } from '#server/publicity/public-page.ts'
import type { publicityRoutes } from '#server/publicity/routes.ts'
import type { petitionAnswer, sendPetition } from '#server/publicity/send-petition.ts'
import type { reorganisationsRoutes } from '#server/reorganisations/routes.ts'
import type { reportsRoutes } from '#server/reports/routes.ts'
import type { tasksRoutes } from '#server/tasks/routes.ts'

/** A file travels as the browser holds it. */
type Sent<T> = {
  [K in keyof T]: T[K] extends ReceivedFile
    ? File
    : T[K] extends ReceivedFile | undefined
      ? File | undefined
      : T[K]
}

/** The server's own table of routes, as question and answer. */
export type ApiOf<Table> = {
  [R in keyof Table]: Table[R] extends Operation<infer In, infer Out>
    ? [Sent<z.input<In>>, z.output<Out>]
    : never
}

/** How far a sign-in has come; the token itself stays in a cookie no script can read. */
export interface SignInProgress {
  signedIn: boolean
  awaits?: 'code' | 'password' | 'enrol'
  recoveryCodes?: string[]
}

interface Newcomer {
  province: string
  code: string
  username: string
  displayName: string
  password: string
}

export interface DoorApi {
  'POST /sign-in': [
    { province: string; username: string; password: string; code?: string },
    SignInProgress,
  ]
  'GET /sign-in/step': [object, { awaits: SignInProgress['awaits'] | null }]
  'POST /sign-in/code': [{ code: string }, SignInProgress]
  'POST /sign-in/password': [{ password: string }, SignInProgress]
  'POST /sign-in/enrolment': [object, { secretKey: string; uri: string }]
  'POST /sign-in/enrolment/confirmation': [{ code: string }, SignInProgress]
  'POST /set-up': [Newcomer, { ready: boolean }]
  'POST /sign-out': [object, unknown]
  'GET /imports/progress/:ticket': [{ ticket: string }, ProgressAnswer]
  'DELETE /imports/progress/:ticket': [{ ticket: string }, { stopped: boolean }]
  'GET /public/:province': [{ province: string }, z.output<typeof publicPage.output>]
  'POST /public/:province/petitions': [
    z.input<typeof sendPetition.input> & { province: string },
    z.output<typeof sendPetition.output>,
  ]
  'POST /public/:province/petitions/answer': [
    { province: string; replyCode: string },
    z.output<typeof petitionAnswer.output>,
  ]
  'GET /provinces': [object, ProvinceAtTheDoor[]]
}

export interface ProvinceAtTheDoor {
  code: string
  name: string
  demonstration: boolean
  looksAt: string | null
  /** A real province in which nobody has an account yet. */
  awaitsSetUp: boolean
  /** What the button of the province's own sign-on says. */
  singleSignOn: string | null
  accounts?: { username: string; password: string; says: string }[]
}

export type Api = DoorApi &
  ApiOf<typeof accessRoutes> &
  ApiOf<typeof auditRoutes> &
  ApiOf<typeof cadresRoutes> &
  ApiOf<typeof organisationRoutes> &
  ApiOf<typeof standardsRoutes> &
  ApiOf<typeof recordRoutes> &
  ApiOf<typeof directivesRoutes> &
  ApiOf<typeof authorityRoutes> &
  ApiOf<typeof reorganisationsRoutes> &
  ApiOf<typeof dueRoutes> &
  ApiOf<typeof agendaRoutes> &
  ApiOf<typeof evaluationRoutes> &
  ApiOf<typeof tasksRoutes> &
  ApiOf<typeof reportsRoutes> &
  ApiOf<typeof examsRoutes> &
  ApiOf<typeof publicityRoutes> &
  ApiOf<typeof periodicReportsRoutes> &
  ApiOf<typeof inspectionRoutes> &
  ApiOf<typeof importRoutes>
