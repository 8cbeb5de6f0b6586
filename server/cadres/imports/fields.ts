import {
  DEGREES,
  EMPLOYMENT_KINDS,
  POLITICAL_THEORY,
  SEXES,
  STATE_MANAGEMENT,
} from '#server/cadres/code-lists.ts'
import type { CodeList } from '#server/kernel/code-list.ts'

interface Field {
  label: string
  /** Headings in canonical form (lower case, no marks), by |, the most usual first. */
  headings: string
  /** Several columns may carry it: parts of a name, ratings of several years. */
  several?: boolean
  /** Columns headed by one value of this list hold marks: Nam | Nữ, ThS | ĐH | CĐ. */
  marks?: CodeList
}

/** All that a list may tell about a person; `ordinal` and `note` are known and left alone. */
export const FIELDS = {
  ordinal: { label: 'Số thứ tự (không nhập)', headings: 'tt|stt|so tt|so thu tu' },
  full_name: {
    label: 'Họ và tên khai sinh',
    headings: 'ho va ten|ho ten|ho va ten khai sinh|ho chu dem va ten|ho dem|ten',
    several: true,
  },
  other_names: { label: 'Tên gọi khác', headings: 'ten goi khac|bi danh|ten thuong goi' },
  birth_date: {
    label: 'Ngày sinh',
    headings: 'ngay sinh|ngay thang nam sinh|nam sinh|ngay thang sinh|sinh ngay|ngay sinh nam sinh',
  },
  birth_date_male: {
    label: 'Ngày sinh (nam)',
    headings: 'ngay sinh nam|nam sinh nam|ngay thang nam sinh nam',
  },
  birth_date_female: {
    label: 'Ngày sinh (nữ)',
    headings: 'ngay sinh nu|nam sinh nu|ngay thang nam sinh nu',
  },
  sex: { label: 'Giới tính', headings: 'gioi tinh|nam nu|gioi', marks: SEXES },
  ethnicity: { label: 'Dân tộc', headings: 'dan toc' },
  religion: { label: 'Tôn giáo', headings: 'ton giao' },
  home_place: { label: 'Quê quán', headings: 'que quan|nguyen quan|que' },
  birth_place: { label: 'Nơi sinh', headings: 'noi sinh' },
  permanent_address: {
    label: 'Nơi thường trú',
    headings: 'ho khau thuong tru|noi thuong tru|thuong tru|hktt',
  },
  current_address: {
    label: 'Nơi ở hiện nay',
    headings: 'noi o hien nay|cho o hien nay|dia chi|noi o',
  },
  national_id: {
    label: 'Số định danh cá nhân (CCCD)',
    headings:
      'so cccd|cccd|so dinh danh|so dinh danh ca nhan|can cuoc cong dan|so can cuoc|cccd cmnd|so cccd cmnd|so cmnd cccd',
  },
  old_id_number: { label: 'Số CMND cũ', headings: 'cmnd|so cmnd|chung minh nhan dan' },
  staff_number: {
    label: 'Số hiệu cán bộ, công chức',
    headings: 'so hieu|so hieu cbccvc|so hieu cong chuc|ma can bo|ma cbccvc|so hieu can bo',
  },
  phone: { label: 'Điện thoại', headings: 'dien thoai|so dien thoai|sdt|so dt' },
  email: { label: 'Thư điện tử', headings: 'email|thu dien tu|e mail' },
  social_insurance_no: { label: 'Số sổ BHXH', headings: 'so bhxh|so so bhxh|bhxh' },
  unit: {
    label: 'Đơn vị công tác',
    headings:
      'don vi|don vi cong tac|co quan don vi|noi cong tac|co quan cong tac|phong ban|don vi hien tai|don vi cong tac hien nay|phong|xa phuong',
  },
  post: {
    label: 'Chức vụ, chức danh hiện giữ',
    headings:
      'chuc vu|chuc danh|chuc vu chuc danh|chuc vu hien nay|chuc vu hien tai|chuc vu cong tac|chuc vu chuc danh hien nay|chuc vu don vi|chuc vu don vi cong tac|chuc vu don vi cong tac hien nay|chuc vu don vi hien tai|chuc danh cong tac|chuc vu chuc danh dang dam nhiem|cong viec dang lam',
  },
  post_since: {
    label: 'Ngày giữ chức vụ',
    headings:
      'ngay giu chuc vu|ngay bo nhiem|thoi gian giu chuc vu|thoi diem bo nhiem|ngay giu chuc vu hien nay|giu chuc vu tu|thoi diem giu chuc vu|ngay thang nam bo nhiem',
  },
  employment_kind: {
    label: 'Loại cán bộ, công chức, viên chức',
    headings: 'loai hinh|doi tuong|loai can bo|can bo cong chuc|loai lao dong',
    marks: EMPLOYMENT_KINDS,
  },
  first_recruited_on: {
    label: 'Ngày tuyển dụng lần đầu',
    headings:
      'ngay tuyen dung|ngay vao co quan|thoi gian tuyen dung|nam tuyen dung|ngay vao nganh|ngay tuyen dung lan dau',
  },
  party_member: { label: 'Là đảng viên (đánh dấu)', headings: 'dang vien|la dang vien' },
  party_joined: {
    label: 'Ngày vào Đảng',
    headings:
      'ngay vao dang|ngay vao dang du bi|vao dang|ngay ket nap|ngay ket nap dang|ngay vao dang du bi chinh thuc|ngay thang nam vao dang',
  },
  party_official: {
    label: 'Ngày vào Đảng chính thức',
    headings: 'ngay vao dang chinh thuc|ngay chinh thuc|chinh thuc',
  },
  degree: {
    label: 'Trình độ chuyên môn cao nhất',
    headings:
      'trinh do chuyen mon|td cm|tdcm|chuyen mon|bang cap|trinh do dao tao|trinh do cm|trinh do|cm',
    marks: DEGREES,
  },
  major: {
    label: 'Chuyên ngành',
    headings: 'chuyen nganh|nganh dao tao|nganh|chuyen nganh dao tao|c nganh',
  },
  study_mode: {
    label: 'Hình thức đào tạo',
    headings: 'hinh thuc dao tao|he dao tao|loai hinh dao tao|he',
  },
  school: { label: 'Nơi đào tạo', headings: 'truong dao tao|noi dao tao|co so dao tao' },
  political_theory: {
    label: 'Lý luận chính trị',
    headings: 'ly luan chinh tri|llct|trinh do llct|trinh do ly luan chinh tri|chinh tri',
    marks: POLITICAL_THEORY,
  },
  state_management: {
    label: 'Quản lý nhà nước',
    headings: 'quan ly nha nuoc|qlnn|ql nha nuoc|trinh do qlnn',
    marks: STATE_MANAGEMENT,
  },
  language: {
    label: 'Ngoại ngữ',
    headings: 'ngoai ngu|nn|tieng anh|trinh do ngoai ngu',
  },
  it: { label: 'Tin học', headings: 'tin hoc|th|cntt|trinh do tin hoc' },
  general_education: {
    label: 'Giáo dục phổ thông',
    headings:
      'van hoa|trinh do van hoa|vh|gdpt|giao duc pho thong|hoc van|trinh do gdpt|trinh do hoc van|trinh do pho thong',
  },
  grade: {
    label: 'Ngạch hoặc chức danh nghề nghiệp',
    headings: 'ngach|ma ngach|ma so ngach|ngach luong|ngach bac he so|ngach cong chuc',
  },
  step: { label: 'Bậc lương', headings: 'bac|bac luong' },
  coefficient: {
    label: 'Hệ số lương',
    headings: 'he so|he so luong|hsl|hs luong|hs',
  },
  rating: {
    label: 'Xếp loại chất lượng hằng năm',
    headings:
      'xep loai|ket qua xep loai|danh gia xep loai|ket qua danh gia|danh gia|xl|xep loai 3 nam|xl 3 nam',
    several: true,
  },
  planned_title: {
    label: 'Chức danh được quy hoạch',
    headings: 'quy hoach|duoc quy hoach|chuc danh quy hoach|quy hoach chuc danh',
  },
  note: {
    label: 'Không nhập',
    headings: 'ghi chu|qua trinh cong tac|tom tat qua trinh cong tac',
  },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof FIELDS

/** What a column is read as: a field, or one value of it marked with an x. */
export interface Target {
  field: FieldName
  marked?: string
}

export const fieldOf = (name: FieldName): Field => FIELDS[name]

export const targetName = ({ field, marked }: Target): string =>
  marked ? `${field}:${marked}` : field

/** `sex:female` → the column marks women; undefined when there is no such field or value. */
export function targetOf(name: string): Target | undefined {
  const [field = '', marked] = name.split(':')
  if (!(field in FIELDS)) return undefined
  const target: Target = { field: field as FieldName, marked }
  return marked === undefined || fieldOf(target.field).marks?.[marked] ? target : undefined
}

/** Everything a column can be mapped to, with its label, in the order of a usual list. */
export const targets: readonly { name: string; label: string }[] = Object.entries(FIELDS).flatMap(
  ([name, field]: [string, Field]) => [
    { name, label: field.label },
    ...Object.entries(field.marks ?? {}).map(([code, value]) => ({
      name: `${name}:${code}`,
      label: `${field.label}: ${value.label} (đánh dấu x)`,
    })),
  ],
)
