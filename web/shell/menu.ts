import {
  AimOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BranchesOutlined,
  CalendarOutlined,
  DashboardOutlined,
  EnvironmentOutlined,
  FallOutlined,
  FileTextOutlined,
  IdcardOutlined,
  ImportOutlined,
  KeyOutlined,
  MergeOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { Output } from '#web/lib/api.ts'
import { wordsOf } from '#web/lib/language.ts'
import { mayOf } from '#web/lib/session.ts'

export const menuWords = wordsOf(
  {
    main: 'Chính',
    overview: 'Tổng quan',
    staff: 'Đội ngũ',
    files: 'Hồ sơ cán bộ',
    own: 'Hồ sơ của tôi',
    organisation: 'Tổ chức, biên chế',
    due: 'Việc đến hạn',
    authority: 'Phân cấp',
    reorganisations: 'Sắp xếp tổ chức',
    streamlining: 'Tinh giản biên chế',
    oversight: 'Theo dõi cơ sở',
    targets: 'Chỉ tiêu, đề án',
    forms: 'Biểu mẫu, báo cáo',
    sources: 'Căn cứ và dữ liệu',
    imports: 'Nhập dữ liệu',
    duplicates: 'Hồ sơ trùng',
    log: 'Nhật ký',
    accounts: 'Tài khoản',
    roles: 'Vai trò, quyền',
  },
  {
    main: 'Main',
    overview: 'Overview',
    staff: 'Staff',
    files: 'Cadre records',
    own: 'My record',
    organisation: 'Organisation, quotas',
    due: 'Due dates',
    authority: 'Delegation',
    reorganisations: 'Reorganisation',
    streamlining: 'Streamlining',
    oversight: 'Oversight of communes',
    targets: 'Targets, schemes',
    forms: 'Forms, reports',
    sources: 'Sources',
    imports: 'Import',
    duplicates: 'Duplicate records',
    log: 'Log',
    accounts: 'Accounts',
    roles: 'Roles, rights',
  },
)

export interface Entry {
  to:
    | '/tong-quan'
    | '/ho-so'
    | '/den-han'
    | '/to-chuc'
    | '/phan-cap'
    | '/sap-xep'
    | '/tinh-gian'
    | '/theo-doi-co-so'
    | '/chi-tieu'
    | '/bieu-mau'
    | '/nhap-du-lieu'
    | '/ho-so-trung'
    | '/nhat-ky'
    | '/tai-khoan'
    | '/vai-tro'
  word: keyof typeof menuWords.vi
  icon: typeof AimOutlined
  needs: string
}

const SECTIONS: { word?: keyof typeof menuWords.vi; entries: Entry[] }[] = [
  {
    entries: [
      { to: '/tong-quan', word: 'overview', icon: DashboardOutlined, needs: 'cadres.overview' },
    ],
  },
  {
    word: 'staff',
    entries: [
      { to: '/ho-so', word: 'files', icon: IdcardOutlined, needs: 'cadres.list' },
      { to: '/den-han', word: 'due', icon: CalendarOutlined, needs: 'due.list' },
      { to: '/to-chuc', word: 'organisation', icon: ApartmentOutlined, needs: 'organisation.tree' },
      {
        to: '/sap-xep',
        word: 'reorganisations',
        icon: BranchesOutlined,
        needs: 'reorganisations.plans',
      },
      {
        to: '/tinh-gian',
        word: 'streamlining',
        icon: FallOutlined,
        needs: 'reorganisations.streamlining',
      },
      {
        to: '/theo-doi-co-so',
        word: 'oversight',
        icon: EnvironmentOutlined,
        needs: 'reorganisations.oversight',
      },
      { to: '/phan-cap', word: 'authority', icon: AuditOutlined, needs: 'authority.delegations' },
      { to: '/chi-tieu', word: 'targets', icon: AimOutlined, needs: 'directives.targets' },
      { to: '/bieu-mau', word: 'forms', icon: FileTextOutlined, needs: 'reports.form' },
    ],
  },
  {
    word: 'sources',
    entries: [
      { to: '/nhap-du-lieu', word: 'imports', icon: ImportOutlined, needs: 'cadres.import' },
      { to: '/ho-so-trung', word: 'duplicates', icon: MergeOutlined, needs: 'cadres.duplicates' },
      { to: '/nhat-ky', word: 'log', icon: SafetyCertificateOutlined, needs: 'audit.entries' },
      { to: '/tai-khoan', word: 'accounts', icon: TeamOutlined, needs: 'access.accounts' },
      { to: '/vai-tro', word: 'roles', icon: KeyOutlined, needs: 'access.roles' },
    ],
  },
]

type Me = Output<'GET /me'>

/** Only what the role of the reader may open. */
export const sectionsFor = (me: Me) =>
  SECTIONS.map((section) => ({
    ...section,
    entries: section.entries.filter(
      ({ needs }) => mayOf(me, needs) && (me.administers || needs !== 'access.accounts'),
    ),
  })).filter(({ entries }) => entries.length > 0)

/** Where a reader starts: the province, or their own record. */
export const startFor = (me: Me) => sectionsFor(me)[0]?.entries[0]?.to ?? '/ho-so'
