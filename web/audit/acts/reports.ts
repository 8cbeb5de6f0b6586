import type { Acts } from '../acts.ts'

export const reportsActs: Acts = {
  'reports.form_file': { vi: 'Tải biểu thống kê', en: 'Download of a statutory form' },
  'reports.sign': { vi: 'Chốt biểu đã ký', en: 'Report frozen as signed' },
  'reports.signed_file': { vi: 'Tải biểu đã ký', en: 'Download of a signed report' },
  'reports.paper_template': { vi: 'Tải mẫu giấy tờ', en: 'Download of a paper template' },
  'reports.paper': { vi: 'In giấy tờ cá nhân', en: 'Personal paper printed' },
  'reports.short_list': { vi: 'Lập danh sách trích ngang', en: 'Short list made' },
  'reports.set_template': { vi: 'Thay mẫu Word của tỉnh', en: 'Word template of the province' },
  'reports.reset_template': {
    vi: 'Dùng lại mẫu Word chung',
    en: 'Back to the shared Word template',
  },
}
