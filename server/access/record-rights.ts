/** Rights to keep the record of a person, to declare changes of it and to approve them. */
export const RECORD_RIGHTS = {
  'records.decide': {
    label: 'Ghi, sửa, hoàn tác thông tin hồ sơ',
    field: 'Tổ chức, hồ sơ',
    opensRecords: true,
    operations: ['cadres.add_fact', 'cadres.correct_fact', 'cadres.end_fact', 'cadres.undo_change'],
  },
  'record_export.see': {
    label: 'Xuất toàn bộ hồ sơ ở định dạng mở',
    field: 'Tổ chức, hồ sơ',
    opensRecords: true,
    operations: ['cadres.export_records'],
  },
  'record_documents.propose': {
    label: 'Gửi bản quét vào hồ sơ',
    field: 'Khai, bổ sung lý lịch',
    opensRecords: true,
    operations: ['cadres.add_document'],
  },
  'declarations.see': {
    label: 'Xem bản khai, đợt bổ sung lý lịch',
    field: 'Khai, bổ sung lý lịch',
    opensRecords: true,
    operations: ['cadres.declarations', 'cadres.declaration', 'cadres.supplement_rounds'],
  },
  'declarations.propose': {
    label: 'Khai thay đổi hồ sơ của mình',
    field: 'Khai, bổ sung lý lịch',
    opensRecords: true,
    operations: ['cadres.declare', 'cadres.withdraw_declaration', 'cadres.confirm_no_change'],
  },
  'declarations.decide': {
    label: 'Duyệt bản khai',
    field: 'Khai, bổ sung lý lịch',
    opensRecords: true,
    operations: ['cadres.decide_declaration'],
  },
  'supplements.see': {
    label: 'Theo dõi tiến độ bổ sung, độ đầy đủ của hồ sơ',
    field: 'Khai, bổ sung lý lịch',
    opensRecords: true,
    operations: ['cadres.supplement_progress', 'cadres.supplement_people', 'cadres.completeness'],
  },
  'supplements.decide': {
    label: 'Mở, đóng đợt bổ sung lý lịch',
    field: 'Khai, bổ sung lý lịch',
    opensRecords: true,
    operations: ['cadres.open_supplement', 'cadres.close_supplement'],
  },
} as const
