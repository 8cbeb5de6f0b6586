import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { SignInPage } from './access/SignInPage.tsx'
import { text, whole, word } from './lib/address.ts'
import { Refused } from './lib/api.ts'
import { meQuestion } from './lib/session.ts'
import type { PeriodicAddress } from './periodic-reports/periodic-address.ts'
import { startFor } from './shell/menu.ts'
import { Shell } from './shell/Shell.tsx'
import { Lost, Trouble } from './shell/Trouble.tsx'

/** Every screen and its address. What is in the address is what a colleague sees too. */
const root = createRootRouteWithContext<{ client: QueryClient }>()({
  validateSearch: (search): { ngay?: string } => ({
    ngay: word(search.ngay, /^\d{4}-\d\d-\d\d$/),
  }),
  search: { middlewares: [retainSearchParams<{ ngay?: string }>(['ngay'])] },
  notFoundComponent: Lost,
  errorComponent: Trouble,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: (search): { ve?: string; loi?: string } => ({
    ve: word(search.ve, /^\/(?!\/)/),
    loi: text(search.loi),
  }),
  component: SignInPage,
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/thiet-lap',
  component: lazyRouteComponent(() => import('./access/SetUpPage.tsx'), 'SetUpPage'),
})

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location, search: { ngay } }) => {
    const me = await context.client.ensureQueryData(meQuestion).catch((problem: unknown) => {
      if (problem instanceof Refused && problem.kind === 'unauthenticated') {
        throw redirect({ to: '/dang-nhap', search: { ve: location.href } })
      }
      throw problem
    })
    if (!ngay) {
      const asOf = me.province.looksAt ?? me.today
      throw redirect({ to: '.', search: (before) => ({ ...before, ngay: asOf }), replace: true })
    }
    return { me }
  },
  component: Shell,
})

const start = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    if (me.cadreId !== null) throw redirect({ to: '/ho-so/$id', params: { id: `${me.cadreId}` } })
    throw redirect({ to: startFor(me) })
  },
})

const overview = createRoute({
  getParentRoute: () => inside,
  path: '/tong-quan',
  component: lazyRouteComponent(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
})

const targets = createRoute({
  getParentRoute: () => inside,
  path: '/chi-tieu',
  validateSearch: (search): TargetsAddress => ({
    mo: text(search.mo),
    xem: search.xem === 'don-vi' ? 'don-vi' : undefined,
    tinh: STATUSES.find((status) => status === search.tinh),
    'don-vi': whole(search['don-vi']),
  }),
  component: lazyRouteComponent(() => import('./directives/TargetsPage.tsx'), 'TargetsPage'),
})

const STATUSES = ['counted', 'unknown', 'not_counted', 'all'] as const

/** `mo`: the open target; `xem`: its table by unit; `tinh` and `don-vi`: who is listed below. */
interface TargetsAddress {
  mo?: string
  xem?: 'don-vi'
  tinh?: (typeof STATUSES)[number]
  'don-vi'?: number
}

const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/to-chuc',
  validateSearch: (search): { 'don-vi'?: number; khoi?: string } => ({
    'don-vi': whole(search['don-vi']),
    khoi: text(search.khoi),
  }),
  component: lazyRouteComponent(
    () => import('./organisation/OrganisationPage.tsx'),
    'OrganisationPage',
  ),
})

const cadres = createRoute({
  getParentRoute: () => inside,
  path: '/ho-so',
  validateSearch: (search): CadreListAddress => ({
    tim: text(search.tim),
    'don-vi': whole(search['don-vi']),
    gioi: text(search.gioi),
    chuc: text(search.chuc),
    dien: text(search.dien),
    'trinh-do': text(search['trinh-do']),
    loai: text(search.loai),
    'tu-tuoi': whole(search['tu-tuoi']),
    'den-tuoi': whole(search['den-tuoi']),
    'nghi-trong': whole(search['nghi-trong']),
    thieu: text(search.thieu),
    xep: text(search.xep),
  }),
  component: lazyRouteComponent(() => import('./cadres/ListPage.tsx'), 'ListPage'),
})

