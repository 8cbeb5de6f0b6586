import type { Acts } from '../acts.ts'

export const inspectionActs: Acts = {
  'inspection.plan': { vi: 'Lập kế hoạch kiểm tra', en: 'Inspection planned' },
  'inspection.plan_file': {
    vi: 'Lấy kế hoạch kiểm tra ra Word',
    en: 'Inspection plan taken as Word',
  },
  'inspection.conclusion_file': {
    vi: 'Lấy kết luận kiểm tra ra Word',
    en: 'Conclusion taken as Word',
  },
  'inspection.open': { vi: 'Mở cuộc kiểm tra', en: 'Inspection opened' },
  'inspection.supervise_above': { vi: 'Giám sát cấp trên', en: 'Supervision upwards' },
  'inspection.draw_sample': { vi: 'Lấy mẫu kiểm tra', en: 'Sample drawn' },
  'inspection.record_finding': { vi: 'Ghi vi phạm, thiếu sót', en: 'Finding recorded' },
  'inspection.recommend': { vi: 'Kiến nghị', en: 'Recommendation made' },
  'inspection.conclude': { vi: 'Kết luận kiểm tra', en: 'Inspection concluded' },
  'inspection.checklist': { vi: 'Đối chiếu một vụ việc', en: 'Case checked' },
  'inspection.report': { vi: 'Báo cáo thực hiện kiến nghị', en: 'Recommendation reported on' },
  'inspection.judge': { vi: 'Xem xét báo cáo kiến nghị', en: 'Report on a recommendation judged' },
  'inspection.extend': { vi: 'Gia hạn kiến nghị', en: 'Recommendation given more time' },
  'inspection.warnings': { vi: 'Xem cảnh báo sớm', en: 'Early warnings seen' },
  'inspection.warning': { vi: 'Xem một cảnh báo', en: 'A warning seen' },
  'inspection.clearance_checks': { vi: 'Xem việc thẩm tra chính trị', en: 'Clearance checks seen' },
  'inspection.ask_clearance': { vi: 'Yêu cầu thẩm tra chính trị', en: 'Clearance asked' },
  'inspection.answer_clearance': { vi: 'Ghi kết quả thẩm tra chính trị', en: 'Clearance answered' },
  'inspection.register_proposal': { vi: 'Đăng ký đề xuất', en: 'Proposal registered' },
  'inspection.step_proposal': { vi: 'Ghi bước của đề xuất', en: 'Step of a proposal' },
}
