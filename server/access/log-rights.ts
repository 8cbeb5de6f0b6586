const field = 'Nhật ký'

/** Rights about the log: reading it, and proving that nobody changed it. */
export const LOG_RIGHTS = {
  'log.see': {
    label: 'Xem nhật ký của tỉnh',
    field,
    opensRecords: true,
    wholeProvince: true,
    operations: ['audit.entries', 'audit.choices', 'audit.export', 'audit.dossier'],
  },
  'chain.see': {
    label: 'Kiểm tra chuỗi nhật ký',
    field,
    wholeProvince: true,
    operations: ['audit.verify', 'audit.head'],
  },
} as const
