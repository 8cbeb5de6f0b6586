const field = 'Việc giao trong văn bản'

/** Rights about what directives assign and how it is carried out. */
export const TASK_RIGHTS = {
  'tasks.see': {
    label: 'Xem việc giao, tiến độ, việc của mình',
    field,
    opensRecords: true,
    operations: [
      'tasks.list',
      'tasks.directives',
      'tasks.own',
      'tasks.units',
      'tasks.task',
      'tasks.assignment',
      'tasks.evidence',
      'tasks.events',
    ],
  },
  'tasks.propose': {
    label: 'Lập kế hoạch, báo cáo, nộp sản phẩm, xin gia hạn',
    field,
    opensRecords: true,
    operations: ['tasks.report', 'tasks.ask_extension', 'tasks.plan_step', 'tasks.finish_step'],
  },
  'tasks.decide': {
    label: 'Nghiệm thu, gia hạn, ghi sự kiện, thêm văn bản giao việc',
    field,
    opensRecords: true,
    wholeProvince: true,
    operations: [
      'tasks.answer_extension',
      'tasks.accept',
      'tasks.cancel',
      'tasks.record_event',
      'tasks.withdraw_event',
      'tasks.preview_directive',
      'tasks.issue_directive',
    ],
  },
} as const
