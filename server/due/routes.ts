import { dueCalendar } from './calendar.ts'
import { dueExport } from './export.ts'
import { dueList, dueSummary } from './list.ts'

export const dueRoutes = {
  'GET /due': dueList,
  'GET /due/counts': dueSummary,
  'GET /due/export': dueExport,
  'GET /due/calendar': dueCalendar,
}
