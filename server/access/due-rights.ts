const field = 'Việc đến hạn'

/** Rights about what falls due, and how an account is reminded of it. */
export const DUE_RIGHTS = {
  'due.see': {
    label: 'Xem việc đến hạn',
    field,
    opensRecords: true,
    operations: ['due.list', 'due.counts', 'due.export', 'due.calendar'],
  },
} as const
