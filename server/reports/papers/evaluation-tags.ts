/** What a paper of an evaluation may name, each with what it says; the floor above fills them. */
export const EVALUATION_SAID = {
  'evaluation.period': 'Đánh giá: kỳ đánh giá',
  'evaluation.unit': 'Đánh giá: đơn vị được đánh giá',
  'evaluation.unit_capitals': 'Đánh giá: đơn vị, chữ in hoa',
  'evaluation.above_capitals': 'Đánh giá: cơ quan chủ quản, chữ in hoa',
  'evaluation.issuer': 'Đánh giá: cơ quan ban hành quyết định, thông báo',
  'evaluation.issuer_capitals': 'Đánh giá: cơ quan ban hành, chữ in hoa',
  'evaluation.place_and_day': 'Đánh giá: địa danh và ngày tháng văn bản',
  'evaluation.basis': 'Đánh giá: quy chế và điều khoản căn cứ',
  'evaluation.count': 'Đánh giá: tổng số người',
  'evaluation.counts': 'Đánh giá: số người từng mức',
  'evaluation.unit_rating': 'Đánh giá: mức xếp loại của đơn vị',
  'evaluation.decision_no': 'Đánh giá: số quyết định',
  'evaluation.decision': 'Đánh giá: số, ngày quyết định',
  'meeting.held_on': 'Biên bản: ngày họp',
  'meeting.place': 'Biên bản: nơi họp',
  'meeting.chair': 'Biên bản: chủ trì',
  'meeting.secretary': 'Biên bản: thư ký',
  'meeting.summoned': 'Biên bản: số người triệu tập',
  'meeting.present': 'Biên bản: số người có mặt',
  'meeting.minutes': 'Biên bản: diễn biến cuộc họp',
  'self.name': 'Phiếu: họ và tên',
  'self.title': 'Phiếu: chức vụ',
  'self.reviewer': 'Phiếu: người trực tiếp đánh giá',
  'self.parts': 'Phiếu: các thành phần điểm',
  'self.task': 'Phiếu: điểm kết quả nhiệm vụ',
  'self.common': 'Phiếu: điểm tiêu chí chung',
  'self.total': 'Phiếu: tổng điểm',
  'self.rating': 'Phiếu: mức tự đề nghị',
  'self.note': 'Phiếu: tự nhận xét',
} as const

export const EVALUATION_TABLES = {
  rated: {
    label: 'Đánh giá: kết quả, mỗi người một dòng',
    columns: {
      no: 'STT',
      name: 'Họ và tên',
      title: 'Chức vụ',
      group: 'Nhóm nhiệm vụ',
      self: 'Mức tự đề nghị',
      task: 'Điểm nhiệm vụ',
      common: 'Điểm tiêu chí chung',
      points: 'Tổng điểm',
      rating: 'Mức xếp loại',
    },
  },
  caps: {
    label: 'Đánh giá: trần hoàn thành xuất sắc theo nhóm',
    columns: {
      group: 'Nhóm',
      arithmetic: 'Cách tính',
      allowed: 'Tối đa',
      excellent: 'Đã xếp',
    },
  },
  products: {
    label: 'Phiếu: sản phẩm, công việc của người tự đánh giá',
    columns: {
      no: 'STT',
      name: 'Sản phẩm, công việc',
      coefficient: 'Hệ số',
      assigned: 'Giao',
      done: 'Hoàn thành',
      due: 'Hạn',
      failed: 'Lần chưa đạt',
      late: 'Lần chậm',
      proofs: 'Minh chứng',
    },
  },
} as const

type Tables = typeof EVALUATION_TABLES
type RowOf<Name extends keyof Tables> = Record<keyof Tables[Name]['columns'], string>

/** Every one of them has a value: a template may name any. */
export type EvaluationValues = Record<keyof typeof EVALUATION_SAID, string> & {
  [Name in keyof Tables]: RowOf<Name>[]
}
