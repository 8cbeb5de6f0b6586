import type { CodeList } from '#server/kernel/code-list.ts'
import { RANKS } from '#server/organisation/code-lists.ts'
import * as known from '../code-lists.ts'
import { ETHNICITIES } from '../ethnicities.ts'
import { GRADES, OTHER_GRADES } from '../grades.ts'
import * as merit from './codes-of-merit.ts'
import * as person from './codes-of-person.ts'
import * as work from './codes-of-work.ts'

export interface NamedList {
  /** The text the list is taken from, or whose convention it is. */
  source: string
  codes: CodeList
  /** Codes outside the list that are taken as well, by their form. */
  others?: { form: RegExp; like: string }
}

const FORMS = 'Mẫu 2C-BNV/2008 và Thông tư 06/2023/TT-BNV'
const of = (codes: CodeList, source: string = FORMS): NamedList => ({ codes, source })

/** Every list a column of the record may take its codes from. */
export const LISTS = {
  sex: of(known.SEXES),
  ethnicity: of(ETHNICITIES, 'Danh mục các dân tộc Việt Nam'),
  religion: of(known.RELIGIONS),
  nationality: of(person.NATIONALITIES),
  marital_status: of(person.MARITAL_STATUSES),
  class_origin: of(person.CLASS_ORIGINS, 'Mẫu 2C/TCTW-98, mục 10'),
  classification: of(person.CLASSIFICATIONS, 'Luật Bảo vệ bí mật nhà nước'),
  health_status: of(person.HEALTH_STATUSES),
  health_class: of(person.HEALTH_CLASSES, 'Phân loại sức khỏe của Bộ Y tế'),
  blood_group: of(person.BLOOD_GROUPS),
  policy_category: of(person.POLICY_CATEGORIES),
  war_invalid_grade: of(person.WAR_INVALID_GRADES),
  recruitment: of(work.RECRUITMENTS, 'Nghị định 170/2025/NĐ-CP và các văn bản trước'),
  employment_kind: of(known.EMPLOYMENT_KINDS, 'Luật Cán bộ, công chức 2025'),
  rank: of(RANKS, 'Quy ước của hệ thống'),
  holding: of(work.HOLDINGS, 'Quy ước của hệ thống'),
  entry: of(known.TENURE_ENTRIES, 'Nghị định 170/2025/NĐ-CP'),
  political_system: of(work.POLITICAL_SYSTEMS, 'Quy ước của hệ thống'),
  grade: {
    ...of(GRADES, 'Quyết định 78/2004/QĐ-BNV và các danh mục chức danh nghề nghiệp'),
    others: OTHER_GRADES,
  },
  raise: of(work.RAISES, 'Thông tư 08/2013/TT-BNV'),
  retirement_basis: of(work.RETIREMENT_BASES, 'Nghị định 135/2020/NĐ-CP, Nghị định 83/2022/NĐ-CP'),
  allowance: of(work.ALLOWANCES, 'Nghị định 204/2004/NĐ-CP'),
  party_status: of(work.PARTY_STATUSES, 'Biểu thống kê 1-BTCTW'),
  party_badge: of(work.PARTY_BADGES, 'Biểu thống kê 7-BTCTW'),
  union: of(work.UNIONS),
  military_rank: of(work.MILITARY_RANKS, 'Luật Sĩ quan Quân đội nhân dân'),
  degree: of(known.DEGREES, 'BM01 của Thông tư 11/2012/TT-BNV'),
  field: of(known.FIELDS, 'Đề án 01-ĐA/TU (Quảng Bình)'),
  study_mode: of(known.STUDY_MODES),
  grading: of(work.GRADINGS),
  certificate_kind: of(work.CERTIFICATE_KINDS),
  political_theory: of(known.POLITICAL_THEORY, 'BM01 của Thông tư 11/2012/TT-BNV'),
  state_management: of(known.STATE_MANAGEMENT, 'BM01 của Thông tư 11/2012/TT-BNV'),
  language: of(known.LANGUAGE_LEVELS, 'Khung năng lực ngoại ngữ 6 bậc'),
  it: of(known.IT_LEVELS, 'Thông tư 03/2014/TT-BTTTT'),
  skills: of(known.SKILL_LEVELS, 'Kế hoạch 12/KH-UBND (Lạng Sơn)'),
  defence: of(work.DEFENCE_GROUPS, 'Luật Giáo dục quốc phòng và an ninh'),
  ethnic_language: of(work.SPOKEN_LEVELS),
  academic_title: of(work.ACADEMIC_TITLES),
  course_kind: of(work.COURSE_KINDS),
  rating: of(known.RATING_LEVELS, 'Nghị định 335/2025/NĐ-CP và các văn bản trước'),
  award: of(merit.AWARDS, 'Luật Thi đua, khen thưởng 2022'),
  emulation_title: of(merit.EMULATION_TITLES, 'Luật Thi đua, khen thưởng 2022'),
  discipline_system: of(merit.DISCIPLINE_SYSTEMS, 'Quy ước của hệ thống'),
  discipline: of(merit.DISCIPLINES, 'Luật Cán bộ, công chức 2025 và Điều lệ Đảng'),
  complaint_kind: of(merit.COMPLAINT_KINDS, 'Luật Khiếu nại, Luật Tố cáo'),
  movement: of(work.MOVEMENTS, 'Nghị định 170/2025/NĐ-CP'),
  relation: of(person.RELATIONS, 'Nghị định 172/2025/NĐ-CP Điều 2 khoản 11; mẫu 2C mục 30'),
  relative_side: of(person.RELATIVE_SIDES),
  asset_declaration: of(person.ASSET_DECLARATIONS, 'Nghị định 130/2020/NĐ-CP'),
  comment_source: of(merit.COMMENT_SOURCES, 'Nghị định 170/2025/NĐ-CP'),
  file_kind: of(merit.FILE_KINDS, 'Quyết định 02/2008/QĐ-BNV'),
  copy_kind: of(merit.COPY_KINDS),
} as const satisfies Record<string, NamedList>

export type ListName = keyof typeof LISTS
