import type { Acts } from '../acts.ts'

export const examsActs: Acts = {
  'exams.import_questions': { vi: 'Nhập câu hỏi kiểm tra', en: 'Questions imported' },
  'exams.supersede_question': { vi: 'Thay câu hỏi kiểm tra', en: 'Question superseded' },
  'exams.retire_question': { vi: 'Ngừng dùng câu hỏi', en: 'Question retired' },
  'exams.set_blueprint': { vi: 'Đặt cấu trúc đề kiểm tra', en: 'Blueprint of a test set' },
  'exams.open_round': { vi: 'Mở đợt kiểm tra kiến thức', en: 'Round of tests opened' },
  'exams.mark': { vi: 'Chấm câu trả lời ngắn', en: 'Short answer marked' },
  'exams.results_file': { vi: 'Xuất kết quả kiểm tra', en: 'Results of a test exported' },
  'exams.open_paper': { vi: 'Mở bài kiểm tra của mình', en: 'Own paper opened' },
  'exams.take_over_paper': {
    vi: 'Chuyển bài kiểm tra sang thiết bị khác',
    en: 'Own paper moved to another device',
  },
  'exams.save_answers': { vi: 'Lưu câu trả lời', en: 'Answers saved' },
  'exams.submit_paper': { vi: 'Nộp bài kiểm tra', en: 'Paper handed in' },
  'exams.collect_papers': {
    vi: 'Máy chủ thu bài hết giờ',
    en: 'Papers collected when time was over',
  },
}
