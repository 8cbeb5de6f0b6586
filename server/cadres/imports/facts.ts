import type { CellValue } from '#server/office/workbook.ts'
import type { Say } from './cells.ts'
import type { KnownDate } from './date-text.ts'

export interface Level {
  level: string
  /** As written, when the level alone does not say it: `Tiếng Anh B1`. */
  name?: string
}

/** What one row says about one person; what is missing was not said. */
export interface Facts {
  full_name?: string
  other_names?: string
  birth?: KnownDate
  sex?: 'male' | 'female'
  ethnicity?: string
  religion?: string
  home_place?: string
  birth_place?: string
  permanent_address?: string
  current_address?: string
  national_id?: string
  old_id_number?: string
  staff_number?: string
  phone?: string
  email?: string
  social_insurance_no?: string
  general_education?: string
  unit?: string
  post?: string
  post_since?: string
  employment_kind?: string
  first_recruited_on?: string
  party_member?: true
  party_joined?: string
  party_official?: string
  degree?: string
  major?: string
  study_mode?: string
  school?: string
  political_theory?: Level
  state_management?: Level
  language?: Level
  it?: Level
  grade?: string
  step?: number
  coefficient?: number
  beyond_frame_percent?: number
  ratings?: readonly { year: number; level: string }[]
  planned?: { title: string; term: string }
}

/** What was understood of a cell, or why nothing was; `blocks` keeps the whole row out. */
export type Reading =
  | { facts: Facts; label: string; say?: Say }
  | { refused: Say; blocks?: boolean }

/** What a reader may know besides the cell. */
export interface About {
  today: string
  since1904: boolean
  heading: string
}

/** One cell understood as one field. */
export type Reader = (cell: CellValue, about: About) => Reading

/** Facts two columns of one row may say differently. */
export const FACT_LABELS: Partial<Record<keyof Facts, string>> = {
  birth: 'ngày sinh',
  sex: 'giới tính',
  party_joined: 'ngày vào Đảng',
  party_official: 'ngày vào Đảng chính thức',
  political_theory: 'lý luận chính trị',
  state_management: 'quản lý nhà nước',
}
