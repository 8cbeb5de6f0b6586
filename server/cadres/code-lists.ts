import type { CodeList } from '#server/kernel/code-list.ts'

export const SEXES = { male: { label: 'Nam' }, female: { label: 'Nữ' } } as const satisfies CodeList

/** Highest professional level, lowest first (shared/domain §4.1). */
export const DEGREES = {
  none: { label: 'Chưa qua đào tạo', short: 'CQĐT', aliases: ['chưa đào tạo', 'không'] },
  elementary: { label: 'Sơ cấp', short: 'SC', aliases: ['so cap', 'cnkt', 'nghề'] },
  intermediate: {
    label: 'Trung cấp',
    short: 'TC',
    aliases: ['trung cấp', 'tccn', 'trung học chuyên nghiệp'],
  },
  college: {
    label: 'Cao đẳng',
    short: 'CĐ',
    aliases: ['cđ', 'cao đẳng', 'cđsp', 'cử nhân cao đẳng'],
  },
  university: {
    label: 'Đại học',
    short: 'ĐH',
    aliases: [
      'đh',
      'dh',
      'cử nhân',
      'kỹ sư',
      'bác sĩ',
      'đhsp',
      'đại học sp',
      'đhtc',
      'cn',
      'ks',
      'bs',
    ],
  },
  master: {
    label: 'Thạc sĩ',
    short: 'ThS',
    aliases: ['ths', 'th.s', 'thạc sỹ', 'thạc sĩ', 'cao học', 'cki', 'bsck1'],
  },
  doctorate: {
    label: 'Tiến sĩ',
    short: 'TS',
    aliases: ['ts', 't.s', 'tiến sỹ', 'tiến sĩ', 'tskh', 'ckii'],
  },
} as const satisfies CodeList

/** Groups of training fields as the QB figures print them (QB-F3). */
export const FIELDS = {
  natural_science: { label: 'Khoa học tự nhiên' },
  social_science: { label: 'Khoa học xã hội' },
  law: { label: 'Luật' },
  economics: { label: 'Kinh tế' },
  politics: { label: 'Chính trị' },
  agriculture: { label: 'Nông nghiệp' },
  engineering: { label: 'Kỹ thuật' },
  military_police: { label: 'Quân sự, công an' },
  education: { label: 'Sư phạm' },
  health: { label: 'Y tế' },
  other: { label: 'Lĩnh vực khác' },
} as const satisfies CodeList

export const STUDY_MODES = {
  full_time: { label: 'Chính quy', short: 'CQ', aliases: ['chính quy', 'cq', 'tập trung'] },
  in_service: {
    label: 'Vừa làm vừa học',
    short: 'VLVH',
    aliases: ['vlvh', 'tại chức', 'tc', 'vừa học vừa làm'],
  },
  specialised: { label: 'Chuyên tu', short: 'CT', aliases: ['chuyên tu', 'ct'] },
  distance: { label: 'Từ xa', short: 'TX', aliases: ['từ xa', 'tx'] },
  joint: { label: 'Liên kết đào tạo', short: 'LK', aliases: ['liên kết', 'lk'] },
} as const satisfies CodeList

export const POLITICAL_THEORY = {
  none: { label: 'Chưa qua', short: '0', aliases: ['0', 'chưa', 'không'] },
  elementary: { label: 'Sơ cấp', short: 'SC', aliases: ['sc', 'sơ cấp'] },
  intermediate: { label: 'Trung cấp', short: 'TC', aliases: ['tc', 'trung cấp'] },
  advanced: { label: 'Cao cấp', short: 'CC', aliases: ['cc', 'cao cấp'] },
  bachelor: { label: 'Cử nhân', short: 'CN', aliases: ['cn', 'cử nhân'] },
} as const satisfies CodeList

/** State management programmes by grade (shared/domain §4.3). */
export const STATE_MANAGEMENT = {
  none: { label: 'Chưa bồi dưỡng', short: '0', aliases: ['0', 'chưa', 'không'] },
  assistant: { label: 'Chương trình cán sự', short: 'CS', aliases: ['cs', 'cán sự'] },
  specialist: { label: 'Chương trình chuyên viên', short: 'CV', aliases: ['cv', 'chuyên viên'] },
  principal: {
    label: 'Chương trình chuyên viên chính',
    short: 'CVC',
    aliases: ['cvc', 'chuyên viên chính'],
  },
  senior: {
    label: 'Chương trình chuyên viên cao cấp',
    short: 'CVCC',
    aliases: ['cvcc', 'chuyên viên cao cấp'],
  },
} as const satisfies CodeList

