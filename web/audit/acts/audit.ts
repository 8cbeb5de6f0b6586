import type { Acts } from '../acts.ts'

export const auditActs: Acts = {
  'audit.export': { vi: 'Xuất nhật ký', en: 'Export of the log' },
  'audit.dossier': { vi: 'Xuất hồ sơ kiểm tra', en: 'Export of an inspection dossier' },
}
