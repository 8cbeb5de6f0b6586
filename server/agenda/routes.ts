import { agenda, agendaCalendar } from './agenda.ts'

export const agendaRoutes = {
  'GET /calendar': agenda,
  'GET /calendar/file': agendaCalendar,
}
