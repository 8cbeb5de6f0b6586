import type { Acts } from '../acts.ts'

export const reorganisationsActs: Acts = {
  'reorganisations.prepare': { vi: 'Lập phương án sắp xếp', en: 'Plan of a reorganisation' },
  'reorganisations.revise': { vi: 'Sửa phương án sắp xếp', en: 'Plan of a reorganisation revised' },
  'reorganisations.drop': { vi: 'Bỏ dự thảo sắp xếp', en: 'Draft of a reorganisation dropped' },
  'reorganisations.preview': {
    vi: 'Xem trước phương án sắp xếp',
    en: 'Preview of a reorganisation',
  },
  'reorganisations.decide': { vi: 'Ghi quyết định sắp xếp', en: 'Reorganisation decided' },
  'reorganisations.undo': { vi: 'Hoàn tác quyết định sắp xếp', en: 'Reorganisation undone' },
  'reorganisations.plan_streamlining': {
    vi: 'Ghi kế hoạch tinh giản biên chế',
    en: 'Streamlining planned',
  },
  'reorganisations.assign_oversight': {
    vi: 'Phân công theo dõi cơ sở',
    en: 'Oversight of a commune assigned',
  },
  'reorganisations.end_oversight': {
    vi: 'Thôi phân công theo dõi cơ sở',
    en: 'Oversight of a commune ended',
  },
  'reorganisations.record_visit': { vi: 'Ghi chuyến làm việc ở cơ sở', en: 'Visit to a commune' },
  'reorganisations.close_finding': {
    vi: 'Ghi kết quả thực hiện kết luận',
    en: 'Outcome of a finding',
  },
}
