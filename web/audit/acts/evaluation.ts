import type { Acts } from '../acts.ts'

export const evaluationActs: Acts = {
  'evaluation.open_cycle': { vi: 'Mở kỳ đánh giá', en: 'Evaluation opened' },
  'evaluation.settle': {
    vi: 'Khóa các bước quá hạn theo quy định',
    en: 'Late steps ended by rule',
  },
  'evaluation.finish_step': {
    vi: 'Kết thúc một bước của kỳ đánh giá',
    en: 'Evaluation step finished',
  },
  'evaluation.rate_unit': { vi: 'Xếp loại đơn vị', en: 'Unit rated' },
  'evaluation.correct_line': {
    vi: 'Sửa người đánh giá, nhóm nhiệm vụ',
    en: 'Reviewer or group corrected',
  },
  'evaluation.set_facts': {
    vi: 'Ghi nghỉ, kết luận liên quan đánh giá',
    en: 'Leave or conclusions entered for evaluation',
  },
  'evaluation.set_charges': {
    vi: 'Ghi lĩnh vực cấp phó phụ trách',
    en: 'Fields of a deputy entered',
  },
  'evaluation.enter_survey': {
    vi: 'Nhập kết quả khảo sát người dân',
    en: 'Citizens’ survey entered',
  },
  'evaluation.calibrate': {
    vi: 'Sửa mức trong phiên thống nhất',
    en: 'Rating changed in calibration',
  },
  'evaluation.answer_appeal': { vi: 'Trả lời khiếu nại đánh giá', en: 'Appeal answered' },
  'evaluation.assign_breakthrough': { vi: 'Giao nhiệm vụ đột phá', en: 'Breakthrough task given' },
  'evaluation.verify_breakthrough': {
    vi: 'Kiểm chứng nhiệm vụ đột phá',
    en: 'Breakthrough task verified',
  },
  'evaluation.report_breakthrough': {
    vi: 'Báo cáo nhiệm vụ đột phá',
    en: 'Breakthrough task reported',
  },
  'evaluation.assign': { vi: 'Giao sản phẩm, công việc', en: 'Products assigned' },
  'evaluation.assign_again': {
    vi: 'Giao lại như kỳ trước',
    en: 'Products of last period assigned again',
  },
  'evaluation.assign_pasted': {
    vi: 'Giao sản phẩm từ bảng dán',
    en: 'Products assigned from a pasted table',
  },
  'evaluation.undo_assignment': { vi: 'Hoàn tác lần giao sản phẩm', en: 'Assignment undone' },
  'evaluation.check_product': { vi: 'Kiểm tra sản phẩm', en: 'Product checked' },
  'evaluation.strike_product': { vi: 'Bỏ sản phẩm giao nhầm', en: 'Product struck' },
  'evaluation.decide_claim': {
    vi: 'Xác nhận, từ chối nguyên nhân khách quan',
    en: 'Objective cause decided',
  },
  'evaluation.score_common': { vi: 'Chấm tiêu chí chung', en: 'Common criteria scored' },
  'evaluation.review': { vi: 'Xếp loại người thuộc quyền', en: 'People rated' },
  'evaluation.accept_all': { vi: 'Nhận các mức đề nghị', en: 'Proposals accepted' },
  'evaluation.undo_rating': { vi: 'Hoàn tác lần xếp loại', en: 'Ratings undone' },
  'evaluation.record_meeting': { vi: 'Ghi biên bản họp đánh giá', en: 'Minutes recorded' },
  'evaluation.set_product_kind': { vi: 'Ban hành sản phẩm, hệ số quy đổi', en: 'Product kind set' },
  'evaluation.end_product_kind': {
    vi: 'Thôi dùng sản phẩm trong danh mục',
    en: 'Product kind ended',
  },
  'evaluation.assess_self': { vi: 'Tự đánh giá', en: 'Self-assessment' },
  'evaluation.add_own_product': { vi: 'Tự bổ sung sản phẩm', en: 'Own product added' },
  'evaluation.report_progress': { vi: 'Báo cáo tiến độ sản phẩm', en: 'Progress reported' },
  'evaluation.claim_cause': {
    vi: 'Xin tính nguyên nhân khách quan',
    en: 'Objective cause claimed',
  },
  'evaluation.add_proof': { vi: 'Thêm minh chứng', en: 'Evidence added' },
  'evaluation.give_opinion': { vi: 'Cho ý kiến về đồng nghiệp', en: 'Opinion given' },
  'evaluation.appeal': { vi: 'Khiếu nại kết quả đánh giá', en: 'Appeal filed' },
  'evaluation.proof_file': { vi: 'Xem tệp minh chứng', en: 'Evidence file seen' },
  'evaluation.form': { vi: 'In biểu đánh giá', en: 'Evaluation form printed' },
  'evaluation.own_form': { vi: 'In phiếu tự đánh giá của mình', en: 'Own self-assessment printed' },
}