/** Foreign language on the six-step frame; old A, B, C certificates map to the first three. */
export const LANGUAGE_LEVELS = {
  none: { label: 'Chưa có', short: '0', aliases: ['0', 'chưa', 'không'] },
  a1: { label: 'Bậc 1 (A1, chứng chỉ A)', short: 'A1', aliases: ['a', 'a1', 'bậc 1'] },
  a2: { label: 'Bậc 2 (A2, chứng chỉ B)', short: 'A2', aliases: ['b', 'a2', 'bậc 2'] },
  b1: { label: 'Bậc 3 (B1, chứng chỉ C)', short: 'B1', aliases: ['c', 'b1', 'bậc 3'] },
  b2: { label: 'Bậc 4 (B2)', short: 'B2', aliases: ['b2', 'bậc 4', 'cử nhân', 'đh', 'đại học'] },
  c1: { label: 'Bậc 5 (C1)', short: 'C1', aliases: ['c1', 'bậc 5'] },
  c2: { label: 'Bậc 6 (C2)', short: 'C2', aliases: ['c2', 'bậc 6'] },
} as const satisfies CodeList

export const IT_LEVELS = {
  none: { label: 'Chưa có', short: '0', aliases: ['0', 'chưa', 'không'] },
  basic: {
    label: 'Ứng dụng CNTT cơ bản (A, B)',
    short: 'CB',
    aliases: ['a', 'b', 'cơ bản', 'ic3', 'mos', 'ứng dụng cntt cơ bản', 'thvp'],
  },
  advanced: { label: 'Ứng dụng CNTT nâng cao (C)', short: 'NC', aliases: ['c', 'nâng cao'] },
  professional: {
    label: 'Trung cấp tin học trở lên',
    short: 'TC+',
    aliases: ['tc', 'trung cấp', 'cđ', 'đh', 'đại học', 'kỹ sư', 'cử nhân'],
  },
} as const satisfies CodeList

/** Working-skill training of commune cadres (LS-T6). */
export const SKILL_LEVELS = {
  none: { label: 'Chưa bồi dưỡng', aliases: ['0', 'chưa', 'không'] },
  trained: { label: 'Đã bồi dưỡng kỹ năng', aliases: ['x', 'có', 'đã'] },
} as const satisfies CodeList

export const EMPLOYMENT_KINDS = {
  official: { label: 'Cán bộ', aliases: ['cb', 'cán bộ'] },
  civil_servant: { label: 'Công chức', aliases: ['cc', 'công chức'] },
  public_employee: { label: 'Viên chức', aliases: ['vc', 'viên chức'] },
  support_contract: {
    label: 'Hợp đồng hỗ trợ, phục vụ (Nghị định 111/2022/NĐ-CP)',
    short: 'HĐ 111',
    aliases: ['hđ 68', 'hđ 111', 'hợp đồng 68', 'hợp đồng 111'],
  },
  contract: { label: 'Hợp đồng khác', aliases: ['hđ', 'hợp đồng', 'hđlđ', 'hợp đồng lao động'] },
  part_time: {
    label: 'Người hoạt động không chuyên trách',
    short: 'KCT',
    aliases: ['không chuyên trách', 'cán bộ không chuyên trách'],
  },
} as const satisfies CodeList

export const TENURE_ENTRIES = {
  recruitment: { label: 'Tuyển dụng' },
  appointment: { label: 'Bổ nhiệm' },
  nomination: { label: 'Giới thiệu ứng cử' },
  reappointment: { label: 'Bổ nhiệm lại' },
  transfer: { label: 'Điều động' },
  rotation: { label: 'Luân chuyển' },
  term_posting: { label: 'Điều động có thời hạn' },
  import: { label: 'Theo danh sách nhập' },
} as const satisfies CodeList

export const RATING_LEVELS = {
  excellent: {
    label: 'Hoàn thành xuất sắc nhiệm vụ',
    short: 'XS',
    aliases: ['xs', 'htxs', 'htxsnv', 'xuất sắc'],
  },
  good: { label: 'Hoàn thành tốt nhiệm vụ', short: 'HTT', aliases: ['tốt', 'htt', 'httnv', 't'] },
  completed: { label: 'Hoàn thành nhiệm vụ', short: 'HT', aliases: ['ht', 'htnv', 'hoàn thành'] },
  limited: {
    label: 'Hoàn thành nhưng còn hạn chế về năng lực (đến 2019)',
    until: '2020-06-30',
    short: 'HC',
    aliases: ['hc'],
  },
  not_completed: {
    label: 'Không hoàn thành nhiệm vụ',
    short: 'KHT',
    aliases: ['kht', 'khtnv', 'không hoàn thành'],
  },
  not_rated: { label: 'Không xếp loại', short: 'KXL', aliases: ['kxl'] },
} as const satisfies CodeList

export const RELIGIONS = {
  none: { label: 'Không', aliases: ['không', 'ko', '0', 'k'] },
  buddhist: { label: 'Phật giáo', aliases: ['phật', 'đạo phật'] },
  catholic: { label: 'Công giáo', aliases: ['thiên chúa giáo', 'thiên chúa', 'ki-tô'] },
  protestant: { label: 'Tin lành', aliases: [] },
  cao_dai: { label: 'Cao Đài', aliases: [] },
  hoa_hao: { label: 'Phật giáo Hòa Hảo', aliases: ['hòa hảo', 'phgh'] },
  muslim: { label: 'Hồi giáo', aliases: [] },
  other: { label: 'Tôn giáo khác', aliases: [] },
} as const satisfies CodeList
