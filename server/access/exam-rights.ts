const field = 'Kiểm tra kiến thức'

/** Rights about the yearly knowledge test: who asks, who takes it, who marks. */
export const EXAM_RIGHTS = {
  'exams.see': {
    label: 'Xem đợt kiểm tra, tiến độ, kết quả',
    field,
    opensRecords: true,
    operations: ['exams.rounds', 'exams.board', 'exams.results_file'],
  },
  'exams.decide': {
    label: 'Ban hành cấu trúc đề, mở đợt kiểm tra',
    field,
    opensRecords: true,
    operations: ['exams.set_blueprint', 'exams.open_round'],
  },
  'exam_bank.see': {
    label: 'Xem ngân hàng câu hỏi, đáp án, thống kê câu hỏi',
    field,
    opensRecords: true,
    operations: ['exams.bank', 'exams.blueprints', 'exams.statistics'],
  },
  'exam_bank.decide': {
    label: 'Nhập, thay, ngừng dùng câu hỏi',
    field,
    opensRecords: true,
    operations: [
      'exams.preview_questions',
      'exams.import_questions',
      'exams.supersede_question',
      'exams.retire_question',
    ],
  },
  'exam_marks.decide': {
    label: 'Chấm câu trả lời ngắn (không biết tên)',
    field,
    opensRecords: true,
    operations: ['exams.to_mark', 'exams.mark'],
  },
  'own_exams.see': {
    label: 'Xem bài kiểm tra của mình',
    field,
    opensRecords: true,
    operations: ['exams.own', 'exams.own_paper'],
  },
  'own_exams.propose': {
    label: 'Làm bài kiểm tra của mình',
    field,
    opensRecords: true,
    operations: [
      'exams.open_paper',
      'exams.take_over_paper',
      'exams.save_answers',
      'exams.submit_paper',
    ],
  },
} as const
