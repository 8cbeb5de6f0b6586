const field = 'Biểu mẫu, báo cáo'

/** What leaves the house as a file: lists, statutory forms, personal papers. */
export const REPORT_RIGHTS = {
  'exports.see': {
    label: 'Xuất danh sách',
    field,
    opensRecords: true,
    operations: ['cadres.export', 'reports.short_list'],
  },
  'reports.see': {
    label: 'Lập biểu thống kê, xem biểu đã ký',
    field,
    opensRecords: true,
    operations: [
      'reports.forms',
      'reports.form',
      'reports.form_file',
      'reports.people',
      'reports.signed_list',
      'reports.signed',
      'reports.signed_file',
    ],
  },
  'reports.sign': {
    label: 'Chốt biểu đã ký',
    field,
    opensRecords: true,
    operations: ['reports.sign'],
  },
  'papers.see': {
    label: 'In giấy tờ cá nhân, trích ngang',
    field,
    opensRecords: true,
    operations: ['reports.papers', 'reports.paper_tags', 'reports.paper_template', 'reports.paper'],
  },
  'papers.decide': {
    label: 'Thay mẫu Word của tỉnh',
    field,
    opensRecords: true,
    wholeProvince: true,
    operations: ['reports.set_template', 'reports.reset_template'],
  },
} as const