/** The filters of the list as the address spells them; `xep` is a column, with `-` from the end. */
interface CadreListAddress {
  tim?: string
  'don-vi'?: number
  gioi?: string
  chuc?: string
  dien?: string
  'trinh-do'?: string
  loai?: string
  'tu-tuoi'?: number
  'den-tuoi'?: number
  'nghi-trong'?: number
  thieu?: string
  xep?: string
}

const cadre = createRoute({
  getParentRoute: () => inside,
  path: '/ho-so/$id',
  validateSearch: (search): { muc?: string } => ({ muc: word(search.muc, /^([A-I]|tai-lieu)$/) }),
  component: lazyRouteComponent(() => import('./cadres/PersonPage.tsx'), 'PersonPage'),
})

const completeness = createRoute({
  getParentRoute: () => inside,
  path: '/ho-so/day-du',
  validateSearch: (search): { 'don-vi'?: number; thieu?: string } => ({
    'don-vi': whole(search['don-vi']),
    thieu: text(search.thieu),
  }),
  component: lazyRouteComponent(() => import('./cadres/CompletenessPage.tsx'), 'CompletenessPage'),
})

const ownRecord = createRoute({
  getParentRoute: () => inside,
  path: '/ho-so-cua-toi',
  component: lazyRouteComponent(() => import('./declarations/OwnRecordPage.tsx'), 'OwnRecordPage'),
})

const declarations = createRoute({
  getParentRoute: () => inside,
  path: '/duyet-ke-khai',
  validateSearch: (search): { mo?: number; buoc?: 'tinh' } => ({
    mo: whole(search.mo),
    buoc: search.buoc === 'tinh' ? 'tinh' : undefined,
  }),
  component: lazyRouteComponent(() => import('./declarations/InboxPage.tsx'), 'InboxPage'),
})

const supplement = createRoute({
  getParentRoute: () => inside,
  path: '/bo-sung-ly-lich',
  validateSearch: (search): SupplementAddress => ({
    dot: whole(search.dot),
    'don-vi': whole(search['don-vi']),
    loc: SUPPLEMENT_STATES.find((state) => state === search.loc),
  }),
  component: lazyRouteComponent(
    () => import('./declarations/SupplementPage.tsx'),
    'SupplementPage',
  ),
})

const SUPPLEMENT_STATES = ['done', 'waiting', 'unanswered', 'overdue'] as const

/** `dot`: the round on the board; `don-vi` and `loc`: whose names are listed. */
interface SupplementAddress {
  dot?: number
  'don-vi'?: number
  loc?: (typeof SUPPLEMENT_STATES)[number]
}

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/nhap-du-lieu',
  component: lazyRouteComponent(() => import('./imports/ImportPage.tsx'), 'ImportPage'),
})

const duplicates = createRoute({
  getParentRoute: () => inside,
  path: '/ho-so-trung',
  component: lazyRouteComponent(() => import('./merges/DuplicatesPage.tsx'), 'DuplicatesPage'),
})

const log = createRoute({
  getParentRoute: () => inside,
  path: '/nhat-ky',
  validateSearch: (search): LogAddress => ({
    ai: text(search.ai),
    viec: text(search.viec),
    'vu-viec': word(search['vu-viec'], CASE),
    loai: ACTS.find((act) => act === search.loai),
    tu: word(search.tu, DAY),
    den: word(search.den, DAY),
    trang: whole(search.trang),
  }),
  component: lazyRouteComponent(() => import('./audit/LogPage.tsx'), 'LogPage'),
})

const ACTS = ['change', 'view', 'export', 'print'] as const
const DAY = /^\d{4}-\d\d-\d\d$/
const CASE = /^[a-z_]{1,40}:\d{1,9}$/

