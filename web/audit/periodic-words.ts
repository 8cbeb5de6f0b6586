/** What the log says about periodic reports. */
export const periodicActs = {
  vi: {
    'periodic_reports.file': 'Tải báo cáo định kỳ',
    'periodic_reports.open': 'Mở kỳ báo cáo',
    'periodic_reports.fill': 'Viết báo cáo định kỳ',
    'periodic_reports.submit': 'Nộp báo cáo định kỳ',
    'periodic_reports.answer': 'Nhận hoặc trả lại báo cáo',
    'periodic_reports.freeze': 'Ký, chốt báo cáo định kỳ',
  },
  en: {
    'periodic_reports.file': 'Periodic report downloaded',
    'periodic_reports.open': 'Reporting period opened',
    'periodic_reports.fill': 'Periodic report written',
    'periodic_reports.submit': 'Periodic report handed in',
    'periodic_reports.answer': 'Periodic report accepted or sent back',
    'periodic_reports.freeze': 'Periodic report signed',
  },
} as const
