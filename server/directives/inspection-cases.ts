/** Kinds of cases the product holds, each with what can be checked of it from the records. */
export const CASES = {
  appointment: {
    label: 'Bổ nhiệm, điều động, giới thiệu',
    checks: [
      'decision_on_record',
      'signer_has_authority',
      'in_planning',
      'rated_before',
      'no_discipline',
      'older_justified',
      'no_relatives',
      'clearance_concluded',
      'degree_on_record',
    ],
  },
  import: {
    label: 'Nhập danh sách',
    checks: ['original_kept', 'rejected_explained', 'identity_unique'],
  },
  evaluation: {
    label: 'Kỳ đánh giá, xếp loại',
    checks: ['steps_in_time', 'meeting_quorum', 'everybody_rated', 'published', 'appeals_in_time'],
  },
  record_change: {
    label: 'Sửa hồ sơ',
    checks: ['basis_on_record', 'paper_attached', 'other_person_approved'],
  },
} as const

export type CaseKind = keyof typeof CASES
export type Check = (typeof CASES)[CaseKind]['checks'][number]

/** What early warning can find in the records. */
export const WARNINGS = {
  cap_broken: 'Đơn vị xếp loại xuất sắc vượt trần',
  ratings_too_good: 'Đơn vị gần như mọi người từ hoàn thành tốt trở lên',
  relatives_in_posts: 'Người thân cùng giữ chức vụ',
  papers_overdue: 'Bản khai, giấy tờ chờ duyệt quá hạn',
  decision_without_number: 'Bổ nhiệm chưa ghi số quyết định',
  older_without_justification: 'Bổ nhiệm người từ 40 tuổi chưa có giải trình',
  rules_set_aside: 'Đơn vị nâng, hạ xếp loại khác đề xuất quá nhiều',
  deputies_over_number: 'Cấp phó vượt số lượng',
  meeting_without_quorum: 'Họp đánh giá, đề xuất xếp loại không đủ số người',
  term_over: 'Hết thời hạn bổ nhiệm vẫn giữ chức vụ',
  recommendation_overdue: 'Kiến nghị kiểm tra quá hạn',
} as const

export type Warning = keyof typeof WARNINGS
