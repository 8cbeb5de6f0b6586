import { dueCalendar } from './calendar.ts'
import { dueExport } from './export.ts'
import { dueList, dueSummary } from './list.ts'
import { chooseMail, endCalendar, makeCalendar, ownReminders } from './reminders.ts'

export const dueRoutes = {
  'GET /due': dueList,
  'GET /due/counts': dueSummary,
  'GET /due/export': dueExport,
  'GET /due/calendar': dueCalendar,
  'GET /own-account/reminders': ownReminders,
  'POST /own-account/calendar': makeCalendar,
  'DELETE /own-account/calendar': endCalendar,
  'POST /own-account/due-mail': chooseMail,
}