/** The filters of the log: account, operation, case, kind, first and last day; `trang` is the page. */
interface LogAddress {
  ai?: string
  viec?: string
  'vu-viec'?: string
  loai?: (typeof ACTS)[number]
  tu?: string
  den?: string
  trang?: number
}

const authority = createRoute({
  getParentRoute: () => inside,
  path: '/phan-cap',
  validateSearch: (search): AuthorityAddress => ({
    hoi: text(search.hoi),
    'don-vi': whole(search['don-vi']),
    'linh-vuc': text(search['linh-vuc']),
    viec: text(search.viec),
  }),
  component: lazyRouteComponent(() => import('./authority/AuthorityPage.tsx'), 'AuthorityPage'),
})

/** `hoi` and `don-vi`: the question asked; `linh-vuc` and `viec`: the field and action listed. */
interface AuthorityAddress {
  hoi?: string
  'don-vi'?: number
  'linh-vuc'?: string
  viec?: string
}

const reorganisations = createRoute({
  getParentRoute: () => inside,
  path: '/sap-xep',
  validateSearch: (search): { mo?: number | 'moi' } => ({
    mo: search.mo === 'moi' ? 'moi' : whole(search.mo),
  }),
  component: lazyRouteComponent(() => import('./reorganisations/PlansPage.tsx'), 'PlansPage'),
})

/** `bang`: the tab; the rest narrows what it shows. */
interface StaffingAddress {
  ngay?: string
  bang?: string
  vuot?: boolean
  'don-vi'?: number
  'chuc-danh'?: number
  'thang-toi'?: number
  cap?: 'all'
  tim?: 'everywhere'
  so?: 'next'
  'trang-thai'?: (typeof STANDING_STATES)[number]
}

const STANDING_STATES = ['meets', 'lacks_paper', 'does_not', 'no_standard'] as const

const staffing = createRoute({
  getParentRoute: () => inside,
  path: '/bien-che',
  validateSearch: (search): StaffingAddress => ({
    bang: text(search.bang),
    vuot: search.vuot === true ? true : undefined,
    'don-vi': whole(search['don-vi']),
    'chuc-danh': whole(search['chuc-danh']),
    'thang-toi': whole(search['thang-toi']),
    cap: search.cap === 'all' ? 'all' : undefined,
    tim: search.tim === 'everywhere' ? 'everywhere' : undefined,
    so: search.so === 'next' ? 'next' : undefined,
    'trang-thai': STANDING_STATES.find((state) => state === search['trang-thai']),
  }),
  component: lazyRouteComponent(() => import('./organisation/StaffingPage.tsx'), 'StaffingPage'),
})

const streamlining = createRoute({
  getParentRoute: () => inside,
  path: '/tinh-gian',
  validateSearch: (search): { 'don-vi'?: number } => ({ 'don-vi': whole(search['don-vi']) }),
  component: lazyRouteComponent(
    () => import('./reorganisations/StreamliningPage.tsx'),
    'StreamliningPage',
  ),
})

const oversight = createRoute({
  getParentRoute: () => inside,
  path: '/theo-doi-co-so',
  validateSearch: (search): { 'don-vi'?: number; loc?: string } => ({
    'don-vi': whole(search['don-vi']),
    loc: text(search.loc),
  }),
  component: lazyRouteComponent(
    () => import('./reorganisations/OversightPage.tsx'),
    'OversightPage',
  ),
})

const due = createRoute({
  getParentRoute: () => inside,
  path: '/den-han',
  validateSearch: (search): DueAddress => ({
    loai: text(search.loai),
    'don-vi': whole(search['don-vi']),
    tu: word(search.tu, DAY),
    den: word(search.den, DAY),
  }),
  component: lazyRouteComponent(() => import('./due/DuePage.tsx'), 'DuePage'),
})

