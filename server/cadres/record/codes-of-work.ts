import type { CodeList } from '#server/kernel/code-list.ts'

export const RECRUITMENTS = {
  exam: { label: 'Thi tuyển' },
  review: { label: 'Xét tuyển' },
  reception: { label: 'Tiếp nhận vào làm công chức', aliases: ['tiếp nhận'] },
  without_exam: { label: 'Xét tuyển không qua thi', until: '2020-06-30' },
  election: { label: 'Bầu cử' },
  transfer: { label: 'Chuyển đến' },
} as const satisfies CodeList

/** What moves the retirement age of a person; ages and clauses are the parameter `retirement_bases`. */
export const RETIREMENT_BASES = {
  normal: { label: 'Điều kiện bình thường' },
  heavy: { label: 'Nghề nặng nhọc, độc hại, nguy hiểm từ đủ 15 năm' },
  hard_area: { label: 'Vùng đặc biệt khó khăn từ đủ 15 năm' },
  heavy_and_hard_area: { label: 'Nặng nhọc và vùng đặc biệt khó khăn, cộng từ đủ 15 năm' },
  longer_service: { label: 'Giữ chức vụ được nghỉ hưu ở tuổi cao hơn' },
} as const satisfies CodeList

export const HOLDINGS = {
  main: { label: 'Chức vụ chính' },
  concurrent: { label: 'Kiêm nhiệm' },
  acting: { label: 'Giao quyền, phụ trách' },
} as const satisfies CodeList

export const POLITICAL_SYSTEMS = {
  party: { label: 'Đảng' },
  mass_organisation: { label: 'Mặt trận, đoàn thể' },
  elected: { label: 'Quốc hội, Hội đồng nhân dân' },
} as const satisfies CodeList

export const RAISES = {
  regular: { label: 'Thường xuyên' },
  early_merit: { label: 'Trước thời hạn do lập thành tích' },
  early_retirement: { label: 'Trước thời hạn khi có thông báo nghỉ hưu' },
  late: { label: 'Kéo dài thời hạn' },
  grade_change: { label: 'Bổ nhiệm, chuyển ngạch' },
} as const satisfies CodeList

export const ALLOWANCES = {
  position: { label: 'Phụ cấp chức vụ lãnh đạo' },
  concurrent: { label: 'Phụ cấp kiêm nhiệm' },
  regional: { label: 'Phụ cấp khu vực' },
  attraction: { label: 'Phụ cấp thu hút' },
  special_area: { label: 'Phụ cấp đặc biệt' },
  seniority: { label: 'Phụ cấp thâm niên nghề' },
  responsibility: { label: 'Phụ cấp trách nhiệm' },
  hazard: { label: 'Phụ cấp độc hại, nguy hiểm' },
  public_service: { label: 'Phụ cấp công vụ' },
  party_work: { label: 'Phụ cấp công tác Đảng, đoàn thể' },
  profession: { label: 'Phụ cấp ưu đãi theo nghề' },
  other: { label: 'Phụ cấp khác' },
} as const satisfies CodeList

export const MOVEMENTS = {
  rotation: { label: 'Luân chuyển' },
  transfer: { label: 'Điều động' },
  secondment: { label: 'Biệt phái' },
  position_switch: { label: 'Chuyển đổi vị trí công tác' },
} as const satisfies CodeList

export const PARTY_STATUSES = {
  official: { label: 'Đảng viên chính thức' },
  probationary: { label: 'Đảng viên dự bị' },
  moved: { label: 'Chuyển sinh hoạt đi nơi khác' },
  expelled: { label: 'Khai trừ' },
  removed: { label: 'Xóa tên' },
  left: { label: 'Cho ra khỏi Đảng' },
} as const satisfies CodeList

export const PARTY_BADGES = Object.fromEntries(
  [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90].map((years) => [
    String(years),
    { label: `Huy hiệu ${years} năm tuổi Đảng`, short: `${years} năm` },
  ]),
) satisfies CodeList

export const UNIONS = {
  youth: { label: 'Đoàn TNCS Hồ Chí Minh', aliases: ['đoàn thanh niên', 'đoàn'] },
  trade_union: { label: 'Công đoàn' },
  women: { label: 'Hội Liên hiệp Phụ nữ' },
  farmers: { label: 'Hội Nông dân' },
  veterans: { label: 'Hội Cựu chiến binh' },
  front: { label: 'Mặt trận Tổ quốc' },
  other: { label: 'Hội, tổ chức khác' },
} as const satisfies CodeList

const RANKS = [
  ...['Binh nhì', 'Binh nhất', 'Hạ sĩ', 'Trung sĩ', 'Thượng sĩ'],
  ...['Thiếu úy', 'Trung úy', 'Thượng úy', 'Đại úy'],
  ...['Thiếu tá', 'Trung tá', 'Thượng tá', 'Đại tá'],
  ...['Thiếu tướng', 'Trung tướng', 'Thượng tướng', 'Đại tướng'],
]
/** Lowest first; the code is the place in the order. */
export const MILITARY_RANKS: CodeList = Object.fromEntries(
  RANKS.map((label, place) => [String(place + 1).padStart(2, '0'), { label }]),
)

export const GRADINGS = {
  excellent: { label: 'Xuất sắc' },
  very_good: { label: 'Giỏi' },
  good: { label: 'Khá' },
  fairly_good: { label: 'Trung bình khá' },
  average: { label: 'Trung bình' },
} as const satisfies CodeList

export const ACADEMIC_TITLES = {
  associate_professor: { label: 'Phó Giáo sư', short: 'PGS' },
  professor: { label: 'Giáo sư', short: 'GS' },
} as const satisfies CodeList

export const COURSE_KINDS = {
  party_work: { label: 'Nghiệp vụ công tác Đảng' },
  economics: { label: 'Quản lý kinh tế' },
  professional_title: { label: 'Tiêu chuẩn chức danh nghề nghiệp' },
  leadership: { label: 'Lãnh đạo, quản lý' },
  refresher: { label: 'Cập nhật kiến thức', aliases: ['bồi dưỡng cập nhật kiến thức'] },
  other: { label: 'Bồi dưỡng khác' },
} as const satisfies CodeList

export const DEFENCE_GROUPS = {
  '1': { label: 'Đối tượng 1' },
  '2': { label: 'Đối tượng 2' },
  '3': { label: 'Đối tượng 3' },
  '4': { label: 'Đối tượng 4' },
} as const satisfies CodeList

export const SPOKEN_LEVELS = {
  none: { label: 'Chưa có' },
  spoken: { label: 'Giao tiếp được', aliases: ['nói được'] },
  certified: { label: 'Có chứng chỉ' },
} as const satisfies CodeList

export const CERTIFICATE_KINDS = {
  political_theory: { label: 'Lý luận chính trị' },
  state_management: { label: 'Quản lý nhà nước' },
  language: { label: 'Ngoại ngữ' },
  it: { label: 'Tin học' },
  skills: { label: 'Kỹ năng làm việc' },
  defence: { label: 'Quốc phòng, an ninh' },
  ethnic_language: { label: 'Tiếng dân tộc thiểu số' },
} as const satisfies CodeList
