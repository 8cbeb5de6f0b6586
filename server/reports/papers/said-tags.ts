/** A row of a table, by tag. */
export type Row = Record<string, string>
export type PaperValues = Record<string, string | Row[]>

/** A place left for the pen where the record does not say. */
export const BLANK = '……'

/** Tags that say in one line what a form asks at one place and the record keeps at several. */
export const SAID = [
  { tag: 'full_name_capitals', label: 'Họ và tên, chữ in hoa' },
  { tag: 'age', label: 'Tuổi' },
  { tag: 'province', label: 'Tỉnh' },
  { tag: 'province_capitals', label: 'Tỉnh, chữ in hoa' },
  { tag: 'managing_authority', label: 'Diện quản lý' },
  { tag: 'unit', label: 'Cơ quan, đơn vị' },
  { tag: 'as_of', label: 'Số liệu đến ngày' },
  { tag: 'printed_on', label: 'Ngày … tháng … năm … lập' },
  { tag: 'all_posts', label: 'Các chức vụ đang giữ' },
  { tag: 'concurrent_posts', label: 'Chức vụ kiêm nhiệm' },
  { tag: 'party_posts', label: 'Chức vụ Đảng đang giữ' },
  { tag: 'other_posts', label: 'Chức vụ đoàn thể, dân cử đang giữ' },
  { tag: 'first_agency', label: 'Cơ quan tuyển dụng đầu tiên' },
  { tag: 'retires_on', label: 'Ngày nghỉ hưu theo quy định' },
  { tag: 'grade_number', label: 'Mã ngạch' },
  { tag: 'position_allowance', label: 'Phụ cấp chức vụ' },
  { tag: 'allowances_said', label: 'Các phụ cấp khác đang hưởng' },
  { tag: 'highest_degree', label: 'Trình độ chuyên môn cao nhất' },
  { tag: 'political_theory', label: 'Lý luận chính trị' },
  { tag: 'state_management', label: 'Quản lý nhà nước' },
  { tag: 'languages', label: 'Ngoại ngữ' },
  { tag: 'computing', label: 'Tin học' },
  { tag: 'unions_said', label: 'Tổ chức chính trị - xã hội, ngày tham gia' },
  { tag: 'policy_said', label: 'Đối tượng chính sách' },
  { tag: 'awards_said', label: 'Khen thưởng' },
  { tag: 'disciplines_said', label: 'Kỷ luật' },
  { tag: 'ratings_said', label: 'Xếp loại các năm gần đây' },
  { tag: 'succession_said', label: 'Quy hoạch chức danh' },
  { tag: 'left_out', label: 'Các nhóm thông tin hạn chế chưa in' },
  { tag: 'photo', label: 'Ảnh 4×6' },
  { tag: 'count', label: 'Tổng số người (danh sách trích ngang)' },
] as const

const PERIOD = { period: 'Từ tháng, năm đến tháng, năm', said: 'Việc làm, chức vụ, đơn vị' }
const FAMILY = {
  relation: 'Quan hệ',
  full_name: 'Họ và tên',
  born: 'Năm sinh',
  said: 'Quê quán, nghề nghiệp, chức vụ, đơn vị công tác, nơi ở',
}

/** Tables put together from several sections, or a part of one. */
export const SAID_TABLES: readonly {
  tag: string
  label: string
  group: string | null
  columns: Readonly<Record<string, string>>
}[] = [
  { tag: 'career', label: 'Quá trình công tác', group: null, columns: PERIOD },
  { tag: 'career_recent', label: 'Năm chặng công tác gần nhất', group: null, columns: PERIOD },
  {
    tag: 'schooling',
    label: 'Đào tạo, bồi dưỡng',
    group: null,
    columns: {
      school: 'Tên trường',
      major: 'Chuyên ngành',
      period: 'Thời gian',
      mode: 'Hình thức',
      paper: 'Văn bằng, chứng chỉ',
    },
  },
  { tag: 'relatives_own', label: 'Gia đình bản thân', group: 'family', columns: FAMILY },
  { tag: 'relatives_spouse', label: 'Gia đình vợ (chồng)', group: 'family', columns: FAMILY },
  {
    tag: 'pay_history',
    label: 'Quá trình lương',
    group: null,
    columns: { since: 'Tháng, năm', grade_step: 'Ngạch, bậc', coefficient: 'Hệ số' },
  },
  {
    tag: 'merits',
    label: 'Xếp loại, thi đua, khen thưởng từng năm',
    group: null,
    columns: { year: 'Năm', rating: 'Xếp loại', emulation: 'Danh hiệu', award: 'Khen thưởng' },
  },
  {
    tag: 'people',
    label: 'Danh sách trích ngang, mỗi người một dòng',
    group: null,
    columns: {
      no: 'STT',
      record_no: 'Mã hồ sơ',
      full_name: 'Họ và tên',
      born: 'Ngày sinh',
      sex: 'Giới tính',
      ethnicity: 'Dân tộc',
      post: 'Chức vụ, đơn vị',
      since: 'Giữ chức vụ từ',
      party_since: 'Ngày vào Đảng',
      degree: 'Trình độ chuyên môn',
      political_theory: 'Lý luận chính trị',
      state_management: 'Quản lý nhà nước',
      grade: 'Ngạch',
    },
  },
]