/** The kind and the unit listed, the first and the last day. */
interface DueAddress {
  loai?: string
  'don-vi'?: number
  tu?: string
  den?: string
}

const forms = createRoute({
  getParentRoute: () => inside,
  path: '/bieu-mau',
  validateSearch: (search): FormsAddress => ({
    bieu: word(search.bieu, /^[0-9a-z]{2,8}$/),
    dong: text(search.dong),
    cot: text(search.cot),
    'don-vi': whole(search['don-vi']),
  }),
  component: lazyRouteComponent(() => import('./reports/FormsPage.tsx'), 'FormsPage'),
})

/** `bieu`: the form; `dong`, `cot` and `don-vi`: the row, column and unit of the open cell. */
interface FormsAddress {
  bieu?: string
  dong?: string
  cot?: string
  'don-vi'?: number
}

const periodicReports = createRoute({
  getParentRoute: () => inside,
  path: '/bao-cao-dinh-ky',
  validateSearch: (search): PeriodicAddress => ({
    'bao-cao': text(search['bao-cao']),
    ky: text(search.ky),
    cua: whole(search.cua),
    cham: search.cham === true ? true : undefined,
  }),
  component: lazyRouteComponent(
    () => import('./periodic-reports/PeriodicReportsPage.tsx'),
    'PeriodicReportsPage',
  ),
})

const tasks = createRoute({
  getParentRoute: () => inside,
  path: '/nhiem-vu',
  validateSearch: (search): TasksAddress => ({
    'van-ban': text(search['van-ban']),
    loc: text(search.loc),
    'don-vi': whole(search['don-vi']),
    bang: text(search.bang),
    mo: text(search.mo),
    cua: whole(search.cua),
  }),
  component: lazyRouteComponent(() => import('./tasks/TasksPage.tsx'), 'TasksPage'),
})

/** Directive, state and unit listed; `bang` the view; `mo` the open task, `cua` whose of it. */
interface TasksAddress {
  'van-ban'?: string
  loc?: string
  'don-vi'?: number
  bang?: string
  mo?: string
  cua?: number
}

const ownTasks = createRoute({
  getParentRoute: () => inside,
  path: '/viec-cua-toi',
  component: lazyRouteComponent(() => import('./tasks/OwnPage.tsx'), 'OwnPage'),
})

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/lich',
  validateSearch: (search): { thang?: string; chon?: string; 'don-vi'?: number } => ({
    thang: word(search.thang, /^\d{4}-(0[1-9]|1[0-2])$/),
    chon: word(search.chon, DAY),
    'don-vi': whole(search['don-vi']),
  }),
  component: lazyRouteComponent(() => import('./tasks/CalendarPage.tsx'), 'CalendarPage'),
})

const exams = createRoute({
  getParentRoute: () => inside,
  path: '/kiem-tra-kien-thuc',
  validateSearch: (search): { xem?: (typeof EXAM_PARTS)[number]; mo?: number } => ({
    xem: EXAM_PARTS.find((part) => part === search.xem),
    mo: whole(search.mo),
  }),
  component: lazyRouteComponent(() => import('./exams/ExamsPage.tsx'), 'ExamsPage'),
})

const EXAM_PARTS = ['dot', 'cau-hoi', 'de', 'cham', 'thong-ke'] as const

const ownExams = createRoute({
  getParentRoute: () => inside,
  path: '/bai-kiem-tra',
  component: lazyRouteComponent(() => import('./exams/OwnExamsPage.tsx'), 'OwnExamsPage'),
})

const paper = createRoute({
  getParentRoute: () => inside,
  path: '/bai-kiem-tra/$id',
  component: lazyRouteComponent(() => import('./exams/PaperPage.tsx'), 'PaperPage'),
})

const accounts = createRoute({
  getParentRoute: () => inside,
  path: '/tai-khoan',
  component: lazyRouteComponent(() => import('./access/AccountsPage.tsx'), 'AccountsPage'),
})

