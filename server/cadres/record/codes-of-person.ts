import type { CodeList } from '#server/kernel/code-list.ts'

export const NATIONALITIES = {
  vn: { label: 'Việt Nam', aliases: ['vn', 'việt nam'] },
  la: { label: 'Lào' },
  kh: { label: 'Campuchia' },
  cn: { label: 'Trung Quốc' },
  other: { label: 'Nước khác' },
} as const satisfies CodeList

export const MARITAL_STATUSES = {
  single: { label: 'Chưa kết hôn', aliases: ['độc thân'] },
  married: { label: 'Đã kết hôn', aliases: ['có gia đình'] },
  divorced: { label: 'Ly hôn' },
  widowed: { label: 'Góa' },
} as const satisfies CodeList

/** Thành phần gia đình xuất thân, as old files write it. */
export const CLASS_ORIGINS = {
  worker: { label: 'Công nhân' },
  poor_peasant: { label: 'Bần nông', aliases: ['cố nông'] },
  middle_peasant: { label: 'Trung nông' },
  peasant: { label: 'Nông dân' },
  official: { label: 'Cán bộ, công chức', aliases: ['công chức', 'viên chức', 'cán bộ'] },
  intellectual: { label: 'Trí thức' },
  soldier: { label: 'Quân nhân' },
  petty_bourgeois: { label: 'Tiểu tư sản', aliases: ['tiểu thương', 'thợ thủ công'] },
  other: { label: 'Thành phần khác' },
} as const satisfies CodeList

export const HEALTH_STATUSES = {
  good: { label: 'Tốt' },
  fair: { label: 'Khá', aliases: ['bình thường'] },
  average: { label: 'Trung bình' },
  poor: { label: 'Yếu' },
} as const satisfies CodeList

export const HEALTH_CLASSES = {
  '1': { label: 'Loại I' },
  '2': { label: 'Loại II' },
  '3': { label: 'Loại III' },
  '4': { label: 'Loại IV' },
  '5': { label: 'Loại V' },
} as const satisfies CodeList

export const BLOOD_GROUPS = {
  'A+': { label: 'A+', aliases: ['a'] },
  'A-': { label: 'A−' },
  'B+': { label: 'B+', aliases: ['b'] },
  'B-': { label: 'B−' },
  'O+': { label: 'O+', aliases: ['o'] },
  'O-': { label: 'O−' },
  'AB+': { label: 'AB+', aliases: ['ab'] },
  'AB-': { label: 'AB−' },
} as const satisfies CodeList

export const POLICY_CATEGORIES = {
  war_invalid: { label: 'Thương binh' },
  sick_soldier: { label: 'Bệnh binh' },
  martyr_child: { label: 'Con liệt sĩ' },
  war_invalid_child: { label: 'Con thương binh' },
  sick_soldier_child: { label: 'Con bệnh binh' },
  merit: { label: 'Người có công với cách mạng' },
  merit_child: { label: 'Con người có công với cách mạng' },
  agent_orange: { label: 'Người nhiễm chất độc hóa học' },
  other: { label: 'Đối tượng chính sách khác' },
} as const satisfies CodeList

export const WAR_INVALID_GRADES = {
  '1/4': { label: 'Hạng 1/4' },
  '2/4': { label: 'Hạng 2/4' },
  '3/4': { label: 'Hạng 3/4' },
  '4/4': { label: 'Hạng 4/4' },
} as const satisfies CodeList

export const RELATIVE_SIDES = {
  own: { label: 'Bên bản thân' },
  spouse: { label: 'Bên vợ (chồng)' },
} as const satisfies CodeList

/** The relations of NĐ 172/2025 Đ2.11 that conflicts go by, and those the résumé asks besides. */
export const RELATIONS = {
  spouse: { label: 'Vợ hoặc chồng', aliases: ['vợ', 'chồng'] },
  parent: { label: 'Cha hoặc mẹ đẻ', aliases: ['bố', 'cha', 'mẹ', 'bố đẻ', 'mẹ đẻ'] },
  adoptive_parent: { label: 'Cha hoặc mẹ nuôi', aliases: ['bố nuôi', 'mẹ nuôi'] },
  parent_in_law: {
    label: 'Cha hoặc mẹ vợ (chồng)',
    aliases: ['bố vợ', 'mẹ vợ', 'bố chồng', 'mẹ chồng'],
  },
  child: { label: 'Con đẻ', aliases: ['con', 'con trai', 'con gái'] },
  adopted_child: { label: 'Con nuôi' },
  child_in_law: { label: 'Con dâu hoặc con rể', aliases: ['con dâu', 'con rể'] },
  sibling: {
    label: 'Anh, chị, em ruột',
    aliases: ['anh ruột', 'chị ruột', 'em ruột', 'anh', 'chị', 'em'],
  },
  spouse_sibling: { label: 'Anh, chị, em ruột của vợ hoặc chồng' },
  sibling_spouse: { label: 'Vợ hoặc chồng của anh, chị, em ruột' },
  aunt_uncle: { label: 'Cô, dì, chú, bác, cậu ruột' },
  niece_nephew: { label: 'Cháu ruột' },
  grandparent: { label: 'Ông, bà', aliases: ['ông nội', 'bà nội', 'ông ngoại', 'bà ngoại'] },
} as const satisfies CodeList

export const ASSET_DECLARATIONS = {
  first: { label: 'Kê khai lần đầu' },
  yearly: { label: 'Kê khai hằng năm' },
  additional: { label: 'Kê khai bổ sung' },
  for_appointment: { label: 'Kê khai phục vụ công tác cán bộ' },
} as const satisfies CodeList

export const CLASSIFICATIONS = {
  none: { label: 'Không mật' },
  confidential: { label: 'Mật' },
  secret: { label: 'Tối mật' },
  top_secret: { label: 'Tuyệt mật' },
} as const satisfies CodeList
