import type { CodeList } from '#server/kernel/code-list.ts'

/** Three kinds of job position (Luật 80/2025/QH15). */
export const POSITION_KINDS = {
  leadership: { label: 'Lãnh đạo, quản lý' },
  professional: { label: 'Chuyên môn, nghiệp vụ' },
  support: { label: 'Hỗ trợ, phục vụ' },
} as const satisfies CodeList

/** What a standard can ask for, in the order of a file. */
export const REQUIREMENTS = {
  degree: { label: 'Trình độ chuyên môn' },
  fields: { label: 'Ngành đào tạo' },
  political_theory: { label: 'Lý luận chính trị' },
  state_management: { label: 'Quản lý nhà nước' },
  language: { label: 'Ngoại ngữ' },
  it: { label: 'Tin học' },
  skills: { label: 'Kỹ năng công tác' },
  experience_years: { label: 'Số năm công tác' },
  other: { label: 'Yêu cầu khác' },
} as const satisfies CodeList

export type Requirement = keyof typeof REQUIREMENTS