const roles = createRoute({
  getParentRoute: () => inside,
  path: '/vai-tro',
  validateSearch: (search): { luc?: string } => ({ luc: word(search.luc, DAY) }),
  component: lazyRouteComponent(() => import('./access/RolesPage.tsx'), 'RolesPage'),
})

const ownAccount = createRoute({
  getParentRoute: () => inside,
  path: '/tai-khoan-cua-toi',
  component: lazyRouteComponent(() => import('./access/OwnAccountPage.tsx'), 'OwnAccountPage'),
})

const PERIOD = /^20\d\d(-(0[1-9]|1[0-2])|-Q[1-4])?$/

/** The year alone reads as a number in an address. */
const period = (value: unknown) => word(text(value), PERIOD)

const evaluations = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia',
  validateSearch: (search): { ky?: string } => ({ ky: period(search.ky) }),
  component: lazyRouteComponent(() => import('./evaluation/BoardPage.tsx'), 'BoardPage'),
})

const unitCycle = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/$ky/$donvi',
  validateSearch: (search): UnitCycleAddress => ({
    phan: CYCLE_TABS.find((tab) => tab === search.phan),
    mo: whole(search.mo),
    'quy-che': word(search['quy-che'], /^[a-z0-9-]{1,60}$/),
  }),
  component: lazyRouteComponent(() => import('./evaluation/UnitCyclePage.tsx'), 'UnitCyclePage'),
})

const CYCLE_TABS = ['xet', 'giao', 'hop', 'sua', 'cong'] as const

/** `phan`: the tab; `mo`: the open row; `quy-che`: the scheme where a unit has two in one period. */
interface UnitCycleAddress {
  phan?: (typeof CYCLE_TABS)[number]
  mo?: number
  'quy-che'?: string
}

const ownEvaluations = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/cua-toi',
  component: lazyRouteComponent(() => import('./evaluation/OwnListPage.tsx'), 'OwnListPage'),
})

const ownEvaluation = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/cua-toi/$id',
  component: lazyRouteComponent(() => import('./evaluation/OwnPage.tsx'), 'OwnPage'),
})

const productKinds = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/danh-muc',
  component: lazyRouteComponent(() => import('./evaluation/CataloguePage.tsx'), 'CataloguePage'),
})

const breakthrough = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/dot-pha',
  validateSearch: (search): { nam?: number } => ({ nam: whole(search.nam) }),
  component: lazyRouteComponent(
    () => import('./evaluation/BreakthroughPage.tsx'),
    'BreakthroughPage',
  ),
})

const comparison = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/so-sanh',
  validateSearch: (search): { ky?: string } => ({ ky: period(search.ky) }),
  component: lazyRouteComponent(() => import('./evaluation/ComparisonPage.tsx'), 'ComparisonPage'),
})

const appeals = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/khieu-nai',
  component: lazyRouteComponent(() => import('./evaluation/AppealsPage.tsx'), 'AppealsPage'),
})

const openCycle = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/mo-ky',
  validateSearch: (search): { ky?: string } => ({ ky: period(search.ky) }),
  component: lazyRouteComponent(() => import('./evaluation/OpenCyclePage.tsx'), 'OpenCyclePage'),
})

const publicPage = createRoute({
  getParentRoute: () => root,
  path: '/cong-khai/$tinh',
  component: lazyRouteComponent(() => import('./publicity/PublicPage.tsx'), 'PublicPage'),
})

const publicity = createRoute({
  getParentRoute: () => inside,
  path: '/cong-khai',
  validateSearch: (search): { mo?: number; muc?: (typeof PUBLICITY_TABS)[number] } => ({
    mo: whole(search.mo),
    muc: PUBLICITY_TABS.find((tab) => tab === search.muc),
  }),
  component: lazyRouteComponent(() => import('./publicity/PublicityPage.tsx'), 'PublicityPage'),
})

