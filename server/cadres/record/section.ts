import type { Tables } from '#server/kernel/tables.generated.ts'
import type { Column } from './columns.ts'

/** Groups of the unified dictionary of the forms. */
export const GROUPS = {
  A: 'Nhân thân',
  B: 'Bảo hiểm, sức khỏe, chính sách',
  C: 'Tuyển dụng, công việc',
  D: 'Chức vụ',
  E: 'Lương, phụ cấp',
  F: 'Đảng, đoàn thể, quân ngũ',
  G: 'Trình độ, đào tạo',
  H: 'Quá trình',
  I: 'Gia đình, tài sản, hồ sơ gốc',
} as const

export type GroupCode = keyof typeof GROUPS

export type RestrictedGroup =
  | 'identity_numbers'
  | 'family'
  | 'personal_history'
  | 'health'
  | 'assets'
  | 'political_clearance'
  | 'complaints'
  | 'ballots'

/** One kind of fact: where it is stored, what it says, who may read it. */
export interface Section {
  group: GroupCode
  label: string
  table: keyof Tables
  /** `one` row a person, or `many`. */
  rows: 'one' | 'many'
  /** Read by grant and reason only. */
  restricted?: RestrictedGroup
  /** The field whose day says since when the fact is so; without it, the fact has no day. */
  since?: string
  /** The field that ends the fact; without it, a fact is corrected and never ends. */
  until?: string
  /** A person may declare changes of it; the others come by decisions of the office. */
  declared?: true
  /** Changed through its own operations only. */
  fixed?: true
  columns: Readonly<Record<string, Column>>
}
