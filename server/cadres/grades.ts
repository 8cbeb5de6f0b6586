import type { CodeList } from '#server/kernel/code-list.ts'

/** What the statutory forms count: a grade with all equal to it, or the rank of a title. */
export const GRADE_CLASSES = {
  '01.001': { label: 'Chuyên viên cao cấp và tương đương' },
  '01.002': { label: 'Chuyên viên chính và tương đương' },
  '01.003': { label: 'Chuyên viên và tương đương' },
  '01.004': { label: 'Cán sự và tương đương' },
  '01.005': { label: 'Nhân viên' },
  rank_1: { label: 'Chức danh nghề nghiệp hạng I' },
  rank_2: { label: 'Chức danh nghề nghiệp hạng II' },
  rank_3: { label: 'Chức danh nghề nghiệp hạng III' },
  rank_4: { label: 'Chức danh nghề nghiệp hạng IV' },
  rank_5: { label: 'Chức danh nghề nghiệp hạng V' },
} as const satisfies CodeList

/** A grade (ngạch) of civil servants or a professional title (chức danh nghề nghiệp). */
interface Grade {
  label: string
  short?: string
  counted: keyof typeof GRADE_CLASSES
  /** Tables of Nghị định 204/2004/NĐ-CP that may pay it; none where only what is held can tell. */
  tables: readonly string[]
}

interface Class extends Pick<Grade, 'counted' | 'tables'> {
  grades: Readonly<Record<string, string>>
}

/**
 * Quyết định 78/2004/QĐ-BNV and later lists. Equal grades are paid by either group of one type, and
 * titles of one rank by different types: the step and coefficient somebody holds tell which.
 */
