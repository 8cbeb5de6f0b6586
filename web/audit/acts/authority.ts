import type { Acts } from '../acts.ts'

export const authorityActs: Acts = {
  'authority.delegate': { vi: 'Ghi phân cấp', en: 'Delegation recorded' },
  'authority.end_delegation': { vi: 'Kết thúc phân cấp', en: 'Delegation ended' },
  'authority.declare_kinship': { vi: 'Khai quan hệ gia đình', en: 'Kinship declared' },
  'authority.confirm_kinship': { vi: 'Xác nhận quan hệ gia đình', en: 'Family relation confirmed' },
  'authority.kinship_of': { vi: 'Xem quan hệ gia đình của một người', en: 'Family relations seen' },
  'authority.recuse': { vi: 'Ghi từ chối tham gia', en: 'Recusal recorded' },
  'authority.conflicts_in': {
    vi: 'Rà soát quan hệ trong hồ sơ',
    en: 'Check of relatives in a case',
  },
  'authority.relatives_in_posts': {
    vi: 'Xem người thân cùng đơn vị',
    en: 'Look at relatives in one unit',
  },
}
