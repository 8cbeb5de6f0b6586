import type { Word, Words } from '#rules/vocabulary.ts'

/** What a scheme of evaluation may ask about the one evaluated; shares are percentages, 0 to 100. */

const share = (label: string, paper: string): Word => ({ label, type: 'number', paper })
const amount = (label: string, paper: string): Word => ({ label, type: 'number', paper })
const flag = (label: string, paper: string): Word => ({ label, type: 'flag', paper })

const PLAN = 'Bảng nhiệm vụ được giao và kết quả từng nhiệm vụ'
const CONCLUSION = 'Kết luận hoặc quyết định của cấp có thẩm quyền'

export const EVALUATION_WORDS: Words = {
  facts: {
    leader: flag('Giữ chức vụ lãnh đạo, quản lý', 'Quyết định bổ nhiệm'),
    criteria_met: flag('Đạt mọi tiêu chí chung', 'Phiếu đánh giá tiêu chí chung'),
    tasks_done: share('Nhiệm vụ hoàn thành (%)', PLAN),
    tasks_above: share('Nhiệm vụ hoàn thành vượt mức (%)', PLAN),
    tasks_late: share('Nhiệm vụ chậm tiến độ hoặc chất lượng thấp (%)', PLAN),
    tasks_failed: share('Nhiệm vụ không đạt (%)', PLAN),
    shortcomings_fixed: share(
      'Hạn chế đã chỉ ra được khắc phục (%)',
      'Báo cáo khắc phục hạn chế, khuyết điểm',
    ),
    unit_tasks_done: share('Nhiệm vụ của đơn vị phụ trách đã hoàn thành (%)', PLAN),
    units_completed: share(
      'Đơn vị phụ trách hoàn thành nhiệm vụ trở lên (%)',
      'Kết quả xếp loại các đơn vị phụ trách',
    ),
    units_good: share(
      'Đơn vị phụ trách hoàn thành tốt trở lên (%)',
      'Kết quả xếp loại các đơn vị phụ trách',
    ),
    low_confidence: share('Phiếu tín nhiệm thấp (%)', 'Biên bản kiểm phiếu tín nhiệm'),
    months_worked: amount('Thời gian công tác trong năm (tháng)', 'Bảng theo dõi công tác'),
    leave_months: amount('Thời gian nghỉ trong năm (tháng)', 'Quyết định cho nghỉ'),
    maternity: flag('Nghỉ thai sản', 'Quyết định nghỉ thai sản'),
    disciplined: flag('Bị kỷ luật trong năm do vi phạm khi thực hiện nhiệm vụ', CONCLUSION),
    degraded: flag('Bị kết luận suy thoái, “tự diễn biến”, “tự chuyển hóa”', CONCLUSION),
    basic_targets_missed: flag(
      'Đơn vị phụ trách không đạt 5 chỉ tiêu kinh tế - xã hội cơ bản',
      'Báo cáo kết quả thực hiện chỉ tiêu kinh tế - xã hội',
    ),
    corruption_in_unit: flag(
      'Đơn vị phụ trách có tham ô, tham nhũng, lãng phí bị xử lý',
      CONCLUSION,
    ),
  },
}
