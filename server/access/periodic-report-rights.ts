const field = 'Báo cáo định kỳ'

/** Rights about the reports directives ask agencies for. */
export const PERIODIC_REPORT_RIGHTS = {
  'periodic_reports.see': {
    label: 'Xem báo cáo định kỳ, ai đã nộp, ai chậm',
    field,
    opensRecords: true,
    operations: ['periodic_reports.board', 'periodic_reports.one', 'periodic_reports.file'],
  },
  'periodic_reports.propose': {
    label: 'Lập, nộp báo cáo của cơ quan',
    field,
    opensRecords: true,
    operations: ['periodic_reports.open', 'periodic_reports.fill', 'periodic_reports.submit'],
  },
  'periodic_reports.decide': {
    label: 'Nhận, trả lại báo cáo; ký báo cáo',
    field,
    opensRecords: true,
    wholeProvince: true,
    operations: ['periodic_reports.answer', 'periodic_reports.freeze'],
  },
} as const
