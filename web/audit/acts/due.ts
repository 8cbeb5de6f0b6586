import type { Acts } from '../acts.ts'

export const dueActs: Acts = {
  'due.export': { vi: 'Xuất việc đến hạn', en: 'Export of what is due' },
  'due.make_calendar': { vi: 'Tạo địa chỉ lịch của mình', en: 'Own calendar address made' },
  'due.end_calendar': { vi: 'Bỏ địa chỉ lịch của mình', en: 'Own calendar address ended' },
  'due.choose_mail': { vi: 'Chọn thư nhắc việc', en: 'Mail reminder chosen' },
  'due.calendar': { vi: 'Lấy lịch việc đến hạn', en: 'Calendar of what is due' },
}
