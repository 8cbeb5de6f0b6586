import type { Acts } from '../acts.ts'

const calendar = { vi: 'Lấy lịch chung của việc và hạn', en: 'Calendar of all that is due' }

export const agendaActs: Acts = {
  'agenda.calendar': calendar,
  // What it was called in entries of the first release.
  'due.agenda_calendar': calendar,
}
