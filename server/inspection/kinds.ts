/** Closed lists of inspection and of proposals, in words; the screens read them too. */

export const KINDS = {
  planned: { label: 'Theo kế hoạch' },
  unscheduled: { label: 'Đột xuất' },
  thematic: { label: 'Chuyên đề' },
} as const
export const ACTS = {
  inspection: { label: 'Kiểm tra' },
  supervision: { label: 'Giám sát' },
} as const
export const DIRECTIONS = {
  down: { label: 'Cấp trên với cấp dưới' },
  up: { label: 'Cấp dưới với cấp trên' },
} as const
export const DUTIES = {
  lead: { label: 'Trưởng đoàn' },
  member: { label: 'Thành viên' },
  secretary: { label: 'Thư ký' },
} as const

export const RECOMMENDATIONS = {
  remedy: { label: 'Khắc phục thiếu sót' },
  revoke: { label: 'Xem xét thu hồi quyết định sai' },
  handle_person: { label: 'Xem xét trách nhiệm, xử lý người' },
  improve: { label: 'Sửa quy chế, cách làm' },
} as const

export const RECOMMENDATION_STATES = {
  open: { label: 'Đang thực hiện' },
  reported: { label: 'Đã báo cáo, chờ xem xét' },
  overdue: { label: 'Quá hạn' },
  done: { label: 'Đã xong' },
} as const

export const PROPOSAL_STEPS = {
  assessed: { label: 'Thẩm định' },
  piloted: { label: 'Cho thí điểm' },
  refused: { label: 'Không chấp nhận' },
  protected: { label: 'Bảo vệ người đề xuất' },
  evaluated: { label: 'Đánh giá kết quả thí điểm' },
  learned: { label: 'Rút bài học, nhân rộng' },
} as const

export const PROPOSAL_STATES = {
  registered: { label: 'Đã đăng ký' },
  assessed: { label: 'Đã thẩm định' },
  pilot: { label: 'Đang thí điểm' },
  to_evaluate: { label: 'Hết thí điểm, chờ đánh giá' },
  succeeded: { label: 'Đạt mục đích' },
  fell_short: { label: 'Chưa đạt mục đích' },
  learned: { label: 'Đã rút bài học' },
  refused: { label: 'Không chấp nhận' },
} as const

export type ProposalState = keyof typeof PROPOSAL_STATES

/** From which states a step may be taken. */
export const AFTER: Record<keyof typeof PROPOSAL_STEPS, readonly ProposalState[]> = {
  assessed: ['registered'],
  piloted: ['assessed'],
  refused: ['registered', 'assessed'],
  protected: ['pilot', 'to_evaluate', 'fell_short', 'succeeded'],
  evaluated: ['pilot', 'to_evaluate'],
  learned: ['succeeded', 'fell_short'],
}
