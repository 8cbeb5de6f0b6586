const field = 'Công khai, phổ biến, góp ý'

/** Rights about what is made public, what is received, and how directives are made known. */
export const PUBLICITY_RIGHTS = {
  'publicity.see': {
    label: 'Xem nội dung được công khai, gương điển hình',
    field,
    opensRecords: true,
    operations: [
      'publicity.matters',
      'publicity.publications',
      'publicity.publication',
      'publicity.examples',
      'publicity.material',
    ],
  },
  'publicity.decide': {
    label: 'Công khai, thu hồi nội dung công khai',
    field,
    opensRecords: true,
    wholeProvince: true,
    operations: ['publicity.preview', 'publicity.publish', 'publicity.withdraw'],
  },
  'petitions.see': {
    label: 'Xem góp ý, đơn thư được giao',
    field,
    opensRecords: true,
    operations: ['publicity.petitions', 'publicity.petition', 'publicity.petition_sender'],
  },
  'petitions.propose': {
    label: 'Trả lời góp ý, đơn thư được giao',
    field,
    opensRecords: true,
    operations: ['publicity.answer_petition'],
  },
  'petitions.decide': {
    label: 'Tiếp nhận, giao giải quyết góp ý, đơn thư',
    field,
    opensRecords: true,
    wholeProvince: true,
    operations: ['publicity.register_petition', 'publicity.assign_petition'],
  },
  'briefings.see': {
    label: 'Xem buổi phổ biến, ai dự, ai vắng',
    field,
    opensRecords: true,
    operations: ['publicity.briefings', 'publicity.briefing', 'publicity.missing'],
  },
  'briefings.propose': {
    label: 'Mở buổi phổ biến, điểm danh, kết thúc',
    field,
    opensRecords: true,
    operations: [
      'publicity.plan_briefing',
      'publicity.add_material',
      'publicity.attendance_code',
      'publicity.mark_attendance',
      'publicity.close_briefing',
    ],
  },
  'own_learning.propose': {
    label: 'Dự buổi phổ biến, ký cam kết của mình',
    field,
    opensRecords: true,
    operations: [
      'publicity.own',
      'publicity.check_in',
      'publicity.answer_quiz',
      'publicity.pledge',
    ],
  },
  'pledges.see': {
    label: 'Xem cam kết tu dưỡng',
    field,
    opensRecords: true,
    operations: ['publicity.pledges', 'publicity.pledge_board'],
  },
  'pledges.appraise': {
    label: 'Nhận xét việc thực hiện cam kết',
    field,
    opensRecords: true,
    operations: ['publicity.review_pledge'],
  },
  'examples.decide': {
    label: 'Ghi gương điển hình',
    field,
    wholeProvince: true,
    operations: ['publicity.record_example'],
  },
  'regulations.see': {
    label: 'Xem quy chế nội bộ của các cơ quan',
    field,
    operations: ['publicity.regulations', 'publicity.regulation_file'],
  },
  'regulations.propose': {
    label: 'Gửi quy chế nội bộ đã ban hành',
    field,
    operations: ['publicity.file_regulation'],
  },
  'public_page.see': {
    label: 'Trang công khai, không cần đăng nhập',
    field,
    operations: ['publicity.public_page', 'publicity.petition_answer'],
  },
  'public_page.propose': {
    label: 'Gửi góp ý từ trang công khai',
    field,
    operations: ['publicity.send_petition'],
  },
} as const
