import type { FastifyInstance } from 'fastify'
import { cancelImport, importProgress } from './cadres/imports/progress.ts'

interface Ticket {
  Params: { ticket: string }
}

/** Progress and cancel of long work, for whoever holds its ticket: answered while the database is busy. */
export function serveTickets(app: FastifyInstance): void {
  app.get<Ticket>('/api/imports/progress/:ticket', async ({ params }) =>
    importProgress(params.ticket),
  )
  app.delete<Ticket>('/api/imports/progress/:ticket', async ({ params }) =>
    cancelImport(params.ticket),
  )
}
