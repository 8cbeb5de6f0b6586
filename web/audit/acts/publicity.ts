import type { Acts } from '../acts.ts'

export const publicityActs: Acts = {
  'publicity.material': { vi: 'Tải tài liệu buổi phổ biến', en: 'Download of briefing material' },
  'publicity.regulation_file': {
    vi: 'Tải quy chế nội bộ',
    en: 'Download of an internal regulation',
  },
  'publicity.publish': { vi: 'Công khai một nội dung', en: 'A matter published' },
  'publicity.withdraw': { vi: 'Thu hồi nội dung công khai', en: 'A publication withdrawn' },
  'publicity.send_petition': {
    vi: 'Nhận góp ý từ trang công khai',
    en: 'Petition from the public page',
  },
  'publicity.register_petition': { vi: 'Tiếp nhận góp ý, đơn thư', en: 'Petition registered' },
  'publicity.assign_petition': { vi: 'Giao giải quyết góp ý, đơn thư', en: 'Petition assigned' },
  'publicity.answer_petition': { vi: 'Trả lời góp ý, đơn thư', en: 'Petition answered' },
  'publicity.petition_sender': { vi: 'Mở tên người gửi đơn thư', en: 'Name of a sender opened' },
  'publicity.plan_briefing': { vi: 'Mở buổi phổ biến', en: 'Briefing planned' },
  'publicity.add_material': {
    vi: 'Thêm tài liệu buổi phổ biến',
    en: 'Material of a briefing added',
  },
  'publicity.mark_attendance': { vi: 'Ghi danh sách người dự', en: 'Attendance entered by list' },
  'publicity.check_in': { vi: 'Điểm danh bằng mã', en: 'Checked in by code' },
  'publicity.answer_quiz': { vi: 'Nộp bài thu hoạch', en: 'Quiz answered' },
  'publicity.close_briefing': { vi: 'Kết thúc buổi phổ biến', en: 'Briefing closed' },
  'publicity.pledge': { vi: 'Ký cam kết tu dưỡng', en: 'Pledge signed' },
  'publicity.review_pledge': { vi: 'Nhận xét cam kết tu dưỡng', en: 'Pledge reviewed' },
  'publicity.record_example': { vi: 'Ghi gương điển hình', en: 'Good example recorded' },
  'publicity.file_regulation': { vi: 'Gửi quy chế nội bộ', en: 'Regulation filed' },
}
