const field = 'Kiểm tra, giám sát, dám nghĩ dám làm'

/** Rights about inspection, early warning, verification, and proposals of those who dare. */
export const INSPECTION_RIGHTS = {
  'inspection.see': {
    label: 'Xem kiểm tra, giám sát, bảng đối chiếu một vụ việc',
    field,
    opensRecords: true,
    operations: [
      'inspection.list',
      'inspection.one',
      'inspection.conclusion_file',
      'inspection.plan_file',
      'inspection.checklist',
      'inspection.recommendations',
    ],
  },
  'inspection.propose': {
    label: 'Báo cáo thực hiện kiến nghị, giám sát cấp trên',
    field,
    opensRecords: true,
    operations: ['inspection.report', 'inspection.supervise_above'],
  },
  'inspection.decide': {
    label: 'Lập kế hoạch, mở cuộc kiểm tra, kết luận, kiến nghị',
    field,
    opensRecords: true,
    wholeProvince: true,
    operations: [
      'inspection.plan',
      'inspection.open',
      'inspection.draw_sample',
      'inspection.record_finding',
      'inspection.recommend',
      'inspection.judge',
      'inspection.extend',
      'inspection.conclude',
    ],
  },
  'warnings.see': {
    label: 'Xem cảnh báo sớm',
    field,
    opensRecords: true,
    operations: ['inspection.warnings', 'inspection.warning'],
  },
  'clearances.see': {
    label: 'Xem việc thẩm tra vấn đề chính trị',
    field,
    opensRecords: true,
    operations: ['inspection.clearance_checks'],
  },
  'clearances.decide': {
    label: 'Yêu cầu, ghi kết quả thẩm tra vấn đề chính trị',
    field,
    opensRecords: true,
    wholeProvince: true,
    operations: ['inspection.ask_clearance', 'inspection.answer_clearance'],
  },
  'proposals.see': {
    label: 'Xem đề xuất của cán bộ dám nghĩ, dám làm',
    field,
    opensRecords: true,
    operations: ['inspection.proposals', 'inspection.proposal'],
  },
  'proposals.propose': {
    label: 'Đăng ký đề xuất của mình',
    field,
    opensRecords: true,
    operations: ['inspection.register_proposal'],
  },
  'proposals.decide': {
    label: 'Thẩm định, cho thí điểm, bảo vệ, đánh giá đề xuất',
    field,
    opensRecords: true,
    wholeProvince: true,
    operations: ['inspection.step_proposal'],
  },
} as const
