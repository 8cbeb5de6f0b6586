import type { Acts } from '../acts.ts'

export const tasksActs: Acts = {
  'tasks.report': { vi: 'Báo cáo tiến độ, nộp sản phẩm', en: 'Progress or product of a task' },
  'tasks.ask_extension': { vi: 'Xin gia hạn việc giao', en: 'More time asked for' },
  'tasks.answer_extension': { vi: 'Trả lời xin gia hạn', en: 'Request for more time answered' },
  'tasks.accept': { vi: 'Nghiệm thu, trả lại sản phẩm', en: 'Product accepted or sent back' },
  'tasks.cancel': { vi: 'Thôi giao, giao lại việc', en: 'Task taken off or given back' },
  'tasks.plan_step': { vi: 'Thêm bước vào kế hoạch', en: 'Step planned' },
  'tasks.finish_step': { vi: 'Ghi xong một bước', en: 'Step done' },
  'tasks.record_event': { vi: 'Ghi sự kiện kích hoạt', en: 'Event that starts tasks' },
  'tasks.withdraw_event': { vi: 'Rút lại sự kiện kích hoạt', en: 'Event taken back' },
  'tasks.issue_directive': {
    vi: 'Thêm văn bản giao việc',
    en: 'Directive added from a task table',
  },
  'tasks.evidence': { vi: 'Lấy tệp minh chứng', en: 'Evidence taken away' },
}