const PUBLICITY_TABS = ['shown', 'past', 'examples'] as const

const petitions = createRoute({
  getParentRoute: () => inside,
  path: '/gop-y',
  validateSearch: (search): { mo?: number; loc?: string } => ({
    mo: whole(search.mo),
    loc: text(search.loc),
  }),
  component: lazyRouteComponent(() => import('./publicity/PetitionsPage.tsx'), 'PetitionsPage'),
})

const briefings = createRoute({
  getParentRoute: () => inside,
  path: '/pho-bien',
  validateSearch: (search): { mo?: number } => ({ mo: whole(search.mo) }),
  component: lazyRouteComponent(() => import('./publicity/BriefingsPage.tsx'), 'BriefingsPage'),
})

const pledges = createRoute({
  getParentRoute: () => inside,
  path: '/cam-ket',
  validateSearch: (search): { 'don-vi'?: number } => ({ 'don-vi': whole(search['don-vi']) }),
  component: lazyRouteComponent(() => import('./publicity/PledgesPage.tsx'), 'PledgesPage'),
})

const regulations = createRoute({
  getParentRoute: () => inside,
  path: '/quy-che',
  component: lazyRouteComponent(() => import('./publicity/RegulationsPage.tsx'), 'RegulationsPage'),
})

const ownLearning = createRoute({
  getParentRoute: () => inside,
  path: '/hoc-tap-cua-toi',
  component: lazyRouteComponent(() => import('./publicity/OwnLearningPage.tsx'), 'OwnLearningPage'),
})

const checkIn = createRoute({
  getParentRoute: () => inside,
  path: '/diem-danh',
  validateSearch: (search): { ma?: string } => ({ ma: word(search.ma, /^[\w.-]{10,60}$/) }),
  component: lazyRouteComponent(() => import('./publicity/CheckInPage.tsx'), 'CheckInPage'),
})

const inspection = createRoute({
  getParentRoute: () => inside,
  path: '/kiem-tra-giam-sat',
  validateSearch: (
    search,
  ): {
    phan?: 'canh-bao' | 'cuoc' | 'kien-nghi' | 'vu-viec'
    'canh-bao'?: string
    cuoc?: number
    ma?: string
  } => ({
    phan: word(search.phan, /^(canh-bao|cuoc|kien-nghi|vu-viec)$/) as 'cuoc' | undefined,
    'canh-bao': word(search['canh-bao'], /^[a-z_]+$/),
    cuoc: whole(search.cuoc),
    ma: word(text(search.ma), /^(\w+:)?\d+$/),
  }),
  component: lazyRouteComponent(() => import('./inspection/InspectionPage.tsx'), 'InspectionPage'),
})

const daring = createRoute({
  getParentRoute: () => inside,
  path: '/de-xuat',
  validateSearch: (search): { so?: number } => ({ so: whole(search.so) }),
  component: lazyRouteComponent(() => import('./inspection/DaringPage.tsx'), 'DaringPage'),
})

export const tree = root.addChildren([
  publicPage,
  signIn,
  setUp,
  inside.addChildren([
    start,
    overview,
    targets,
    organisation,
    cadres,
    cadre,
    completeness,
    ownRecord,
    declarations,
    supplement,
    imports,
    duplicates,
    log,
    authority,
    reorganisations,
    staffing,
    streamlining,
    oversight,
    due,
    forms,
    periodicReports,
    tasks,
    ownTasks,
    calendar,
    evaluations,
    unitCycle,
    ownEvaluations,
    ownEvaluation,
    productKinds,
    breakthrough,
    comparison,
    appeals,
    openCycle,
    publicity,
    petitions,
    briefings,
    pledges,
    regulations,
    ownLearning,
    checkIn,
    exams,
    ownExams,
    paper,
    inspection,
    daring,
    accounts,
    roles,
    ownAccount,
  ]),
])
