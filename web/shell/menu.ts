import {
  AimOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BellOutlined,
  BranchesOutlined,
  BulbOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  DashboardOutlined,
  EditOutlined,
  EnvironmentOutlined,
  FallOutlined,
  FileDoneOutlined,
  FileProtectOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FormOutlined,
  GlobalOutlined,
  IdcardOutlined,
  ImportOutlined,
  KeyOutlined,
  LikeOutlined,
  MergeOutlined,
  MessageOutlined,
  NotificationOutlined,
  PieChartOutlined,
  ProfileOutlined,
  ReadOutlined,
  ReconciliationOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  StarOutlined,
  TeamOutlined,
  TrophyOutlined,
} from '@ant-design/icons'
import type { LinkProps } from '@tanstack/react-router'
import type { Output } from '#web/lib/api.ts'
import type { Language } from '#web/lib/language.ts'
import { mayOf } from '#web/lib/session.ts'
import { OwnCount } from '#web/tasks/OwnCount.tsx'

type Said = Record<Language, string>

export interface Entry extends Said {
  to: NonNullable<LinkProps['to']>
  icon: typeof AimOutlined
  /** The operation a reader must be allowed to ask for. */
  needs: string
  /** How much waits behind the entry. */
  counts?: typeof OwnCount
}

/** The menu in the order of an office's day: the people, the work with them, what directives ask. */
const SECTIONS: { title?: Said; entries: Entry[] }[] = [
  {
    entries: [
      {
        to: '/tong-quan',
        vi: 'Tổng quan',
        en: 'Overview',
        icon: DashboardOutlined,
        needs: 'cadres.overview',
      },
      {
        to: '/viec-cua-toi',
        vi: 'Việc của tôi',
        en: 'My tasks',
        icon: BellOutlined,
        needs: 'tasks.own',
        counts: OwnCount,
      },
      {
        to: '/lich',
        vi: 'Lịch',
        en: 'Calendar',
        icon: ScheduleOutlined,
        needs: 'agenda.list',
      },
      {
        to: '/den-han',
        vi: 'Việc đến hạn',
        en: 'Due dates',
        icon: CalendarOutlined,
        needs: 'due.list',
      },
    ],
  },
  {
    title: { vi: 'Đội ngũ', en: 'Staff' },
    entries: [
      {
        to: '/ho-so',
        vi: 'Hồ sơ cán bộ',
        en: 'Cadre records',
        icon: IdcardOutlined,
        needs: 'cadres.list',
      },
      {
        to: '/ho-so/day-du',
        vi: 'Độ đầy đủ hồ sơ',
        en: 'Completeness',
        icon: PieChartOutlined,
        needs: 'cadres.completeness',
      },
      {
        to: '/duyet-ke-khai',
        vi: 'Duyệt kê khai',
        en: 'Declarations',
        icon: CheckSquareOutlined,
        needs: 'cadres.decide_declaration',
      },
      {
        to: '/bo-sung-ly-lich',
        vi: 'Bổ sung lý lịch',
        en: 'Yearly supplement',
        icon: FormOutlined,
        needs: 'cadres.supplement_progress',
      },
      {
        to: '/ho-so-trung',
        vi: 'Hồ sơ trùng',
        en: 'Duplicate records',
        icon: MergeOutlined,
        needs: 'cadres.duplicates',
      },
      {
        to: '/to-chuc',
        vi: 'Tổ chức, biên chế',
        en: 'Organisation, quotas',
        icon: ApartmentOutlined,
        needs: 'organisation.tree',
      },
      {
        to: '/bien-che',
        vi: 'Biên chế, vị trí',
        en: 'Quotas, job positions',
        icon: SolutionOutlined,
        needs: 'cadres.quotas',
      },
      {
        to: '/sap-xep',
        vi: 'Sắp xếp tổ chức',
        en: 'Reorganisation',
        icon: BranchesOutlined,
        needs: 'reorganisations.plans',
      },
      {
        to: '/tinh-gian',
        vi: 'Tinh giản biên chế',
        en: 'Streamlining',
        icon: FallOutlined,
        needs: 'reorganisations.streamlining',
      },
    ],
  },
  {
    title: { vi: 'Công tác cán bộ', en: 'Cadre work' },
    entries: [
      {
        to: '/danh-gia',
        vi: 'Đánh giá, xếp loại',
        en: 'Evaluation',
        icon: StarOutlined,
        needs: 'evaluation.board',
      },
      {
        to: '/danh-gia/cua-toi',
        vi: 'Đánh giá của tôi',
        en: 'My evaluation',
        icon: TrophyOutlined,
        needs: 'evaluation.own_list',
      },
      {
        to: '/kiem-tra-kien-thuc',
        vi: 'Kiểm tra kiến thức',
        en: 'Knowledge test',
        icon: FileDoneOutlined,
        needs: 'exams.rounds',
      },
      {
        to: '/bai-kiem-tra',
        vi: 'Bài kiểm tra của tôi',
        en: 'My knowledge tests',
        icon: EditOutlined,
        needs: 'exams.own',
      },
      {
        to: '/kiem-tra-giam-sat',
        vi: 'Kiểm tra, giám sát',
        en: 'Inspection',
        icon: FileSearchOutlined,
        needs: 'inspection.list',
      },
      {
        to: '/de-xuat',
        vi: 'Dám nghĩ, dám làm',
        en: 'Those who dare',
        icon: BulbOutlined,
        needs: 'inspection.proposals',
      },
      {
        to: '/phan-cap',
        vi: 'Phân cấp',
        en: 'Delegation',
        icon: AuditOutlined,
        needs: 'authority.delegations',
      },
    ],
  },
  {
    title: { vi: 'Thực hiện đề án', en: 'Carrying directives out' },
    entries: [
      {
        to: '/chi-tieu',
        vi: 'Chỉ tiêu, đề án',
        en: 'Targets, schemes',
        icon: AimOutlined,
        needs: 'directives.targets',
      },
      {
        to: '/nhiem-vu',
        vi: 'Việc giao',
        en: 'Tasks',
        icon: ProfileOutlined,
        needs: 'tasks.list',
      },
      {
        to: '/theo-doi-co-so',
        vi: 'Theo dõi cơ sở',
        en: 'Oversight of communes',
        icon: EnvironmentOutlined,
        needs: 'reorganisations.oversight',
      },
      {
        to: '/bieu-mau',
        vi: 'Biểu mẫu, báo cáo',
        en: 'Forms, reports',
        icon: FileTextOutlined,
        needs: 'reports.form',
      },
      {
        to: '/bao-cao-dinh-ky',
        vi: 'Báo cáo định kỳ',
        en: 'Periodic reports',
        icon: ReconciliationOutlined,
        needs: 'periodic_reports.board',
      },
    ],
  },
  {
    title: { vi: 'Công khai, phổ biến', en: 'Publicity, learning' },
    entries: [
      {
        to: '/hoc-tap-cua-toi',
        vi: 'Học tập của tôi',
        en: 'My learning',
        icon: ReadOutlined,
        needs: 'publicity.own',
      },
      {
        to: '/cong-khai',
        vi: 'Công khai',
        en: 'Publicity',
        icon: GlobalOutlined,
        needs: 'publicity.publications',
      },
      {
        to: '/gop-y',
        vi: 'Góp ý, đơn thư',
        en: 'Petitions',
        icon: MessageOutlined,
        needs: 'publicity.petitions',
      },
      {
        to: '/pho-bien',
        vi: 'Phổ biến, quán triệt',
        en: 'Briefings',
        icon: NotificationOutlined,
        needs: 'publicity.briefings',
      },
      {
        to: '/cam-ket',
        vi: 'Cam kết tu dưỡng',
        en: 'Pledges',
        icon: LikeOutlined,
        needs: 'publicity.pledge_board',
      },
      {
        to: '/quy-che',
        vi: 'Quy chế nội bộ',
        en: 'Regulations',
        icon: FileProtectOutlined,
        needs: 'publicity.regulations',
      },
    ],
  },
  {
    title: { vi: 'Căn cứ và dữ liệu', en: 'Sources' },
    entries: [
      {
        to: '/nhap-du-lieu',
        vi: 'Nhập dữ liệu',
        en: 'Import',
        icon: ImportOutlined,
        needs: 'cadres.import',
      },
      {
        to: '/nhat-ky',
        vi: 'Nhật ký',
        en: 'Log',
        icon: SafetyCertificateOutlined,
        needs: 'audit.entries',
      },
      {
        to: '/tai-khoan',
        vi: 'Tài khoản',
        en: 'Accounts',
        icon: TeamOutlined,
        needs: 'access.accounts',
      },
      {
        to: '/vai-tro',
        vi: 'Vai trò, quyền',
        en: 'Roles, rights',
        icon: KeyOutlined,
        needs: 'access.roles',
      },
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
