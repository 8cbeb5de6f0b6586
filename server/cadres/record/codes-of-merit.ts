import type { CodeList } from '#server/kernel/code-list.ts'

/** Hình thức khen thưởng, highest first (Luật Thi đua, khen thưởng 2022). */
export const AWARDS = {
  order_independence: { label: 'Huân chương Độc lập' },
  order_labour_1: { label: 'Huân chương Lao động hạng Nhất' },
  order_labour_2: { label: 'Huân chương Lao động hạng Nhì' },
  order_labour_3: { label: 'Huân chương Lao động hạng Ba' },
  order_defence: { label: 'Huân chương Bảo vệ Tổ quốc' },
  medal: { label: 'Huy chương' },
  state_honour: { label: 'Danh hiệu vinh dự nhà nước' },
  commemorative: { label: 'Kỷ niệm chương', short: 'KNC' },
  certificate_prime_minister: { label: 'Bằng khen của Thủ tướng Chính phủ' },
  certificate_ministry: { label: 'Bằng khen cấp bộ' },
  certificate_province: { label: 'Bằng khen cấp tỉnh' },
  commendation: { label: 'Giấy khen' },
} as const satisfies CodeList

/** Danh hiệu thi đua of a person: a list apart from the forms of commendation. */
export const EMULATION_TITLES = {
  national: { label: 'Chiến sĩ thi đua toàn quốc', short: 'CSTĐTQ' },
  province: { label: 'Chiến sĩ thi đua cấp tỉnh', short: 'CSTĐ tỉnh' },
  grassroots: { label: 'Chiến sĩ thi đua cơ sở', short: 'CSTĐCS' },
  advanced: { label: 'Lao động tiên tiến', short: 'LĐTT' },
} as const satisfies CodeList

export const DISCIPLINE_SYSTEMS = {
  party: { label: 'Đảng' },
  state: { label: 'Chính quyền' },
  mass_organisation: { label: 'Đoàn thể' },
} as const satisfies CodeList

/** Forms of all systems, mildest first; the law of the system says which it knows. */
export const DISCIPLINES = {
  reprimand: { label: 'Khiển trách' },
  warning: { label: 'Cảnh cáo' },
  pay_cut: { label: 'Hạ bậc lương', until: '2025-06-30' },
  demotion: { label: 'Giáng chức', until: '2025-06-30' },
  removal: { label: 'Cách chức' },
  recall: { label: 'Bãi nhiệm' },
  dismissal: { label: 'Buộc thôi việc' },
  title_struck: { label: 'Xóa tư cách chức vụ, chức danh' },
  expulsion: { label: 'Khai trừ' },
} as const satisfies CodeList

export const COMPLAINT_KINDS = {
  complaint: { label: 'Khiếu nại' },
  denunciation: { label: 'Tố cáo' },
  reflection: { label: 'Kiến nghị, phản ánh' },
  inspection: { label: 'Kết luận kiểm tra, thanh tra có liên quan' },
} as const satisfies CodeList

export const COMMENT_SOURCES = {
  cell: { label: 'Chi ủy, chi bộ nơi công tác' },
  committee: { label: 'Cấp ủy, tập thể lãnh đạo' },
  residence: { label: 'Cấp ủy nơi cư trú' },
  agency: { label: 'Thủ trưởng cơ quan' },
} as const satisfies CodeList

/** Parts of the original file (QĐ 14/2006/QĐ-BNV and QĐ 02/2008/QĐ-BNV). */
export const FILE_KINDS = {
  resume_book: { label: 'Quyển lý lịch (1a-BNV)' },
  resume: { label: 'Sơ yếu lý lịch (2C)' },
  short_biography: { label: 'Tiểu sử tóm tắt (3a-BNV)' },
  supplement: { label: 'Phiếu bổ sung lý lịch (4a-BNV)' },
  birth_certificate: { label: 'Giấy khai sinh' },
  health_certificate: { label: 'Giấy khám sức khỏe' },
  diploma: { label: 'Văn bằng, chứng chỉ' },
  decision: { label: 'Quyết định về công tác cán bộ' },
  self_review: { label: 'Bản tự kiểm điểm, nhận xét, đánh giá' },
  asset_declaration: { label: 'Bản kê khai tài sản, thu nhập' },
  complaint_conclusion: { label: 'Đơn thư và kết luận' },
  other: { label: 'Tài liệu khác' },
} as const satisfies CodeList

export const COPY_KINDS = {
  original: { label: 'Bản gốc, bản chính' },
  certified: { label: 'Bản sao chứng thực' },
  plain: { label: 'Bản chụp' },
} as const satisfies CodeList
