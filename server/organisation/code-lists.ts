import type { CodeList } from '#server/kernel/code-list.ts'

/** Kinds of unit (shared/domain §4.12); districts exist until 30/6/2025. */
export const UNIT_KINDS = {
  province: { label: 'Tỉnh' },
  party_committee: { label: 'Ban Chấp hành Đảng bộ tỉnh' },
  party_advisory: { label: 'Cơ quan tham mưu, giúp việc Tỉnh ủy' },
  party_service_unit: { label: 'Đơn vị sự nghiệp của Tỉnh ủy' },
  mass_organisation: { label: 'Mặt trận, tổ chức chính trị – xã hội' },
  council_office: { label: 'Văn phòng, ban của HĐND tỉnh' },
  department: { label: 'Sở và tương đương' },
  service_unit: { label: 'Đơn vị sự nghiệp thuộc UBND tỉnh' },
  affiliated_unit: { label: 'Đơn vị trực thuộc (bệnh viện, trường, doanh nghiệp, hội)' },
  district: { label: 'Huyện, thị xã, thành phố' },
  bloc_committee: { label: 'Đảng bộ khối trực thuộc Tỉnh ủy' },
  division: { label: 'Phòng, ban và tương đương' },
  commune: { label: 'Xã' },
  ward: { label: 'Phường' },
  township: { label: 'Thị trấn' },
  special_zone: { label: 'Đặc khu' },
  village: { label: 'Thôn, tổ dân phố' },
} as const satisfies CodeList

/** Blocks of the frame of numbers (QB II.I). */
export const UNIT_BLOCKS = {
  party_advisory: { label: 'Cơ quan tham mưu, giúp việc Tỉnh ủy' },
  party_service: { label: 'Đơn vị sự nghiệp của Tỉnh ủy' },
  mass_organisation: { label: 'Mặt trận, tổ chức chính trị – xã hội' },
  council: { label: 'Văn phòng, các ban HĐND tỉnh' },
  economic: { label: 'UBND: khối kinh tế' },
  culture_society: { label: 'UBND: khối văn hóa, xã hội' },
  internal_affairs: { label: 'UBND: khối nội chính' },
  service: { label: 'Đơn vị sự nghiệp thuộc UBND tỉnh' },
  district: { label: 'Huyện, thị xã, thành phố, Đảng bộ khối' },
  commune: { label: 'Xã, phường, thị trấn, đặc khu' },
} as const satisfies CodeList

export const LEVELS = {
  province: { label: 'cấp tỉnh' },
  district: { label: 'cấp huyện' },
  commune: { label: 'cấp xã' },
} as const satisfies CodeList

/** Rank of a post inside its unit. */
export const RANKS = {
  head: { label: 'Cấp trưởng' },
  deputy: { label: 'Cấp phó' },
  member: { label: 'Ủy viên' },
  division_head: { label: 'Trưởng phòng và tương đương' },
  division_deputy: { label: 'Phó trưởng phòng và tương đương' },
  specialist: { label: 'Chuyên môn, nghiệp vụ' },
  staff: { label: 'Hỗ trợ, phục vụ' },
} as const satisfies CodeList

/** Who manages the post (diện quản lý cán bộ). */
export const MANAGED_BY = {
  central: { label: 'Diện Trung ương quản lý' },
  standing_committee: { label: 'Diện Ban Thường vụ Tỉnh ủy quản lý' },
  agency: { label: 'Diện cơ quan, đơn vị quản lý' },
  commune: { label: 'Diện cấp ủy cấp xã quản lý' },
} as const satisfies CodeList
