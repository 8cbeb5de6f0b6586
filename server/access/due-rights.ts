const field = 'Việc đến hạn'

/** Rights about what falls due, and how an account is reminded of it. */
export const DUE_RIGHTS = {
  'due.see': {
    label: 'Xem việc đến hạn',
    field,
    opensRecords: true,
    operations: [
      'due.list',
      'due.counts',
      'due.export',
      'due.calendar',
      'agenda.list',
      'agenda.calendar',
    ],
  },
  'due.decide': {
    label: 'Đặt lịch, thư nhắc của mình',
    field,
    opensRecords: true,
    operations: ['due.reminders', 'due.make_calendar', 'due.end_calendar', 'due.choose_mail'],
  },
} as const
