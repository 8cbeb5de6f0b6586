import type { Acts } from '../acts.ts'

export const cadresActs: Acts = {
  'cadres.import': { vi: 'Nhập danh sách', en: 'Import of a list' },
  'cadres.undo_import': { vi: 'Hoàn tác lần nhập', en: 'Undo of an import' },
  'cadres.merge': { vi: 'Gộp hồ sơ trùng', en: 'Merge of two records' },
  'cadres.undo_merge': { vi: 'Hoàn tác việc gộp hồ sơ', en: 'Undo of a merge' },
  'cadres.say_distinct': {
    vi: 'Xác định hai hồ sơ là hai người',
    en: 'Two records said to be two people',
  },
  'cadres.duplicate_pair': {
    vi: 'Xem hai hồ sơ có thể trùng',
    en: 'View of two records that may be one',
  },
  'cadres.remove_import_alias': {
    vi: 'Xóa cách hiểu đã chốt khi nhập',
    en: 'Removal of a decided meaning',
  },
  'cadres.export': { vi: 'Xuất danh sách cán bộ', en: 'Export of the list of cadres' },
  'cadres.import_original': { vi: 'Tải tệp gốc của lần nhập', en: 'Download of an original file' },
  'cadres.restricted_group': { vi: 'Xem thông tin hạn chế', en: 'Look at restricted facts' },
  'cadres.print_file': { vi: 'In hồ sơ', en: 'Print of the record' },
  'cadres.add_fact': { vi: 'Ghi thêm thông tin hồ sơ', en: 'Fact added to a record' },
  'cadres.correct_fact': { vi: 'Sửa thông tin hồ sơ', en: 'Fact of a record corrected' },
  'cadres.end_fact': { vi: 'Kết thúc một thông tin hồ sơ', en: 'Fact of a record ended' },
  'cadres.undo_change': { vi: 'Hoàn tác lần sửa hồ sơ', en: 'Change of a record taken back' },
  'cadres.fact_history': { vi: 'Xem lịch sử sửa một mục', en: 'Look at the history of a section' },
  'cadres.add_document': { vi: 'Gửi bản quét vào hồ sơ', en: 'Scan sent to a record' },
  'cadres.document_file': { vi: 'Tải bản quét', en: 'Scan taken away' },
  'cadres.declare': { vi: 'Khai thay đổi hồ sơ', en: 'Change declared' },
  'cadres.declaration': { vi: 'Xem bản khai', en: 'Look at a declaration' },
  'cadres.decide_declaration': {
    vi: 'Duyệt, trả lại bản khai',
    en: 'Declaration approved or returned',
  },
  'cadres.withdraw_declaration': { vi: 'Rút bản khai', en: 'Declaration withdrawn' },
  'cadres.open_supplement': { vi: 'Mở đợt bổ sung lý lịch', en: 'Yearly supplement opened' },
  'cadres.close_supplement': { vi: 'Đóng đợt bổ sung lý lịch', en: 'Yearly supplement closed' },
  'cadres.confirm_no_change': { vi: 'Xác nhận lý lịch không thay đổi', en: 'No change confirmed' },
  'cadres.export_records': { vi: 'Xuất toàn bộ hồ sơ', en: 'Export of whole records' },
  'cadres.confirm_standard': {
    vi: 'Xác nhận tiêu chuẩn',
    en: 'Requirement of a standard confirmed',
  },
  'cadres.hold_position': { vi: 'Bố trí vào vị trí việc làm', en: 'Job position given' },
  'cadres.quota_export': { vi: 'Xuất bảng biên chế', en: 'Quotas exported' },
  'cadres.review_workforce': { vi: 'Chốt rà soát đội ngũ', en: 'Workforce reviewed' },
}
