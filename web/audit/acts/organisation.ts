import type { Acts } from '../acts.ts'

export const organisationActs: Acts = {
  'organisation.decide_position': { vi: 'Ghi vị trí việc làm', en: 'Job position decided' },
  'organisation.decide_standard': {
    vi: 'Ghi tiêu chuẩn chức danh, vị trí',
    en: 'Standard decided',
  },
  'organisation.decide_quota': { vi: 'Ghi biên chế giao', en: 'Quota decided' },
}