const CLASSES: readonly Class[] = [
  {
    counted: '01.001',
    tables: ['A3.1', 'A3.2'],
    grades: {
      '03.299': 'Chấp hành viên cao cấp',
      '04.023': 'Thanh tra viên cao cấp',
      '06.029': 'Kế toán viên cao cấp',
      '06.036': 'Kiểm tra viên cao cấp thuế',
      '06.041': 'Kiểm toán viên cao cấp',
      '07.044': 'Kiểm soát viên cao cấp ngân hàng',
      '08.049': 'Kiểm tra viên cao cấp hải quan',
      '09.066': 'Kiểm dịch viên cao cấp động, thực vật',
      '12.084': 'Thẩm kế viên cao cấp',
      '21.187': 'Kiểm soát viên cao cấp thị trường',
    },
  },
  {
    counted: '01.002',
    tables: ['A2.1', 'A2.2'],
    grades: {
      '02.006': 'Văn thư viên chính',
      '03.017': 'Chấp hành viên cấp tỉnh',
      '03.300': 'Chấp hành viên trung cấp',
      '04.024': 'Thanh tra viên chính',
      '06.030': 'Kế toán viên chính',
      '06.037': 'Kiểm tra viên chính thuế',
      '06.042': 'Kiểm toán viên chính',
      '07.045': 'Kiểm soát viên chính ngân hàng',
      '08.050': 'Kiểm tra viên chính hải quan',
      '09.067': 'Kiểm dịch viên chính động, thực vật',
      '10.225': 'Kiểm lâm viên chính',
      '11.081': 'Kiểm soát viên chính đê điều',
      '12.085': 'Thẩm kế viên chính',
      '21.188': 'Kiểm soát viên chính thị trường',
    },
  },
  {
    counted: '01.003',
    tables: ['A1'],
    grades: {
      '02.007': 'Văn thư viên',
      '03.018': 'Chấp hành viên cấp huyện',
      '03.301': 'Chấp hành viên sơ cấp',
      '04.025': 'Thanh tra viên',
      '06.031': 'Kế toán viên',
      '06.038': 'Kiểm tra viên thuế',
      '06.043': 'Kiểm toán viên',
      '07.046': 'Kiểm soát viên ngân hàng',
      '08.051': 'Kiểm tra viên hải quan',
      '09.068': 'Kiểm dịch viên động, thực vật',
      '10.226': 'Kiểm lâm viên',
      '11.082': 'Kiểm soát viên đê điều',
      '12.086': 'Thẩm kế viên',
      '21.189': 'Kiểm soát viên thị trường',
    },
  },
  {
    counted: '01.004',
    tables: ['A0', 'B'],
    grades: {
      '02.008': 'Văn thư viên trung cấp',
      '06.032': 'Kế toán viên trung cấp',
      '06.039': 'Kiểm tra viên trung cấp thuế',
      '10.228': 'Kiểm lâm viên trung cấp',
    },
  },
  {
    counted: '01.005',
    tables: ['B', 'C1', 'C2', 'C3'],
    grades: {
      '01.008': 'Nhân viên văn thư',
      '01.009': 'Nhân viên phục vụ',
      '01.010': 'Lái xe cơ quan',
      '01.011': 'Nhân viên bảo vệ',
    },
  },
  {
    counted: 'rank_1',
    tables: [],
    grades: {
      'V.07.01.01': 'Giảng viên cao cấp',
      'V.07.02.24': 'Giáo viên mầm non hạng I',
      'V.07.03.27': 'Giáo viên tiểu học hạng I',
      'V.07.04.30': 'Giáo viên trung học cơ sở hạng I',
      'V.07.05.13': 'Giáo viên trung học phổ thông hạng I',
      'V.08.01.01': 'Bác sĩ cao cấp',
    },
  },
  {
    counted: 'rank_2',
    tables: [],
    grades: {
      'V.07.01.02': 'Giảng viên chính',
      'V.07.02.25': 'Giáo viên mầm non hạng II',
      'V.07.03.28': 'Giáo viên tiểu học hạng II',
      'V.07.04.31': 'Giáo viên trung học cơ sở hạng II',
      'V.07.05.14': 'Giáo viên trung học phổ thông hạng II',
      'V.08.01.02': 'Bác sĩ chính',
      'V.08.05.11': 'Điều dưỡng hạng II',
    },
  },
  {
    counted: 'rank_3',
    tables: [],
    grades: {
      'V.07.01.03': 'Giảng viên',
      'V.07.01.23': 'Trợ giảng',
      'V.07.02.26': 'Giáo viên mầm non hạng III',
      'V.07.03.29': 'Giáo viên tiểu học hạng III',
      'V.07.04.32': 'Giáo viên trung học cơ sở hạng III',
      'V.07.05.15': 'Giáo viên trung học phổ thông hạng III',
      'V.08.01.03': 'Bác sĩ',
      'V.08.05.12': 'Điều dưỡng hạng III',
    },
  },
  { counted: 'rank_4', tables: [], grades: { 'V.08.05.13': 'Điều dưỡng hạng IV' } },
]

/** The grades people of the province hold most, by the table that pays each. */
const GENERAL: Readonly<Record<string, Grade>> = {
  '01.001': {
    label: 'Chuyên viên cao cấp',
    short: 'CVCC',
    counted: '01.001',
    tables: ['A3.1'],
  },
  '01.002': { label: 'Chuyên viên chính', short: 'CVC', counted: '01.002', tables: ['A2.1'] },
  '01.003': { label: 'Chuyên viên', short: 'CV', counted: '01.003', tables: ['A1'] },
  '01.004': { label: 'Cán sự', short: 'CS', counted: '01.004', tables: ['A0', 'B'] },
  '01.005': {
    label: 'Nhân viên',
    short: 'NV',
    counted: '01.005',
    tables: ['B', 'C1', 'C2', 'C3'],
  },
}

export const GRADES: Readonly<Record<string, Grade>> = {
  ...GENERAL,
  ...Object.fromEntries(
    CLASSES.flatMap(({ counted, tables, grades }) =>
      Object.entries(grades).map(([code, label]) => [code, { label, counted, tables }]),
    ),
  ),
}

/**
 * Codes this list does not have are taken as they are (mã khác), typed or imported: there are about
 * two hundred titles, and a record is not refused for one that nobody has put here yet.
 */
export const OTHER_GRADES = {
  form: /^(\d{2}\.\d{3}|V\.\d{2}\.\d{2}\.\d{2})$/,
  like: '01.003, V.07.03.29',
}
