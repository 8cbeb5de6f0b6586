import type { Acts } from '../acts.ts'

export const periodicReportsActs: Acts = {
  'periodic_reports.file': { vi: 'Tải báo cáo định kỳ', en: 'Periodic report downloaded' },
  'periodic_reports.open': { vi: 'Mở kỳ báo cáo', en: 'Reporting period opened' },
  'periodic_reports.fill': { vi: 'Viết báo cáo định kỳ', en: 'Periodic report written' },
  'periodic_reports.submit': { vi: 'Nộp báo cáo định kỳ', en: 'Periodic report handed in' },
  'periodic_reports.answer': {
    vi: 'Nhận hoặc trả lại báo cáo',
    en: 'Periodic report accepted or sent back',
  },
  'periodic_reports.freeze': { vi: 'Ký, chốt báo cáo định kỳ', en: 'Periodic report signed' },
}
